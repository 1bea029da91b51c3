package dev.teiten.rank;

import dev.teiten.load.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Orders a ranking by the dollars that fixing each query alone would release. */
final class SavingsOrder {
  private SavingsOrder() {}

  /**
   * @param byPeak the ranking by removable peaks, which orders queries of equal savings
   * @param monthlyUsd by fingerprint; a missing query is not known to release anything
   */
  static Ranking of(Ranking byPeak, Map<String, Double> monthlyUsd) {
    List<Contributor> sorted = new ArrayList<>(byPeak.contributors());
    // The sort is stable: among equal savings the larger peak stays first.
    sorted.sort(Comparator.comparingDouble(c -> -usd(c, monthlyUsd)));
    List<Contributor> contributors = new ArrayList<>();
    int from = 0;
    while (from < sorted.size()) {
      double saving = usd(sorted.get(from), monthlyUsd);
      int to = from;
      while (to < sorted.size() && usd(sorted.get(to), monthlyUsd) == saving) {
        to++;
      }
      for (int i = from; i < to; i++) {
        Double saved = monthlyUsd.get(sorted.get(i).fingerprint());
        contributors.add(sorted.get(i).at(i + 1, from + 1, to, saved));
      }
      from = to;
    }
    List<Sentence> warnings = new ArrayList<>(byPeak.warnings());
    if (contributors.stream().allMatch(c -> usd(c, monthlyUsd) == 0)) {
      warnings.add(RankingText.NO_SAVINGS.of());
    }
    return byPeak.with(contributors, warnings);
  }

  private static double usd(Contributor contributor, Map<String, Double> monthlyUsd) {
    return monthlyUsd.getOrDefault(contributor.fingerprint(), 0.0);
  }
}
