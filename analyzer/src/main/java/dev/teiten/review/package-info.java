/** The weekly review: the headline, the agenda, and what stands behind them. */
@NullMarked
package dev.teiten.review;

import org.jspecify.annotations.NullMarked;
