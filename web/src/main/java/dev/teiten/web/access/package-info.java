/** Who may see and change the pages. */
@NullMarked
package dev.teiten.web.access;

import org.jspecify.annotations.NullMarked;
