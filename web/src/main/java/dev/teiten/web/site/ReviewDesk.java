package dev.teiten.web.site;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import dev.teiten.rank.Ranking;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.Reviews;
import dev.teiten.review.WeeklyReview;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Fix;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands out reviews to the pages, and says what there is where a page asks for what is not. */
public final class ReviewDesk {

  // Long enough for a page and all that it asks for, short enough to see what collect adds.
  private static final Duration LIFE = Duration.ofSeconds(60);
  // A review holds a week by minute, tens of megabytes for a large cluster.
  private static final int REVIEWS_KEPT = 3;

  private final Reviews reviews;
  private final ZoneId zone;
  private final ExpiringCache<String, List<ReviewWeek>> weeks;
  private final ExpiringCache<ReviewWeek, List<ClusterSummary>> fleets;
  private final ExpiringCache<Key, WeeklyReview> kept;

  private record Key(String cluster, ReviewWeek week) {}

  /** A desk that asks {@code reviews}, at most once a minute for the same thing. */
  public ReviewDesk(Reviews reviews, ZoneId zone, Clock clock) {
    this.reviews = reviews;
    this.zone = zone;
    this.weeks = new ExpiringCache<>(clock, Duration.ofSeconds(5), 1);
    this.fleets = new ExpiringCache<>(clock, LIFE, 8);
    this.kept = new ExpiringCache<>(clock, LIFE, REVIEWS_KEPT);
  }

  /** The weeks that there are, oldest first. */
  public List<ReviewWeek> weeks() {
    return weeks.get("weeks", () -> List.copyOf(reviews.weeks(zone)));
  }

  /**
   * @throws PageNotFoundException if {@code label} is no week, or a week that is not in the archive
   */
  public ReviewWeek week(String label) {
    ReviewWeek week;
    try {
      week = ReviewWeek.parse(label, zone);
    } catch (DateTimeException e) {
      throw new PageNotFoundException(
          "'" + label + "' is not a week", "Write an ISO week, such as 2026-W46.");
    }
    if (!weeks().contains(week)) {
      throw new PageNotFoundException("The archive has nothing of " + week.label(), heldWeeks());
    }
    return week;
  }

  public List<ClusterSummary> fleet(ReviewWeek week) {
    return fleets.get(week, () -> List.copyOf(reviews.fleet(week)));
  }

  /**
   * @throws PageNotFoundException if there is no such cluster in that week
   */
  public WeeklyReview review(String cluster, ReviewWeek week) {
    try {
      return kept.get(new Key(cluster, week), () -> reviews.review(cluster, week));
    } catch (TeitenException e) {
      throw known(cluster, week, e);
    }
  }

  /**
   * @throws PageNotFoundException if there is no such cluster in that week
   */
  public Ranking ranking(String cluster, ReviewWeek week, Ranking.Order order) {
    if (order == Ranking.Order.LOAD) {
      return review(cluster, week).ranking();
    }
    try {
      return reviews.ranking(cluster, week, order);
    } catch (TeitenException e) {
      throw known(cluster, week, e);
    }
  }

  /**
   * @throws PageNotFoundException if there is no such cluster in that week
   */
  public SizingAdvice sizing(
      String cluster,
      ReviewWeek week,
      List<Fix> fixes,
      @Nullable String target,
      @Nullable Integer readers) {
    try {
      return reviews.sizing(cluster, week, fixes, target, readers);
    } catch (TeitenException e) {
      throw known(cluster, week, e);
    }
  }

  private TeitenException known(String cluster, ReviewWeek week, TeitenException e) {
    List<String> names = fleet(week).stream().map(summary -> summary.cluster().name()).toList();
    if (names.contains(cluster)) {
      return e;
    }
    return new PageNotFoundException(
        "There is no cluster '" + cluster + "' in " + week.label(),
        names.isEmpty()
            ? "No cluster has data in that week."
            : "There are " + String.join(", ", names) + ".");
  }

  private String heldWeeks() {
    return weeks().isEmpty()
        ? "It holds no week yet; collect some first."
        : "It holds "
            + weeks().stream().map(ReviewWeek::label).collect(Collectors.joining(", "))
            + ".";
  }
}
