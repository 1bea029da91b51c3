package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.rank.Contributor;
import java.util.List;

/**
 * The most that a fix of a query may be hoped to save. It is an upper bound to be argued about and
 * not a promise.
 *
 * @param percent of the query's work, 0..100
 * @param because the evidence for {@code percent}
 */
record FixPotential(double percent, Sentence because) {
  /** Rows that even a good plan examines for each row that it sends. */
  private static final double GOOD_PLAN = 3;

  private static final double MAX_PERCENT = 95;
  private static final double PERCENT_BY_HINT = 50;
  private static final double PERCENT_WITHOUT_EVIDENCE = 20;

  static FixPotential of(Contributor query) {
    Double examined = query.rowsExaminedPerCall();
    Double sent = query.rowsSentPerCall();
    if (examined != null && sent != null && query.verb().equalsIgnoreCase("SELECT")) {
      double examinedPerSent = examined / Math.max(1, sent);
      double saved = 100 * (1 - GOOD_PLAN / examinedPerSent);
      if (saved > PERCENT_BY_HINT) {
        return new FixPotential(
            Math.min(MAX_PERCENT, Math.floor(saved)),
            SizingText.POTENTIAL_ROWS.of(examinedPerSent, GOOD_PLAN));
      }
    }
    List<Hint> inText = query.query().hints();
    if (!inText.isEmpty()) {
      return new FixPotential(
          PERCENT_BY_HINT, SizingText.POTENTIAL_HINT.of(inText.get(0).message()));
    }
    return new FixPotential(PERCENT_WITHOUT_EVIDENCE, SizingText.POTENTIAL_NONE.of());
  }
}
