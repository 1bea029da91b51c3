package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.cli.AnalysisRun.AnalysedWeek;
import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.CollectProgress;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option {@code --no-analyze}, and the analysis of the collected weeks without it. */
final class AnalyzeAfterOption {
  @Mixin ReviewsOptions reviews = new ReviewsOptions();

  @Option(
      names = "--no-analyze",
      description = "Leaves the results of the collected weeks to `teiten analyze` and `serve`.")
  boolean off;

  /**
   * Makes the results of the weeks that have ended, and prints how many; returns the exit status.
   * The running week would be analysed again after each collect.
   */
  int run(
      Archive archive,
      CollectPlan plan,
      ZoneId zone,
      Clock clock,
      Consumer<CollectProgress> progress,
      PrintWriter err) {
    List<ReviewWeek> weeks = off ? List.of() : weeks(plan.range(), zone, clock.instant());
    if (weeks.isEmpty()) {
      return 0;
    }
    List<AnalysedWeek> analysed =
        new AnalysisRun(archive, reviews.reviews(archive)).run(weeks, plan.clusters(), progress);
    return analysed.isEmpty() ? 0 : AnalysisRun.summarize(analysed, err);
  }

  /** The weeks of a range that have ended, the newest first; of no range, the last one. */
  static List<ReviewWeek> weeks(@Nullable TimeRange range, ZoneId zone, Instant now) {
    ReviewWeek last = ReviewWeek.lastComplete(now, zone);
    if (range == null) {
      return List.of(last);
    }
    List<ReviewWeek> weeks = new ArrayList<>();
    ReviewWeek newest = ReviewWeek.of(range.to().minusNanos(1), zone);
    for (ReviewWeek week = newest; week.range().overlaps(range); week = week.plus(-1)) {
      if (!week.monday().isAfter(last.monday())) {
        weeks.add(week);
      }
    }
    return weeks;
  }
}
