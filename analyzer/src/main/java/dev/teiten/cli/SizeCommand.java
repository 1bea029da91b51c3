package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.review.DataTables;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.Reviews;
import dev.teiten.review.SizingTable;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Fix;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "size",
    description = "Capacity reductions, with or without fixes.",
    footer = {
      "",
      "Example: what if this query did 80 % less work?",
      "  teiten size --archive /var/lib/teiten --cluster pairs-main --week 2026-W46 --fix t1-9f3c…=80"
    })
final class SizeCommand implements Callable<Integer> {
  @Mixin ClusterWeekOptions options = new ClusterWeekOptions();
  @Mixin OutputOption output = new OutputOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--fix",
      paramLabel = "FINGERPRINT=PERCENT",
      description = "Assume that a fix removes so much of a query's work, 0..100.")
  Map<String, Double> fixes = new LinkedHashMap<>();

  @Option(
      names = "--target",
      paramLabel = "CLASS",
      description = "Evaluate this class, such as db.r7g.4xlarge.")
  @Nullable String target;

  @Option(
      names = "--readers",
      paramLabel = "N",
      description = "Evaluate this number of readers, 0..15.")
  @Nullable Integer readers;

  @Override
  public Integer call() {
    if (readers != null && (readers < 0 || readers > 15)) {
      throw new SettingException(
          "--readers " + readers + " is out of range", "An Aurora cluster has 0 to 15 readers.");
    }
    List<Fix> all = new ArrayList<>();
    fixes.forEach((fingerprint, percent) -> all.add(fix(fingerprint, percent)));
    try (Archive archive = options.archiveOption.open()) {
      ReviewWeek week = options.weeks.week(Clock.systemUTC());
      EmptyWeek.check(archive, options.cluster, week);
      SizingAdvice advice =
          new Reviews(archive, options.shardOption.shards())
              .sizing(options.cluster, week, all, target, readers);
      PrintWriter out = spec.commandLine().getOut();
      if (output.isTable()) {
        out.println(SizingTable.summary(advice));
      }
      output.print(
          out,
          () -> SizingTable.of(advice),
          () -> DataTables.sizing(advice),
          () -> JsonDocuments.sizing(advice));
      PrintWriter err = spec.commandLine().getErr();
      advice.warnings().forEach(warning -> err.println("note: " + warning));
      return 0;
    }
  }

  private static Fix fix(String fingerprint, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new SettingException(
          "--fix " + fingerprint + "=" + percent + " is out of range", "Percent go from 0 to 100.");
    }
    return new Fix(fingerprint, percent);
  }
}
