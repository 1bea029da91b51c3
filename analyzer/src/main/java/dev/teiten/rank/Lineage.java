package dev.teiten.rank;

import dev.teiten.normalize.NormalizedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A query whose text changes leaves under one fingerprint and comes back under another: an alias, a
 * comment, a library's new version. Nothing is merged on suspicion; the reader is told.
 */
final class Lineage {
  private static final double SIMILAR_LOAD = 3;
  private static final int TEXT = 60;

  private Lineage() {}

  /** One sentence for each pair of a query that left and a new one that may be the same. */
  static List<String> warnings(List<Departures.Departure> departures, List<Candidate> candidates) {
    List<String> warnings = new ArrayList<>();
    for (Departures.Departure departure : departures) {
      for (Candidate candidate : candidates) {
        NormalizedStatement then = departure.group().statement();
        NormalizedStatement now = candidate.load().group().statement();
        if (candidate.change().kind() == Change.Kind.NEW
            && similar(departure.loadAasBefore(), candidate.load().loadAas())
            && alike(then, now)) {
          warnings.add(sentence(then, now));
        }
      }
    }
    return warnings;
  }

  private static boolean similar(double a, double b) {
    return a < SIMILAR_LOAD * b && b < SIMILAR_LOAD * a;
  }

  private static boolean alike(NormalizedStatement then, NormalizedStatement now) {
    boolean sameTables = !then.tables().isEmpty() && then.tables().equals(now.tables());
    return then.family().equals(now.family()) || (sameTables && then.verb().equals(now.verb()));
  }

  private static String sentence(NormalizedStatement then, NormalizedStatement now) {
    return String.format(
        "%s (%s) is new and %s is gone; both %s %s: it may be the same query under another text.",
        now.id(), shortened(now.text()), then.id(), now.verb(), String.join(", ", now.tables()));
  }

  private static String shortened(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "…";
  }
}
