package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.FleetCollectReport;
import dev.teiten.collect.FleetCollector;
import dev.teiten.source.LoadSource;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
      "Example:",
      "  teiten collect --archive /var/lib/teiten --region ap-northeast-1 --week 2026-W46"
    })
final class CollectCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin AwsOptions aws = new AwsOptions();
  @Mixin RangeOptions range = new RangeOptions();
  @Spec CommandSpec spec;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      split = ",",
      description = "Only these clusters, as name or name@region; default: all.")
  Set<String> clusters = new LinkedHashSet<>();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description = "Days at the same time in each region, 1..32; default: 4.")
  int concurrency = 4;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    CollectPlan plan = new CollectPlan(range.range(clock), clusters, concurrency);
    List<LoadSource> sources = aws.sources(clock);
    try (Archive archive = archiveOption.create()) {
      CollectSummary summary = new CollectSummary(collect(sources, archive, plan));
      summary.print(spec.commandLine().getErr());
      return summary.status();
    } finally {
      sources.forEach(LoadSource::close);
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
