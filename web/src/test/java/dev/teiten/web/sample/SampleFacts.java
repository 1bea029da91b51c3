package dev.teiten.web.sample;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** The true facts of the sample fleet; tests compare the pages with them. */
public final class SampleFacts {
  /** The newest of six weeks. */
  public static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);

  static final int WEEKS = 6;

  /** The instant at which one query got slower and another faster. */
  public static final Instant DEPLOYED = Instant.parse("2026-11-10T14:00:00Z");

  /** Part of the work per call that the deploy took from the faster query. */
  public static final double REMOVED_WORK = 0.48;

  /** During the incident, updates of counters wait for row locks. */
  public static final TimeRange INCIDENT = range("2026-11-11T20:20:00Z", "2026-11-11T21:05:00Z");

  /** No instance has data in this range. */
  public static final TimeRange GAP = range("2026-11-13T03:00:00Z", "2026-11-13T05:00:00Z");

  /** Parts of the load by user; the remaining load has no user. */
  public static final Map<String, Double> USERS = Map.of("api", 0.7, "batch", 0.25);

  public static final Map<String, Double> HOSTS =
      Map.of("10.0.1.11", 0.4, "10.0.2.12", 0.35, "10.0.3.40", 0.2);

  /** Parts of the load of each query, by user. */
  public static final Map<String, Double> CALLING_USERS = Map.of("api", 0.9, "batch", 0.1);

  public static final Map<String, Double> CALLING_HOSTS =
      Map.of("10.0.1.11", 0.6, "10.0.2.12", 0.4);

  private SampleFacts() {}

  private static TimeRange range(String from, String to) {
    return new TimeRange(Instant.parse(from), Instant.parse(to));
  }

  /** The ranking of the cluster {@code main} in the newest week. */
  public static Ranking ranking() {
    return SampleServer.reviews().result("main", WEEK).ranking(Ranking.Order.LOAD);
  }

  /** The heaviest query of the cluster {@code main}; it got slower. */
  public static String firstFingerprint() {
    return ranking().contributors().get(0).fingerprint();
  }

  /** The heaviest query of the cluster {@code main} that reads or writes a table. */
  public static String fingerprint(String table) {
    return ranking().contributors().stream()
        .filter(query -> query.statement().contains(table))
        .map(Contributor::fingerprint)
        .findFirst()
        .orElseThrow();
  }
}
