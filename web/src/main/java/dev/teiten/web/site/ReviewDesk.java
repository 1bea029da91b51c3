package dev.teiten.web.site;

import dev.teiten.load.ClusterMark;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementPlan;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.ReviewService;
import dev.teiten.review.ReviewedWeek;
import dev.teiten.review.ServiceHealth;
import dev.teiten.review.WeekResult;
import dev.teiten.review.WeeklyReview;
import dev.teiten.review.ledger.Ledger;
import dev.teiten.review.store.TaskBook;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.WhatIf;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives reviews to the pages; a request for missing data fails with the list of existing data. */
public final class ReviewDesk {

  private final ReviewService reviews;
  private final ZoneId zone;

  /** A desk on {@code reviews}, which caches its results. */
  public ReviewDesk(ReviewService reviews, ZoneId zone) {
    this.reviews = reviews;
    this.zone = zone;
  }

  /** These reviews in weeks of another zone. */
  ReviewDesk in(ZoneId other) {
    return other.equals(zone) ? this : new ReviewDesk(reviews, other);
  }

  /** A number that changes whenever a page may have changed. */
  public long version() {
    return reviews.version();
  }

  /** The available weeks in the desk's zone, oldest first. */
  public List<ReviewWeek> weeks() {
    return List.copyOf(reviews.weeks(zone));
  }

  /**
   * @throws PageNotFoundException if {@code label} is not a week, or the archive lacks it
   */
  public ReviewWeek week(String label) {
    ReviewWeek week;
    try {
      week = ReviewWeek.parse(label, zone);
    } catch (DateTimeException e) {
      throw new PageNotFoundException(MissingText.NO_WEEK.of(label), MissingText.WRITE_WEEK.of());
    }
    if (!weeks().contains(week)) {
      throw new PageNotFoundException(MissingText.NOTHING_OF.of(week.label()), heldWeeks());
    }
    return week;
  }

  /**
   * The newest week that has the cluster.
   *
   * @throws PageNotFoundException if no week has it
   */
  public ReviewWeek newestWeek(String cluster) {
    List<ReviewWeek> weeks = weeks();
    for (int i = weeks.size() - 1; i >= 0; i--) {
      if (reviews.hasCluster(cluster, weeks.get(i))) {
        return weeks.get(i);
      }
    }
    throw weeks.isEmpty()
        ? new PageNotFoundException(MissingText.NO_CLUSTERS.of(), heldWeeks())
        : noCluster(cluster, weeks.get(weeks.size() - 1));
  }

  public List<ClusterSummary> fleet(ReviewWeek week) {
    return List.copyOf(reviews.fleet(week));
  }

  /**
   * @throws PageNotFoundException if the week has no such cluster
   */
  public WeeklyReview review(String cluster, ReviewWeek week) {
    try {
      return reviews.review(cluster, week);
    } catch (TeitenException e) {
      throw explain(cluster, week, e);
    }
  }

  /**
   * The week's result with the tasks of the cluster, as documents show it.
   *
   * @throws PageNotFoundException if the week has no such cluster
   */
  public ReviewedWeek reviewed(String cluster, ReviewWeek week) {
    try {
      return reviews.reviewed(cluster, week);
    } catch (TeitenException e) {
      throw explain(cluster, week, e);
    }
  }

  /**
   * The week's result, without tasks.
   *
   * @throws PageNotFoundException if the week has no such cluster
   */
  public WeekResult result(String cluster, ReviewWeek week) {
    try {
      return reviews.result(cluster, week);
    } catch (TeitenException e) {
      throw explain(cluster, week, e);
    }
  }

  /**
   * @throws PageNotFoundException if the week has no such cluster
   */
  public SizingAdvice sizing(String cluster, ReviewWeek week, WhatIf whatIf) {
    try {
      return reviews.sizing(cluster, week, whatIf);
    } catch (TeitenException e) {
      throw explain(cluster, week, e);
    }
  }

  /**
   * Sizing advice at once, without the search for fixes.
   *
   * @throws PageNotFoundException if the week has no such cluster
   */
  public QuickAdvice sizingAtHand(String cluster, ReviewWeek week, WhatIf whatIf) {
    try {
      return reviews.sizingAtHand(cluster, week, whatIf);
    } catch (TeitenException e) {
      throw explain(cluster, week, e);
    }
  }

  /**
   * The busiest instance's CPU by hour, today's and the predicted; empty if unknown.
   *
   * @throws PageNotFoundException if the week has no such cluster
   */
  public Optional<HourlyUse> hourly(String cluster, ReviewWeek week, WhatIf whatIf) {
    try {
      return reviews.hourly(cluster, week, whatIf);
    } catch (TeitenException e) {
      throw explain(cluster, week, e);
    }
  }

  /** The plans of a query of a known cluster, oldest first. */
  public List<StatementPlan> plans(String cluster, String fingerprint) {
    return reviews.plans(cluster, fingerprint);
  }

  /** The marks of a cluster within a range, oldest first. */
  public List<ClusterMark> marks(String cluster, TimeRange range) {
    try {
      return List.copyOf(reviews.marks(cluster, range));
    } catch (TeitenException e) {
      throw new PageNotFoundException(e.sentence(), e.hintSentence());
    }
  }

  /**
   * @throws PageNotFoundException if the cluster is unknown
   */
  public void addMark(ClusterMark mark) {
    // Throws if the cluster is unknown.
    marks(mark.cluster(), new TimeRange(mark.at(), mark.at().plusSeconds(1)));
    reviews.addMark(mark);
  }

  /**
   * Puts another mark in the place of a mark of a person.
   *
   * @param by null takes the mark away
   */
  public void replaceMark(ClusterMark mark, @Nullable ClusterMark by) {
    reviews.replaceMark(mark, by);
  }

  /** Whether the archive knows a cluster of that name, of today or of before. */
  public boolean hasCluster(String name) {
    return reviews.hasCluster(name);
  }

  /** The numbers for monitors, which start no analysis. */
  public ServiceHealth health() {
    return reviews.health();
  }

  /** The task book, for reading and writing. */
  public TaskBook book() {
    return reviews.book();
  }

  /**
   * Every task with its outcome, as of the last week that has ended, otherwise of the newest week.
   *
   * @throws dev.teiten.review.store.StoreException if the store of tasks cannot be used
   */
  public Ledger ledger() {
    ReviewWeek complete = ReviewWeek.lastComplete(book().now(), zone);
    List<ReviewWeek> weeks = weeks();
    boolean newest = weeks.isEmpty() || weeks.contains(complete);
    return reviews.ledger(newest ? complete : weeks.get(weeks.size() - 1));
  }

  private TeitenException explain(String cluster, ReviewWeek week, TeitenException e) {
    if (reviews.hasCluster(cluster, week)) {
      return e;
    }
    return noCluster(cluster, week);
  }

  private PageNotFoundException noCluster(String cluster, ReviewWeek week) {
    List<String> names = reviews.clusterNames(week);
    return new PageNotFoundException(
        MissingText.NO_CLUSTER.of(cluster, week.label()),
        names.isEmpty()
            ? MissingText.NO_CLUSTERS.of()
            : MissingText.CLUSTERS.of(String.join(", ", names)));
  }

  private Sentence heldWeeks() {
    String labels = weeks().stream().map(ReviewWeek::label).collect(Collectors.joining(", "));
    return labels.isEmpty() ? MissingText.HOLDS_NONE.of() : MissingText.HOLDS.of(labels);
  }
}
