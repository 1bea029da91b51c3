package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.collect.CollectHealth;
import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.CollectShard;
import dev.teiten.collect.FleetCollectReport;
import dev.teiten.collect.FleetCollector;
import dev.teiten.load.SettingException;
import dev.teiten.source.LoadSource;
import dev.teiten.source.SourceException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "collect",
    description =
        "Pulls from Performance Insights and RDS into the archive what the archive lacks.",
    footer = {
      "",
      "Safe to run again, to interrupt, and to run beside `serve`. Several regions, profiles and",
      "roles are collected side by side; one that fails is reported and does not stop the others.",
      "With --every it goes on until it is ended (SIGTERM), and fetches the running day of",
      "short-lived instances; `status/collect.json` in the archive tells its state. Examples:",
      "  teiten collect --archive /var/lib/teiten --region ap-northeast-1 --week 2026-W46",
      "  teiten collect --archive /var/lib/teiten --region ap-northeast-1 --every 1h"
    })
final class CollectCommand implements Callable<Integer> {
  /** A service manager waits longer before it kills. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin AwsOptions aws = new AwsOptions();
  @Mixin RangeOptions range = new RangeOptions();
  @Mixin AnalyzeAfterOption after = new AnalyzeAfterOption();
  @Mixin NotifyOptions messages = new NotifyOptions();
  @Mixin ClustersOption clusters = new ClustersOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Only the I-th of N parts of the clusters, for N machines with one archive; default: all.")
  @Nullable String shard;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description = "Days at the same time in each region, 1..32; default: 4.")
  int concurrency = 4;

  @Option(
      names = "--every",
      paramLabel = "INTERVAL",
      description = "Collects again and again, such as every 1h; default: once.")
  @Nullable String every;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    CollectPlan plan =
        new CollectPlan(range.range(clock), clusters.names, concurrency, every != null, part());
    return every == null ? once(plan) : again(plan, every);
  }

  private CollectShard part() {
    if (shard != null && !clusters.names.isEmpty()) {
      throw new SettingException(
          "--shard and --cluster exclude each other",
          "Give one of them, or none for all clusters.");
    }
    return shard == null ? CollectShard.ALL : CollectShard.parse(shard);
  }

  private int again(CollectPlan plan, String interval) {
    if (plan.range() != null) {
      throw new SettingException(
          "--every and a range exclude each other", "Collect a past range once, without --every.");
    }
    Duration every = CollectService.interval(interval);
    PrintWriter err = spec.commandLine().getErr();
    try (Archive archive = archiveOption.create()) {
      CollectStatus status = new CollectStatus(archive.root(), clock.instant());
      CollectService service =
          new CollectService(new FleetRound(archive, plan), every, status, clock, err);
      Thread hook =
          new Thread(
              () -> {
                service.stop(PATIENCE);
                // A signal would else give 143, although the service was only asked to end.
                Runtime.getRuntime().halt(status.exitStatus());
              });
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        return service.run();
      } finally {
        ShutdownHooks.remove(hook);
      }
    }
  }

  /** A collect of all sources; each has new clients, which may have new credentials. */
  private final class FleetRound implements CollectService.CollectRound {
    private final Archive archive;
    private final CollectPlan plan;
    private volatile @Nullable FleetCollector running;

    FleetRound(Archive archive, CollectPlan plan) {
      this.archive = archive;
      this.plan = plan;
    }

    @Override
    public int run(PrintWriter summary) {
      List<LoadSource> sources = aws.sources(clock);
      try {
        FleetCollector collector = new FleetCollector(sources, archive, clock);
        running = collector;
        FleetCollectReport report = noted(archive, () -> collector.collect(plan, progress -> {}));
        return conclude(archive, plan, report, summary);
      } finally {
        sources.forEach(LoadSource::close);
      }
    }

    @Override
    public void stop() {
      FleetCollector collector = running;
      if (collector != null) {
        collector.stop();
      }
    }
  }

  private int once(CollectPlan plan) {
    List<LoadSource> sources = aws.sources(clock);
    try (Archive archive = archiveOption.create()) {
      FleetCollectReport report = noted(archive, () -> collect(sources, archive, plan));
      return conclude(archive, plan, report, spec.commandLine().getErr());
    } finally {
      sources.forEach(LoadSource::close);
    }
  }

  /** Prints the summary, notes the result for monitors, and analyses; returns the exit status. */
  private int conclude(
      Archive archive, CollectPlan plan, FleetCollectReport report, PrintWriter out) {
    CollectSummary summary = new CollectSummary(report, plan);
    summary.print(out);
    int status = CommandErrors.FAILED;
    try {
      status = summary.status();
    } finally {
      boolean succeeded = status == 0;
      note(
          archive,
          health -> health.after(report, succeeded, clock.instant()),
          summary.firstFailure());
    }
    try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
      after.run(archive, plan, range.weeks.zone(), clock, bar, out);
    }
    return status;
  }

  /** Keeps the health for monitors, and tells a failure once and not with every repetition. */
  private void note(Archive archive, UnaryOperator<CollectHealth> change, String failure) {
    CollectHealth before = CollectHealth.of(archive.root());
    CollectHealth after = change.apply(before);
    after.keep(archive.root());
    if (after.isFailing() && !before.isFailing()) {
      messages.failure(failure, spec.commandLine().getErr());
    }
  }

  /** A collect that no place answers has no report. */
  private FleetCollectReport noted(Archive archive, Supplier<FleetCollectReport> collect) {
    try {
      return collect.get();
    } catch (SourceException e) {
      note(archive, health -> health.afterNothing(clock.instant()), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private FleetCollectReport collect(List<LoadSource> sources, Archive archive, CollectPlan plan) {
    PrintWriter err = spec.commandLine().getErr();
    FleetCollector collector = new FleetCollector(sources, archive, clock);
    Thread hook = new Thread(() -> stop(collector, err));
    Runtime.getRuntime().addShutdownHook(hook);
    try (ProgressBar bar = new ProgressBar(err)) {
      return collector.collect(plan, bar);
    } finally {
      ShutdownHooks.remove(hook);
    }
  }

  private static void stop(FleetCollector collector, PrintWriter err) {
    collector.stop();
    err.println();
    err.println(
        "teiten: stopped. What is in the archive stays; run the same command again to go on.");
    err.flush();
  }
}
