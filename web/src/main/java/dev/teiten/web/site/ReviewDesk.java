package dev.teiten.web.site;

import dev.teiten.archive.Mark;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import dev.teiten.rank.Ranking;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.Reviews;
import dev.teiten.review.WeeklyReview;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAtHand;
import dev.teiten.size.WhatIf;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hands out reviews to the pages, and says what there is where a page asks for what is not. */
public final class ReviewDesk {

  private final Reviews reviews;
  private final ZoneId zone;

  /** A desk that asks {@code reviews}, which keep what they have made. */
  public ReviewDesk(Reviews reviews, ZoneId zone) {
    this.reviews = reviews;
    this.zone = zone;
  }

  /** Changes whenever a page may have changed. */
  public long version() {
    return reviews.version();
  }

  /** The weeks that there are, oldest first. */
  public List<ReviewWeek> weeks() {
    return List.copyOf(reviews.weeks(zone));
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
    return List.copyOf(reviews.fleet(week));
  }

  /**
   * @throws PageNotFoundException if there is no such cluster in that week
   */
  public WeeklyReview review(String cluster, ReviewWeek week) {
    try {
      return reviews.review(cluster, week);
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
  public SizingAdvice sizing(String cluster, ReviewWeek week, WhatIf whatIf) {
    try {
      return reviews.sizing(cluster, week, whatIf);
    } catch (TeitenException e) {
      throw known(cluster, week, e);
    }
  }

  /**
   * The same at once, without searching for what fixes release.
   *
   * @throws PageNotFoundException if there is no such cluster in that week
   */
  public SizingAtHand sizingAtHand(String cluster, ReviewWeek week, WhatIf whatIf) {
    try {
      return reviews.sizingAtHand(cluster, week, whatIf);
    } catch (TeitenException e) {
      throw known(cluster, week, e);
    }
  }

  /**
   * The busiest instance's CPU by hour, today's and the predicted; empty where it is not known.
   *
   * @throws PageNotFoundException if there is no such cluster in that week
   */
  public Optional<HourlyUse> hourly(String cluster, ReviewWeek week, WhatIf whatIf) {
    try {
      return reviews.hourly(cluster, week, whatIf);
    } catch (TeitenException e) {
      throw known(cluster, week, e);
    }
  }

  /** What happened to a cluster within a range, oldest first. */
  public List<Mark> marks(String cluster, TimeRange range) {
    try {
      return List.copyOf(reviews.marks(cluster, range));
    } catch (TeitenException e) {
      throw new PageNotFoundException(String.valueOf(e.getMessage()), e.hint());
    }
  }

  /**
   * @throws PageNotFoundException if there is no such cluster
   */
  public void addMark(Mark mark) {
    try {
      reviews.addMark(mark);
    } catch (TeitenException e) {
      throw new PageNotFoundException(String.valueOf(e.getMessage()), e.hint());
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
