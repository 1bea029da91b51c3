/** Who contributes to DB load, who makes the peak, and what changed against the weeks before. */
@NullMarked
package dev.teiten.rank;

import org.jspecify.annotations.NullMarked;
