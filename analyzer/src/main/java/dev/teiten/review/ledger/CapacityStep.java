package dev.teiten.review.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instances of a cluster became others.
 *
 * @param at when a collect saw it
 * @param monthlyUsdBefore list price of the instances before, US dollars a month; null without a
 *     price
 * @param monthlyUsdAfter list price of the instances then
 */
public record CapacityStep(
    Instant at, @Nullable Double monthlyUsdBefore, @Nullable Double monthlyUsdAfter) {

  /** What it saves, in US dollars a month; negative if it costs more; null without a price. */
  public @Nullable Double savedMonthlyUsd() {
    return monthlyUsdBefore == null || monthlyUsdAfter == null
        ? null
        : Double.valueOf(monthlyUsdBefore - monthlyUsdAfter);
  }
}
