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
import java.util.List;
import java.util.Optional;
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
   * Makes the results of the newest week that was collected and has ended, and prints how many. The
   * running week would be analysed again after each collect. After a part of the clusters nothing
   * is analysed, since other machines may still collect. A result that cannot be made does not fail
   * the collect.
   */
  void run(
      Archive archive,
      CollectPlan plan,
      ZoneId zone,
      Clock clock,
      Consumer<CollectProgress> progress,
      PrintWriter err) {
    Optional<ReviewWeek> week =
        off || plan.isPart() ? Optional.empty() : week(plan.range(), zone, clock.instant());
    if (week.isPresent()) {
      AnalysisRun analysis = new AnalysisRun(archive, reviews.reviews(archive));
      List<AnalysedWeek> analysed = analysis.run(List.of(week.get()), plan.clusters(), progress);
      if (!analysed.isEmpty()) {
        AnalysisRun.summarize(analysed, err);
      }
    }
  }

  /** The newest week of a range that has ended; of no range, the last one. */
  static Optional<ReviewWeek> week(@Nullable TimeRange range, ZoneId zone, Instant now) {
    ReviewWeek last = ReviewWeek.lastComplete(now, zone);
    if (range == null) {
      return Optional.of(last);
    }
    ReviewWeek newest = ReviewWeek.of(range.to().minusNanos(1), zone);
    ReviewWeek ended = newest.monday().isAfter(last.monday()) ? last : newest;
    return ended.range().overlaps(range) ? Optional.of(ended) : Optional.empty();
  }
}
