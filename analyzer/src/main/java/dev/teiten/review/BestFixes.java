package dev.teiten.review;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses the sets of fixes for the meeting. */
public final class BestFixes {
  /** The most fixes of one team in a week. */
  private static final int MOST_FIXES = 2;

  private BestFixes() {}

  /** The set with one fix that saves most, and the set with two fixes that saves most. */
  public static List<FixSet> byNumber(SizingAdvice sizing) {
    Map<Integer, FixSet> best = new TreeMap<>();
    for (FixSet set : sizing.fixSets()) {
      if (set.fixes().size() <= MOST_FIXES) {
        best.merge(set.fixes().size(), set, (a, b) -> saving(b) > saving(a) ? b : a);
      }
    }
    return List.copyOf(best.values());
  }

  /** The set of at most two fixes that saves most; if all sets are larger, the first. */
  public static Optional<FixSet> of(SizingAdvice sizing) {
    return byNumber(sizing).stream()
        .max(Comparator.comparing(BestFixes::saving))
        .or(() -> sizing.fixSets().stream().findFirst());
  }

  private static double saving(FixSet set) {
    Double usd = set.monthlySavingUsd();
    return usd == null ? 0 : usd;
  }
}
