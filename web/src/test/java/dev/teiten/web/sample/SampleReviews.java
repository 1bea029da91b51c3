package dev.teiten.web.sample;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.rank.Ranking;
import dev.teiten.review.AgendaItem;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.ReviewService;
import dev.teiten.review.WeeklyReview;
import dev.teiten.review.promise.Promise;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.TaskBook;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.WhatIf;
import dev.teiten.size.predict.Assumption;
import dev.teiten.size.price.PriceBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A fleet of three: {@code main} with nine instances and everything to talk about, {@code billing}
 * quiet and without a price, {@code idle} without data.
 */
public class SampleReviews extends ReviewService {

  public static final String LAST = "2026-W46";
  private static final double VCPUS = 32;
  private static final Map<String, WeeklyReview> KEPT = new ConcurrentHashMap<>();

  private final List<ClusterMark> marks =
      new CopyOnWriteArrayList<>(
          List.of(
              mark("2026-11-10T14:00:00Z", "deploy 1234: likes by day", ClusterMark.Source.MANUAL),
              mark(
                  "2026-11-13T03:00:00Z",
                  "main-5: DB instance restarted",
                  ClusterMark.Source.RDS_EVENT)));

  private static ClusterMark mark(String at, String label, ClusterMark.Source source) {
    return new ClusterMark(Instant.parse(at), "main", label, source);
  }

  /** The archive stays empty: what is asked for is made up below. */
  public SampleReviews() {
    this(TaskBook.none());
  }

  /** With what people wrote. */
  public SampleReviews(TaskBook book) {
    super(
        new Archive(Path.of("target", "no-archive"), new DuckDbEngine()),
        PriceBook.bundled(),
        ShardFolding.OFF,
        book,
        Duration.ofMinutes(1));
  }

  @Override
  public List<PromiseVerification> verify(List<Promise> promises, ReviewWeek last) {
    return promises.stream().map(SampleTasks::verification).toList();
  }

  @Override
  public List<ReviewWeek> weeks(ZoneId zone) {
    ReviewWeek last = ReviewWeek.parse(LAST, zone);
    List<ReviewWeek> weeks = new ArrayList<>();
    for (int back = 5; back >= 0; back--) {
      weeks.add(last.plus(-back));
    }
    return weeks;
  }

  @Override
  public List<ClusterSummary> fleet(ReviewWeek week) {
    return List.of(
        new ClusterSummary(
            cluster("billing", 2),
            week,
            0.714,
            null,
            0.84,
            3.2,
            0.85,
            null,
            Verdict.UNDECIDED,
            null,
            null,
            true),
        new ClusterSummary(
            cluster("idle", 1),
            week,
            0,
            2,
            null,
            null,
            null,
            null,
            Verdict.UNDECIDED,
            211.0,
            null,
            false),
        new ClusterSummary(
            cluster("main", 9),
            week,
            0.988,
            288,
            36.1,
            214.0,
            31.2,
            0.41,
            Verdict.KEEP,
            30484.8,
            10161.6,
            false));
  }

  @Override
  public WeeklyReview review(String cluster, ReviewWeek week) {
    return withTasks(
        KEPT.computeIfAbsent(cluster + week + week.zone(), unused -> build(cluster, week))
            .with(marks(cluster, week.range())));
  }

  @Override
  public List<ClusterMark> marks(String cluster, TimeRange range) {
    return marks.stream()
        .filter(mark -> mark.cluster().equals(cluster) && range.contains(mark.at()))
        .sorted(Comparator.comparing(ClusterMark::at))
        .toList();
  }

  @Override
  public long version() {
    return marks.size() + 1000 * book().version();
  }

  @Override
  public void addMark(ClusterMark mark) {
    marks.add(mark);
  }

  private WeeklyReview build(String cluster, ReviewWeek week) {
    List<ReviewWeek> weeks = weeks(week.zone());
    if (cluster.equals("idle")) {
      SampleLoads none = new SampleLoads(cluster("idle", 0), List.of(), 2, 0);
      return new WeeklyReview(
          none.of(week, List.of()),
          DimensionLoads.none(week.range().from()),
          SampleRanking.empty(cluster, week),
          SampleSizing.undecided(cluster, week),
          List.of(),
          List.of(),
          List.of());
    }
    boolean main = isMain(cluster);
    double scale = main ? 1 : 0.02;
    SampleLoads loads =
        new SampleLoads(cluster(cluster, main ? 9 : 2), SampleQuery.ofMain(), VCPUS, scale);
    ClusterLoad load = loads.of(week, weeks);
    return new WeeklyReview(
        load,
        main ? SampleDimensions.of(load) : DimensionLoads.none(week.range().from()),
        ranking(cluster, week, Ranking.Order.LOAD),
        sizing(cluster, week, WhatIf.nothing()),
        main
            ? List.of(
                Sentence.plain(
                    "Peak load 214 of 288 vCPUs on Wed 20:40: three queries hold 62 % of it."),
                Sentence.plain("Fixing two of them releases 3 readers, $10,162 a month."))
            : List.of(
                Sentence.plain("Nothing changed beyond the weekly noise: no meeting is needed.")),
        main ? agenda() : List.of(),
        List.of());
  }

  @Override
  public Ranking ranking(String cluster, ReviewWeek week, Ranking.Order order) {
    boolean main = isMain(cluster);
    return SampleRanking.of(cluster, week, SampleQuery.ofMain(), main ? 1 : 0.02, main ? 9 : 2);
  }

  @Override
  public SizingAdvice sizing(String cluster, ReviewWeek week, WhatIf whatIf) {
    return isMain(cluster)
        ? SampleSizing.of(
            cluster, week, SampleQuery.ofMain(), whatIf.fixes(), whatIf.target(), whatIf.readers())
        : SampleSizing.undecided(cluster, week);
  }

  @Override
  public QuickAdvice sizingAtHand(String cluster, ReviewWeek week, WhatIf whatIf) {
    return new QuickAdvice(sizing(cluster, week, whatIf), true);
  }

  @Override
  public Optional<HourlyUse> hourly(String cluster, ReviewWeek week, WhatIf whatIf) {
    if (!isMain(cluster)) {
      return Optional.empty();
    }
    double growth = whatIf.assumptions().getOrDefault(Assumption.GROWTH, 1.0);
    double[] today = new double[168];
    double[] predicted = new double[168];
    for (int hour = 0; hour < today.length; hour++) {
      boolean gap = hour == 4 * 24 + 3 || hour == 4 * 24 + 4;
      today[hour] = gap ? Double.NaN : 0.16 * SampleLoads.rhythm(hour * 60 + 30);
      predicted[hour] = today[hour] * 1.35 * growth;
    }
    return Optional.of(new HourlyUse(today, predicted, 0.72, "db.r5.8xlarge with 5 readers"));
  }

  private static boolean isMain(String cluster) {
    if (!cluster.startsWith("main") && !cluster.equals("billing")) {
      throw new TeitenException("The archive has no cluster " + cluster, "List them.");
    }
    return !cluster.equals("billing");
  }

  private static List<AgendaItem> agenda() {
    List<SampleQuery> queries = SampleQuery.ofMain();
    return List.of(
        new AgendaItem(
            AgendaItem.Kind.NEW,
            Sentence.plain("SELECT … FROM feed_candidates: 3.12 AAS, rank 2"),
            Sentence.plain("It did not run in the five weeks before."),
            queries.get(1).fingerprint()),
        new AgendaItem(
            AgendaItem.Kind.REGRESSED,
            Sentence.plain("SELECT … FROM likes: +52 % work a call"),
            Sentence.plain("95 % interval +40 % to +66 %, since Tue 14:00; calls unchanged."),
            queries.get(0).fingerprint()),
        new AgendaItem(
            AgendaItem.Kind.VICTIM,
            Sentence.plain("UPDATE counters waits for row locks: +0.78 AAS"),
            Sentence.plain("Its own work and its calls did not change."),
            queries.get(2).fingerprint()),
        new AgendaItem(
            AgendaItem.Kind.MONEY,
            Sentence.plain("Two fixes release 3 readers, $10,162 a month"),
            Sentence.plain("p99 stays below 70 % after the loss of one Availability Zone."),
            null));
  }

  static Cluster cluster(String name, int instances) {
    List<Instance> list = new ArrayList<>();
    for (int i = 1; i <= instances; i++) {
      String type = name.startsWith("main") ? "db.r5.8xlarge" : "db.t9.huge";
      list.add(
          new Instance(
              "db-" + name + i,
              name + "-" + i,
              "8.0.mysql_aurora.3.08.0",
              type,
              i == 1 ? Role.WRITER : Role.READER,
              "ap-northeast-1" + "acd".charAt(i % 3),
              i,
              null));
    }
    return new Cluster(
        name,
        name.equals("idle") ? "us-east-1" : "ap-northeast-1",
        Engine.AURORA_MYSQL,
        Cluster.StorageType.STANDARD,
        list);
  }
}
