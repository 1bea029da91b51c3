package dev.teiten.web;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.cli.AwsOptions;
import dev.teiten.cli.ProgressBar;
import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.CollectProgress;
import dev.teiten.collect.CollectReport;
import dev.teiten.collect.SourceCollector;
import dev.teiten.fixtures.endpoint.AwsEndpoints;
import dev.teiten.fixtures.endpoint.wire.ExampleCredentials;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.review.ReviewDocument;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import dev.teiten.size.price.PriceBook;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.aws.AwsSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simulated fleet behind its endpoints, and an archive filled from them over the AWS protocol.
 */
final class DemoEnvironment implements AutoCloseable {
  private static final int CONCURRENCY = 3;

  /** No scaled reader of the demo lives longer. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(12);

  private final AwsEndpoints endpoints;
  private final SimulatedFleet fleet;
  private final Path folder;
  private final Archive archive;
  private final LoadSource source;
  private final TaskBook book;
  private final ReviewService reviews;
  private final ReviewWeek week;
  private final int weeks;
  private final DemoClock clock;
  private final PrintWriter err;
  private final CollectionStatus progress = CollectionStatus.none();
  private final List<MonitoredInstance> inventory;

  private DemoEnvironment(
      AwsEndpoints endpoints,
      SimulatedFleet fleet,
      Path folder,
      int weeks,
      DemoClock clock,
      Clock present,
      PrintWriter err) {
    this.endpoints = endpoints;
    this.fleet = fleet;
    this.folder = folder;
    this.weeks = weeks;
    this.clock = clock;
    this.err = err;
    this.week = ReviewWeek.lastComplete(clock.instant(), ZoneId.of("UTC"));
    this.archive = new Archive(folder, new DuckDbEngine());
    this.book = TaskBook.at(StoreAddress.in(folder), JdbcReviewStore::open, present);
    this.reviews =
        new ReviewService(
                archive, PriceBook.of(folder), ShardFolding.OFF, book, ServerStartup.PATIENCE)
            .inBackground(ServerStartup.PATIENCE);
    this.source =
        AwsOptions.source(new AwsSettings(fleet.region(), null, null, endpoints.uri()), clock);
    this.inventory = source.inventory();
    archive.addInventory(inventory);
  }

  static DemoEnvironment start(long seed, int weeks, Clock present, PrintWriter err) {
    DemoClock clock = new DemoClock(Clock.fixed(present.instant(), present.getZone()));
    SimulatedFleet fleet = SimulatedFleet.demo(seed, clock.instant());
    AwsEndpoints endpoints = AwsEndpoints.start(fleet, clock);
    // The SDK's default chain looks here first.
    System.setProperty("aws.accessKeyId", ExampleCredentials.ACCESS_KEY_ID);
    System.setProperty("aws.secretAccessKey", ExampleCredentials.SECRET_ACCESS_KEY);
    err.println("Simulated Aurora fleet: PI and RDS endpoints on " + endpoints.uri());
    return new DemoEnvironment(endpoints, fleet, temporaryFolder(), weeks, clock, present, err);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("teiten-demo-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new TeitenException(
          "No temporary folder for the demo's archive", "Is the disk full?", e);
    }
  }

  ReviewService reviews() {
    return reviews;
  }

  CollectionStatus progress() {
    return progress;
  }

  void collectNewestWeek() {
    collect(week.range(), week.label());
    new DemoTasks(reviews, book, week).write();
  }

  /** Collects the older weeks, the newest of them first. */
  void collectOlderWeeks() {
    for (int back = 1; back < weeks; back++) {
      collect(
          week.plus(-back).range(),
          week.plus(-back).label() + " (" + back + " of " + (weeks - 1) + ")");
    }
    progress.update(0, 0, "");
  }

  private void collect(TimeRange range, String label) {
    long start = System.nanoTime();
    visitScaledReaders(range, label);
    CollectPlan plan = new CollectPlan(range, Set.of(), CONCURRENCY);
    try (ProgressBar bar = new ProgressBar(err)) {
      CollectReport report =
          new SourceCollector(source, archive, clock)
              .collect(plan, inventory, p -> show(p, label, bar));
      bar.close();
      err.printf(
          "Collected %s in %d s: %d instance-days, %d requests so far.%n",
          label,
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          report.collectedDays(),
          report.requests());
      check(report);
    }
  }

  private static void check(CollectReport report) {
    if (!report.failures().isEmpty()) {
      throw report.failures().get(0);
    }
  }

  /** Collects what is gone by now as if an hourly collect had run at the time. */
  private void visitScaledReaders(TimeRange range, String label) {
    Map<Instant, Set<String>> visits = fleet.lastHours(new MinuteSpan(range.from(), range.to()));
    int done = 0;
    try (ProgressBar bar = new ProgressBar(err)) {
      for (Map.Entry<Instant, Set<String>> visit : visits.entrySet()) {
        Instant hour = visit.getKey();
        clock.hold(hour);
        TimeRange recent = new TimeRange(hour.minus(LONGEST_LIFE), hour);
        CollectPlan plan = new CollectPlan(recent, visit.getValue(), CONCURRENCY, true);
        check(new SourceCollector(source, archive, clock).collect(plan, progress -> {}));
        bar.accept(new CollectProgress(++done, visits.size(), label));
      }
    } finally {
      clock.release();
    }
  }

  private void show(CollectProgress state, String label, ProgressBar bar) {
    bar.accept(new CollectProgress(state.done(), state.total(), label));
    progress.update(state.done(), state.total(), label);
  }

  /** This week's review of every cluster, as text. */
  String review() {
    return archive.clusters(week.range()).stream()
        .map(Cluster::name)
        .map(name -> ReviewDocument.text(reviews.verified(name, week)))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  @Override
  public void close() {
    source.close();
    book.close();
    archive.close();
    endpoints.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DemoEnvironment::deleteOne);
    } catch (IOException | UncheckedIOException e) {
      // The folder is gone already, or still in use; it lies in the system's temporary folder.
      return;
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
