package dev.teiten.review;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.FixSet;
import java.util.Comparator;
import java.util.Optional;

/** Chooses the set of fixes that a meeting talks about. */
final class BestFixes {
  /** As many fixes as a team takes on in a week. */
  private static final int MOST_FIXES = 2;

  private BestFixes() {}

  /** The set that saves most with at most two fixes; if none has a price, the first. */
  static Optional<FixSet> of(SizingAdvice sizing) {
    return sizing.fixSets().stream()
        .filter(set -> set.fixes().size() <= MOST_FIXES)
        .max(Comparator.comparing(BestFixes::saving))
        .or(() -> sizing.fixSets().stream().findFirst());
  }

  private static double saving(FixSet set) {
    Double usd = set.monthlySavingUsd();
    return usd == null ? 0 : usd;
  }
}
