package dev.teiten.review;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Fix;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the archive and puts a week's review together. */
public class Reviews {

  /** The weeks that the archive holds, oldest first. */
  public List<ReviewWeek> weeks(ZoneId zone) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** The fleet in one week, by name. */
  public List<ClusterSummary> fleet(ReviewWeek week) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * @throws dev.teiten.load.TeitenException if the archive does not know the cluster
   */
  public WeeklyReview review(String cluster, ReviewWeek week) {
    throw new UnsupportedOperationException("not built yet");
  }

  public Ranking ranking(String cluster, ReviewWeek week, Ranking.Order order) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * @param target a class to evaluate, or null to search
   * @param readers a number of readers to evaluate, or null to search
   */
  public SizingAdvice sizing(
      String cluster,
      ReviewWeek week,
      List<Fix> fixes,
      @Nullable String target,
      @Nullable Integer readers) {
    throw new UnsupportedOperationException("not built yet");
  }
}
