/** The weekly review: headline, agenda, tasks, and the analyses behind them. */
@NullMarked
package dev.teiten.review;

import org.jspecify.annotations.NullMarked;
