package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.collect.LogImport;
import dev.teiten.collect.LogImportReport;
import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Instance;
import dev.teiten.load.SettingException;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.TextTable;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.StatementMask;
import dev.teiten.source.mysql.ServerNames;
import dev.teiten.source.sample.StatementLog;
import dev.teiten.source.slowlog.SlowLog;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "slow-log",
    description = {
      "Adds slow query logs of MySQL, MariaDB and Percona Server, plain or gzip.",
      "Statements are kept without their literals. A log may be imported again: what is in the",
      "archive already is left out."
    },
    footer = {
      "",
      "Each log belongs to the server that its name tells: db1-slow.log and db1-slow.log.2.gz are of",
      "db1. --instance names the server of all. Example:",
      "  teiten import slow-log db1-slow.log* --archive DIR --cluster shop"
    })
final class SlowLogCommand implements Callable<Integer> {
  /** A log whose shortest statement is longer than this seconds lacks shorter ones. */
  private static final double SHORT_SECONDS = 0.005;

  /** A log with fewer statements does not tell what is missing. */
  private static final long ENOUGH = 20;

  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin OutputOption output = new OutputOption();
  @Mixin ClusterOption cluster = new ClusterOption();
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The logs, oldest first.")
  List<Path> files = List.of();

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description = "The server that wrote the logs; default: by the name of each.")
  @Nullable String instance;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new SettingException(file + " is no file", "Name slow query logs.");
      }
      new ServerNames(cluster.name, serverOf(file));
    }
    StatementMask mask = new LiteralFindings();
    List<LogImportReport> reports = new ArrayList<>();
    try (Archive archive = archiveOption.create();
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
      LogImport logs = new LogImport(archive);
      for (Path file : files) {
        try (SlowLog log = SlowLog.open(file, mask)) {
          reports.add(logs.add(log, file.toString(), l -> server(l, serverOf(file)), bar));
        }
      }
    }
    print(reports);
    return reports.stream().allMatch(report -> report.statements() > 0) ? 0 : CommandErrors.FAILED;
  }

  /** MySQL calls the log by the host's name: {@code db1-slow.log}, rotated {@code .2.gz}. */
  private String serverOf(Path file) {
    if (instance != null) {
      return instance;
    }
    String name = Objects.requireNonNull(file.getFileName()).toString();
    String base =
        name.replaceFirst(
            "[-_.]?(slow|slowquery|slow_query)?([-_.]log)?([-_.][0-9TZ_-]+)?(\\.gz)?$", "");
    String legal = base.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    return legal.isEmpty() ? "server" : legal.substring(0, Math.min(63, legal.length()));
  }

  private MonitoredInstance server(StatementLog log, String name) {
    String version = log.serverVersion();
    Instance server =
        new Instance(
            "log-" + cluster.name + "-" + name,
            name,
            version == null ? "unknown" : version,
            null,
            null,
            null,
            null,
            null);
    return new MonitoredInstance(
        cluster.name,
        Cluster.SAMPLED,
        log.engine(),
        StorageType.STANDARD,
        server,
        false,
        0,
        null,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void print(List<LogImportReport> reports) {
    output.print(
        spec.commandLine().getOut(),
        () -> table(reports),
        () -> table(reports),
        () -> JsonDocuments.write(Map.of("logs", reports)));
    PrintWriter err = spec.commandLine().getErr();
    for (LogImportReport report : reports) {
      warnings(report).forEach(warning -> err.println("note: " + report.file() + ": " + warning));
    }
    err.flush();
  }

  private static List<String> warnings(LogImportReport report) {
    List<String> warnings = new ArrayList<>();
    Double shortest = report.shortestSeconds();
    if (report.statements() == 0) {
      warnings.add("it has no complete entry of a slow log.");
    }
    if (report.unreadable() > 0) {
      warnings.add(report.unreadable() + " entries have no time or no duration and are left out.");
    }
    if (report.statements() >= ENOUGH && shortest != null && shortest > SHORT_SECONDS) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "its shortest statement took %.3f s, so long_query_time was about that. Shorter"
                  + " statements are not in the log; their share of the load is not known. SET"
                  + " GLOBAL long_query_time = 0 logs all.",
              shortest));
    }
    return warnings;
  }

  private static TextTable table(List<LogImportReport> reports) {
    List<List<String>> rows =
        reports.stream()
            .map(
                r ->
                    List.of(
                        r.file(),
                        String.valueOf(r.statements()),
                        String.valueOf(r.added()),
                        String.format(Locale.ROOT, "%.3f", r.seconds()),
                        text(r.from()),
                        text(r.to()),
                        String.valueOf(r.days())))
            .toList();
    return new TextTable(
        List.of("log", "statements", "added", "seconds", "from", "to", "days"), rows);
  }

  private static String text(@Nullable Instant time) {
    return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
