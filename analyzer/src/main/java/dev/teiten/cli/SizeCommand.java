package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.CsvTables;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.SizingTable;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.WhatIf;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "size",
    description = "Capacity reductions, with or without fixes.",
    footer = {
      "",
      "Example: what if this query did 80 %% less work?",
      "  teiten size --archive /var/lib/teiten --cluster pairs-main --week 2026-W46"
          + " --fix FINGERPRINT=80"
    })
final class SizeCommand implements Callable<Integer> {
  @Mixin ClusterWeekOptions options = new ClusterWeekOptions();
  @Mixin ReviewsOptions reviews = new ReviewsOptions();
  @Mixin WhatIfOptions whatIf = new WhatIfOptions();
  @Mixin OutputOption output = new OutputOption();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    WhatIf asked = whatIf.read();
    try (Archive archive = options.archiveOption.open()) {
      ReviewWeek week = options.weeks.week(Clock.systemUTC());
      SizingAdvice advice = reviews.reviews(archive).sizing(options.cluster.name, week, asked);
      if (advice.verdict() == SizingAdvice.Verdict.UNDECIDED) {
        EmptyWeek.check(archive, options.cluster.name, week);
      }
      PrintWriter out = spec.commandLine().getOut();
      if (output.isTable()) {
        out.println(SizingTable.summary(advice));
      }
      output.print(
          out,
          () -> SizingTable.of(advice),
          () -> CsvTables.sizing(advice),
          () -> JsonDocuments.sizing(advice));
      PrintWriter err = spec.commandLine().getErr();
      advice.warnings().forEach(warning -> err.println("note: " + warning));
      return 0;
    }
  }
}
