package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.rank.Ranking;
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

/** Asks the archive and puts a week's review together. Safe to share between threads. */
public class ReviewService {
  private final Archive archive;
  private final AnalysisCache analyses;
  private final VerificationCache verifications;
  private final TaskBook book;
  private final TaskOutcomes tasks;

  /** With the prices of the archive's folder, where it has some, over the bundled ones. */
  public ReviewService(Archive archive) {
    this(archive, PriceBook.of(archive.root()), ShardFolding.OFF);
  }

  /**
   * @param prices what instances cost
   * @param shards whether tables that differ in a trailing number only are one
   */
  public ReviewService(Archive archive, PriceBook prices, ShardFolding shards) {
    this(archive, prices, shards, TaskBook.none(), Duration.ZERO);
  }

  /**
   * @param prices what instances cost
   * @param shards whether tables that differ in a trailing number only are one
   * @param book what people wrote
   * @param patience how long an answer may be held up by the verification of promises
   */
  public ReviewService(
      Archive archive, PriceBook prices, ShardFolding shards, TaskBook book, Duration patience) {
    this.archive = archive;
    AnalysisMethod method = AnalysisMethod.of(prices, shards);
    this.analyses = new AnalysisCache(archive, method);
    this.verifications = new VerificationCache(archive, method.promises());
    this.book = book;
    this.tasks =
        new TaskOutcomes(
            book,
            patience,
            new TaskVerifications(this::verify, archive::version),
            new CapacityHistory(archive, prices));
  }

  /** The weeks that the archive holds, oldest first. */
  public List<ReviewWeek> weeks(ZoneId zone) {
    return archive.weeks(zone);
  }

  /** The fleet in one week, by name. */
  public List<ClusterSummary> fleet(ReviewWeek week) {
    return archive.clusters(week.range().to()).stream()
        .map(cluster -> summary(cluster, week))
        .toList();
  }

  private ClusterSummary summary(Cluster cluster, ReviewWeek week) {
    return ClusterSummaries.of(review(cluster.name(), week));
  }

  /**
   * Everything about one week of a cluster.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know the cluster
   */
  public WeeklyReview review(String cluster, ReviewWeek week) {
    return withTasks(marked(analyses.of(known(cluster), week).review()));
  }

  /**
   * The same, made from what the archive holds now; {@link #review} may show the last one while a
   * new one is being made.
   */
  public WeeklyReview freshReview(String cluster, ReviewWeek week) {
    return tasks.wholeOnto(marked(analyses.fresh(known(cluster), week).review()));
  }

  /** The ranking alone, in the order asked for. */
  public Ranking ranking(String cluster, ReviewWeek week, Ranking.Order order) {
    return analyses.of(known(cluster), week).ranking(order);
  }

  /**
   * The same for one question: nothing is kept, and sizing is left out where it does not matter.
   */
  public Ranking rankingOnce(String cluster, ReviewWeek week, Ranking.Order order) {
    return order == Ranking.Order.SAVINGS
        ? ranking(cluster, week, order)
        : analyses.rankOnce(known(cluster), week, order);
  }

  /** The sizing alone, with everything that may be assumed. */
  public SizingAdvice sizing(String cluster, ReviewWeek week, WhatIf whatIf) {
    return analyses.of(known(cluster), week).sizing(whatIf);
  }

  /** The same at once, without searching for what fixes release, while somebody drags. */
  public QuickAdvice sizingAtHand(String cluster, ReviewWeek week, WhatIf whatIf) {
    return analyses.of(known(cluster), week).sizingAtHand(whatIf);
  }

  /**
   * The CPU of the busiest instance by hour of the week, today's and what is predicted; empty where
   * the CPU work is not known.
   */
  public Optional<HourlyUse> hourly(String cluster, ReviewWeek week, WhatIf whatIf) {
    return analyses.of(known(cluster), week).hourly(whatIf);
  }

  /**
   * What became of promises, in their order: each held against what the archive has of its cluster
   * up to the end of {@code last}. Kept until the archive changes.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know a cluster
   */
  public List<PromiseVerification> verify(List<Promise> promises, ReviewWeek last) {
    return verifications.of(promises, last);
  }

  /** What happened to a cluster within a range, oldest first. */
  public List<ClusterMark> marks(String cluster, TimeRange range) {
    return archive.marks(cluster, range);
  }

  /**
   * Keeps a mark.
   *
   * @throws dev.teiten.load.TeitenException if the archive does not know its cluster
   */
  public void addMark(ClusterMark mark) {
    archive.addMark(mark);
  }

  /** Marks may come later than the analysis that is kept. */
  private WeeklyReview marked(WeeklyReview review) {
    var ranking = review.ranking();
    return review.with(marks(ranking.cluster(), ranking.week().range()));
  }

  /**
   * Every task with what became of it.
   *
   * @param last the last week to hold promises against
   * @throws dev.teiten.review.store.StoreException if the store of tasks cannot be used
   */
  public Ledger ledger(ReviewWeek last) {
    return tasks.ledger(last);
  }

  /** What people wrote, to be added to. */
  public TaskBook book() {
    return book;
  }

  /** A review with the tasks of its cluster. */
  protected WeeklyReview withTasks(WeeklyReview review) {
    return tasks.onto(review);
  }

  /** Changes whenever an answer may have changed: something was collected, or analyzed anew. */
  public long version() {
    return ((long) archive.version() << Integer.SIZE) + analyses.made() + 31 * tasks.version();
  }

  private Cluster known(String cluster) {
    return archive.cluster(cluster, Instant.MAX);
  }
}
