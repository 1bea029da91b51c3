package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.rank.Ranking;
import dev.teiten.review.CsvTables;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.RankingTable;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "rank",
    description = "The dominant load contributors, and what changed against the weeks before.",
    footer = {
      "",
      "Example:",
      "  teiten rank --archive /var/lib/teiten --cluster pairs-main --week 2026-W46 --by peak"
    })
final class RankCommand implements Callable<Integer> {
  @Mixin ClusterWeekOptions options = new ClusterWeekOptions();
  @Mixin ReviewsOptions reviews = new ReviewsOptions();
  @Mixin OutputOption output = new OutputOption();
  @Spec CommandSpec spec;

  @Option(
      names = "--by",
      defaultValue = "load",
      description =
          "load (default), peak (cores that the peak falls by without the query) or savings (dollars"
              + " that a fix of the query alone releases).")
  Ranking.Order order = Ranking.Order.LOAD;

  @Option(
      names = "--top",
      defaultValue = "25",
      paramLabel = "N",
      description = "How many queries, 1..1000; default: 25.")
  int top = 25;

  @Override
  public Integer call() {
    if (top < 1 || top > 1000) {
      throw new SettingException("--top " + top + " is out of range", "It goes from 1 to 1000.");
    }
    try (Archive archive = options.archiveOption.open()) {
      ReviewWeek week = options.weeks.week(Clock.systemUTC());
      Ranking ranking =
          reviews.reviews(archive).result(options.cluster.name, week).ranking(order).top(top);
      if (ranking.loadAas() == null) {
        EmptyWeek.check(archive, options.cluster.name, week);
      }
      PrintWriter out = spec.commandLine().getOut();
      output.print(
          out,
          () -> RankingTable.of(ranking),
          () -> CsvTables.ranking(ranking),
          () -> JsonDocuments.ranking(ranking));
      PrintWriter err = spec.commandLine().getErr();
      ranking.warnings().forEach(warning -> err.println("note: " + warning));
      return 0;
    }
  }
}
