package dev.teiten.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What ran in the weeks before and no more. */
final class Departures {
  private static final double LEFT_OVER = 0.05;

  private Departures() {}

  /** A query that has left, with its history. */
  record Departure(QueryGroup group, double loadAasBefore) {
    Ranking.Gone gone() {
      return new Ranking.Gone(group.fingerprint(), group.statement().text(), loadAasBefore);
    }
  }

  /**
   * The queries that held at least 0.05 AAS in the last week before and at most a twentieth of it
   * now. A query that ran in less than half of the weeks before is expected to be away at times.
   */
  static List<Departure> of(History history, Map<String, Double> now) {
    List<Departure> departures = new ArrayList<>();
    if (!history.isComparable()) {
      return departures;
    }
    int last = history.before() - 1;
    for (QueryHistory query : history.queries()) {
      double before = query.weekLoad(last);
      double left = now.getOrDefault(query.group().fingerprint(), 0.0);
      if (before >= Finding.MIN_AAS && left < LEFT_OVER * before && usual(query, last)) {
        departures.add(new Departure(query.group(), before));
      }
    }
    departures.sort((a, b) -> Double.compare(b.loadAasBefore(), a.loadAasBefore()));
    return departures;
  }

  private static boolean usual(QueryHistory query, int last) {
    int weeks = 0;
    for (int w = 0; w <= last; w++) {
      weeks += query.weekLoad(w) > 0 ? 1 : 0;
    }
    return 2 * weeks > last;
  }
}
