package dev.teiten.review;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fixing one query alone is worth. */
final class Savings {
  private Savings() {}

  /**
   * Dollars a month by fingerprint that a fix of this query alone releases, beyond what can be
   * given back without any fix. Sizing tries the eight queries with the largest removable peaks and
   * keeps the best four; the rest is not in the map.
   */
  static Map<String, Double> ofSingleFixes(SizingAdvice sizing) {
    double without = saving(sizing.recommended());
    Map<String, Double> usd = new HashMap<>();
    for (FixSet set : sizing.fixSets()) {
      Double saved = set.monthlySavingUsd();
      if (set.fixes().size() == 1 && saved != null && saved > without) {
        usd.merge(set.fixes().get(0).fingerprint(), saved - without, Math::max);
      }
    }
    return usd;
  }

  private static double saving(@Nullable Option option) {
    Double usd = option == null ? null : option.monthlySavingUsd();
    return usd == null ? 0 : Math.max(0, usd);
  }
}
