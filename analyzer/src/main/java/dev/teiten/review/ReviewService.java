package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementPlan;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.review.ledger.CapacityHistory;
import dev.teiten.review.ledger.Ledger;
import dev.teiten.review.promise.Promise;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.TaskBook;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.WhatIf;
import dev.teiten.size.price.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the reviews of weeks from the archive. Safe to share between threads. */
public final class ReviewService {
  private final Archive archive;
  private final AnalysisCache analyses;
  private final VerificationCache verifications;
  private final CapacityHistory capacity;
  private final TaskBook book;
  private final TaskOutcomes tasks;

  /** A service with the bundled prices, overridden by prices in the archive's folder. */
  public ReviewService(Archive archive) {
    this(archive, PriceBook.of(archive.root()), ShardFolding.OFF);
  }

  /**
   * @param prices the prices of instances
   * @param shards whether tables that differ only in a trailing number count as one
   */
  public ReviewService(Archive archive, PriceBook prices, ShardFolding shards) {
    this(archive, prices, shards, TaskBook.none(), Duration.ZERO);
  }

  /**
   * @param prices the prices of instances
   * @param shards whether tables that differ only in a trailing number count as one
   * @param book the tasks
   * @param patience how long an answer may wait for the verification of promises
   */
  public ReviewService(
      Archive archive, PriceBook prices, ShardFolding shards, TaskBook book, Duration patience) {
    this.archive = archive;
    AnalysisMethod method = AnalysisMethod.of(prices, shards);
    this.analyses = new AnalysisCache(archive, method);
    this.verifications = new VerificationCache(archive, method.promises());
    this.capacity = new CapacityHistory(archive, prices);
    this.book = book;
    this.tasks = tasks(patience);
  }

  private ReviewService(ReviewService shared, TaskBook book, Duration patience) {
    this.archive = shared.archive;
    this.analyses = shared.analyses;
    this.verifications = shared.verifications;
    this.capacity = shared.capacity;
    this.book = book;
    this.tasks = tasks(patience);
  }

  private TaskOutcomes tasks(Duration patience) {
    return new TaskOutcomes(
        book,
        archive.contents()::means,
        patience,
        new TaskVerifications(this::verify, archive::version),
        capacity);
  }

  /** A service with the tasks of another book. Both share their analyses. */
  public ReviewService withBook(TaskBook other, Duration patience) {
    return new ReviewService(this, other, patience);
  }

  /** The weeks that the archive holds, oldest first. */
  public List<ReviewWeek> weeks(ZoneId zone) {
    return archive.contents().weeks(zone);
  }

  /** The names of the clusters of one week, without an analysis. */
  public List<String> clusterNames(ReviewWeek week) {
    return archive.clusters(week.range()).stream().map(Cluster::name).toList();
  }

  /** Whether a name, of today or of before, means a cluster of the week. */
  public boolean hasCluster(String name, ReviewWeek week) {
    return archive.clusters(week.range()).stream()
        .anyMatch(cluster -> archive.contents().means(name, cluster));
  }

  /** The summaries of all clusters in one week, by name. */
  public List<ClusterSummary> fleet(ReviewWeek week) {
    int version = archive.version();
    return archive.clusters(week.range()).stream()
        .map(cluster -> analyses.summary(cluster, week, version))
        .toList();
  }

  /** The numbers for monitors, which start no analysis. */
  public ServiceHealth health() {
    return new ServiceHealth(archive, analyses::summaryAtHand, tasks);
  }

  /**
   * The review of one week of a cluster.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know the cluster
   */
  public WeeklyReview review(String cluster, ReviewWeek week) {
    WeekAnalysis analysis = analyses.of(known(cluster), week);
    // Marks may be newer than the cached analysis.
    List<ClusterMark> marks = marks(analysis.result().ranking().cluster(), week.range());
    return analysis.review(tasks.onto(analysis.result()), marks);
  }

  /**
   * The result of one week of a cluster, from the archive if it keeps a valid one. Otherwise it is
   * made from the present state of the archive, and kept.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know the cluster
   */
  public WeekResult result(String cluster, ReviewWeek week) {
    return analyses.result(known(cluster), week);
  }

  /**
   * Makes and keeps the result of one week of a cluster, unless the archive has a valid one.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know the cluster, or cannot
   *     keep the result
   */
  public ResultState keepResult(String cluster, ReviewWeek week) {
    return analyses.keep(known(cluster), week);
  }

  /** The {@link #result} with the tasks of the cluster. */
  public ReviewedWeek reviewed(String cluster, ReviewWeek week) {
    return tasks.onto(result(cluster, week));
  }

  /** The {@link #result} with the tasks of the cluster, with all promises verified. */
  public ReviewedWeek verified(String cluster, ReviewWeek week) {
    return tasks.wholeOnto(result(cluster, week));
  }

  /** The sizing of a week under the assumptions of a what-if. */
  public SizingAdvice sizing(String cluster, ReviewWeek week, WhatIf whatIf) {
    return whatIf.equals(WhatIf.nothing())
        ? result(cluster, week).sizing()
        : analyses.of(known(cluster), week).sizing(whatIf);
  }

  /** A quick sizing that skips the search for fix sets, for a slider that is being dragged. */
  public QuickAdvice sizingAtHand(String cluster, ReviewWeek week, WhatIf whatIf) {
    return analyses.of(known(cluster), week).sizingAtHand(whatIf);
  }

  /**
   * The CPU utilisation of the busiest instance by hour of the week, today's and the predicted one;
   * empty if the CPU work is unknown.
   */
  public Optional<HourlyUse> hourly(String cluster, ReviewWeek week, WhatIf whatIf) {
    return analyses.of(known(cluster), week).hourly(whatIf);
  }

  /**
   * The outcomes of promises, in their order, from the load up to the end of {@code last}. They are
   * cached until the archive changes.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know a cluster
   */
  public List<PromiseVerification> verify(List<Promise> promises, ReviewWeek last) {
    return verifications.of(promises, last);
  }

  /** The plans of a query of a cluster, oldest first. */
  public List<StatementPlan> plans(String cluster, String fingerprint) {
    return archive.plans().of(cluster, fingerprint);
  }

  /** The marks of a cluster within a range, oldest first. */
  public List<ClusterMark> marks(String cluster, TimeRange range) {
    return archive.marks(cluster, range);
  }

  /**
   * Stores a mark.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know its cluster
   */
  public void addMark(ClusterMark mark) {
    archive.addMark(mark);
  }

  /**
   * Puts another mark in the place of a mark of a person, or none.
   *
   * @param by null takes the mark away
   */
  public void replaceMark(ClusterMark mark, @Nullable ClusterMark by) {
    archive.replaceMark(mark, by);
  }

  /** Whether the archive knows a cluster of that name, of today or of before. */
  public boolean hasCluster(String name) {
    return archive.contents().hasCluster(name);
  }

  /**
   * Every task with its outcome.
   *
   * @param last the last week for the verification of promises
   * @throws dev.teiten.review.store.StoreException if the store of tasks cannot be used
   */
  public Ledger ledger(ReviewWeek last) {
    return tasks.ledger(last);
  }

  /** The tasks, for reading and writing. */
  public TaskBook book() {
    return book;
  }

  /** A number that changes whenever an answer may have changed. */
  public long version() {
    return ((long) archive.version() << Integer.SIZE) + analyses.made() + 31 * tasks.version();
  }

  private Cluster known(String cluster) {
    return archive.cluster(cluster, Instant.MAX);
  }
}
