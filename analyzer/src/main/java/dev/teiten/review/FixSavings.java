package dev.teiten.review;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingDetails.BreakEven;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The saving of a fix of one query alone. */
final class FixSavings {
  private FixSavings() {}

  /**
   * The saving by fingerprint of a fix of this query alone, US dollars a month, beyond the saving
   * without any fix. A fix counts with the percentage that it may realistically reach. Only the
   * queries that sizing tries are included: the queries with the largest removable peaks.
   */
  static Map<String, Double> ofSingleFixes(SizingAdvice sizing) {
    double without = saving(sizing.recommended());
    Map<String, Double> usd = new HashMap<>();
    for (BreakEven fix : sizing.details().breakEvens()) {
      Double percent = fix.percent();
      Double saved = fix.monthlySavingUsd();
      boolean hoped = percent != null && percent <= fix.mostPercent();
      if (hoped && saved != null && saved > without) {
        usd.put(fix.fingerprint(), saved - without);
      }
    }
    return usd;
  }

  private static double saving(@Nullable Option option) {
    Double usd = option == null ? null : option.monthlySavingUsd();
    return usd == null ? 0 : Math.max(0, usd);
  }
}
