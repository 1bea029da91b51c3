package dev.teiten.size;

import dev.teiten.rank.Contributor;
import java.util.Locale;

/**
 * How much of a query's work a fix may be hoped to save at most, and why: an upper bound to be
 * argued about, not a promise.
 *
 * @param percent 0..100
 * @param because in a sentence
 */
record FixPotential(double percent, String because) {
  /** Rows that even a good plan examines for each that it sends. */
  private static final double GOOD_PLAN = 3;

  private static final double MOST = 95;
  private static final double BY_HINT = 50;
  private static final double BY_NOTHING = 20;

  static FixPotential of(Contributor query) {
    Double examined = query.rowsExaminedPerCall();
    Double sent = query.rowsSentPerCall();
    if (examined != null && sent != null && query.verb().equalsIgnoreCase("SELECT")) {
      double waste = examined / Math.max(1, sent);
      double saved = 100 * (1 - GOOD_PLAN / waste);
      if (saved > BY_HINT) {
        return new FixPotential(
            Math.min(MOST, Math.floor(saved)),
            String.format(
                Locale.ROOT,
                "It examines %,.0f rows for each that it sends; at %.0f it would do so much less.",
                waste,
                GOOD_PLAN));
      }
    }
    if (!query.hints().isEmpty()) {
      return new FixPotential(BY_HINT, "A hint on its text: " + query.hints().get(0).message());
    }
    return new FixPotential(
        BY_NOTHING, "Neither its rows nor its text show waste; fewer calls are what is left.");
  }
}
