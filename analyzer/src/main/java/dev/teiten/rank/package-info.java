/** Ranks the contributors to DB load and to the peak, with their changes. */
@NullMarked
package dev.teiten.rank;

import org.jspecify.annotations.NullMarked;
