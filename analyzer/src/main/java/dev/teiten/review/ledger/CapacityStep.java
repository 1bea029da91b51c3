package dev.teiten.review.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the instances of a cluster.
 *
 * @param at when a collect saw the change
 * @param monthlyUsdBefore list price of the instances before, US dollars a month; null without a
 *     price
 * @param monthlyUsdAfter list price of the instances after, US dollars a month; null without a
 *     price
 */
public record CapacityStep(
    Instant at, @Nullable Double monthlyUsdBefore, @Nullable Double monthlyUsdAfter) {

  /** The saving in US dollars a month; below 0 if the step costs more; null without a price. */
  public @Nullable Double savedMonthlyUsd() {
    return monthlyUsdBefore == null || monthlyUsdAfter == null
        ? null
        : Double.valueOf(monthlyUsdBefore - monthlyUsdAfter);
  }
}
