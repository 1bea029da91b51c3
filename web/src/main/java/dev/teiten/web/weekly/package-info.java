/** The weekly review of one cluster. */
@NullMarked
package dev.teiten.web.weekly;

import org.jspecify.annotations.NullMarked;
