package dev.teiten.web.sample;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import java.time.ZoneOffset;

/** What tests compare the pages with. */
public final class SampleFacts {

  public static final ReviewWeek WEEK = ReviewWeek.parse(SampleReviews.LAST, ZoneOffset.UTC);

  private SampleFacts() {}

  /** The ranking of the cluster {@code main} in the newest week. */
  public static Ranking ranking() {
    return new SampleReviews().ranking("main", WEEK, Ranking.Order.LOAD);
  }

  public static String firstFingerprint() {
    return ranking().contributors().get(0).fingerprint();
  }
}
