/** The fleet of one week. */
@NullMarked
package dev.teiten.web.fleet;

import org.jspecify.annotations.NullMarked;
