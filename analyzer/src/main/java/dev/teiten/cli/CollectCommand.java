package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.archive.CollectPlan;
import dev.teiten.archive.CollectReport;
import dev.teiten.archive.Collector;
import dev.teiten.collect.CollectException;
import dev.teiten.collect.LoadSource;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      "Safe to run again, to interrupt, and to run beside `serve`. Example:",
      "  teiten collect --archive /var/lib/teiten --region ap-northeast-1 --week 2026-W46"
    })
final class CollectCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin AwsOptions aws = new AwsOptions();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Spec CommandSpec spec;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      split = ",",
      description = "Only these clusters; default: all.")
  Set<String> clusters = new LinkedHashSet<>();

  @Option(
      names = "--from",
      paramLabel = "T",
      description = "Start of a range, such as 2026-11-09T00:00:00Z.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "T", description = "End of the range, exclusive.")
  @Nullable String to;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description = "Days at the same time, 1..32; default: 4.")
  int concurrency = 4;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    CollectPlan plan = new CollectPlan(range(), clusters, concurrency);
    List<LoadSource> sources = aws.sources(clock);
    int collected = 0;
    try (Archive archive = archiveOption.create()) {
      for (LoadSource source : sources) {
        try (source) {
          collected += collect(source, archive, plan);
        }
      }
    }
    return collected == 0 ? Errors.FAILED : 0;
  }

  private @Nullable TimeRange range() {
    if (weeks.isGiven() && (from != null || to != null)) {
      throw new SettingException(
          "--week and --from/--to exclude each other", "Give one of the two.");
    }
    if (weeks.isGiven()) {
      return weeks.week(clock).range();
    }
    if (from == null && to == null) {
      return null;
    }
    if (from == null || to == null) {
      throw new SettingException(
          "--from and --to go together", "Give both, such as --from 2026-11-09T00:00:00Z.");
    }
    Instant start = instant("--from", from);
    Instant end = instant("--to", to);
    if (!start.isBefore(end)) {
      throw new SettingException(
          "--from " + from + " is not before --to " + to, "The range is half-open, [from, to).");
    }
    return new TimeRange(start, end);
  }

  private static Instant instant(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new SettingException(
          option + " " + text + " is not an instant",
          "Write it in ISO-8601 UTC, such as 2026-11-09T00:00:00Z.");
    }
  }

  /** Returns how many days of instances the archive has of what was asked for. */
  private int collect(LoadSource source, Archive archive, CollectPlan plan) {
    PrintWriter err = spec.commandLine().getErr();
    List<MonitoredInstance> inventory = source.inventory();
    checkClusters(inventory);
    archive.addInventory(
        inventory.stream()
            .filter(i -> clusters.isEmpty() || clusters.contains(i.cluster()))
            .toList());
    Collector collector = new Collector(source, archive, clock);
    Thread hook = new Thread(() -> stop(collector, err));
    Runtime.getRuntime().addShutdownHook(hook);
    try (ProgressBar bar = new ProgressBar(err)) {
      CollectReport report = collector.collect(plan, inventory, bar);
      bar.close();
      report(report, err);
      return report.collectedDays() + report.keptDays();
    } finally {
      Shutdown.remove(hook);
    }
  }

  private static void stop(Collector collector, PrintWriter err) {
    collector.stop();
    err.println();
    err.println("teiten: stopped. What is in the archive stays; run the same command to go on.");
    err.flush();
  }

  private void checkClusters(List<MonitoredInstance> inventory) {
    Set<String> known =
        inventory.stream().map(MonitoredInstance::cluster).collect(Collectors.toSet());
    for (String cluster : clusters) {
      if (!known.contains(cluster)) {
        throw new TeitenException(
            "There is no cluster " + cluster,
            known.isEmpty()
                ? "The region has no Aurora, MySQL or PostgreSQL instance; check --region and the account."
                : "There is " + String.join(", ", new java.util.TreeSet<>(known)) + ".");
      }
    }
    if (inventory.isEmpty()) {
      throw new TeitenException(
          "No Aurora, MySQL or PostgreSQL instance was found",
          "Check --region and the account (AWS_PROFILE, --role-arn).");
    }
  }

  private static void report(CollectReport report, PrintWriter err) {
    err.printf(
        "Collected %d instance-days of %d instances (%d were there) with %d requests.%n",
        report.collectedDays(), report.instances(), report.keptDays(), report.requests());
    if (!report.failures().isEmpty()) {
      CollectException first = report.failures().get(0);
      err.printf(
          "%d instance-days could not be collected; the first: %s. %s%n",
          report.failures().size(), first.getMessage(), first.hint());
    }
    if (report.instances() == 0) {
      err.println(
          "No chosen instance has Performance Insights on within the range; `teiten check` tells more.");
    }
  }
}
