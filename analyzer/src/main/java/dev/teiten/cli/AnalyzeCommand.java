package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.cli.AnalysisRun.AnalysedWeek;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewService;
import dev.teiten.review.TextTable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "analyze",
    description = "Makes the results of clusters and weeks that lack a valid one.",
    footer = {
      "",
      "Lists, `rank`, `size` and `review` read a kept result instead of the load. A result is made again",
      "when days, members, statements, prices or the version of Teiten changed. Give the same --prices,",
      "--shard-digits and --zone as to the commands that read it. Without --week, all weeks. Example:",
      "  teiten analyze --archive /var/lib/teiten --week 2026-W46"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin ReviewsOptions reviewsOptions = new ReviewsOptions();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Mixin OutputOption output = new OutputOption();
  @Mixin ClustersOption clusters = new ClustersOption();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (Archive archive = archiveOption.open()) {
      // Throws if a cluster is unknown.
      clusters.names.forEach(name -> archive.cluster(name, Instant.MAX));
      ReviewService reviews = reviewsOptions.reviews(archive);
      List<AnalysedWeek> analysed;
      try (ProgressBar bar = new ProgressBar(err)) {
        analysed = new AnalysisRun(archive, reviews).run(weeks(reviews), clusters.names, bar);
      }
      output.print(
          spec.commandLine().getOut(),
          () -> table(analysed),
          () -> table(analysed),
          () -> JsonDocuments.write(Map.of("results", analysed)));
      return AnalysisRun.summarize(analysed, err);
    }
  }

  /** The week that was given, else all weeks, the newest first. */
  private List<ReviewWeek> weeks(ReviewService reviews) {
    if (weeks.isGiven()) {
      return List.of(weeks.week(Clock.systemUTC()));
    }
    List<ReviewWeek> all = new ArrayList<>(reviews.weeks(weeks.zone()));
    Collections.reverse(all);
    return all;
  }

  private static TextTable table(List<AnalysedWeek> analysed) {
    return new TextTable(
        List.of("cluster", "week", "state"),
        analysed.stream()
            .map(
                week ->
                    List.of(
                        week.cluster(),
                        week.week(),
                        week.state() == null
                            ? "failed"
                            : week.state().name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
