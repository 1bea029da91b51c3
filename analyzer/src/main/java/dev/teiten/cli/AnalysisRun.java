package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.collect.CollectProgress;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import dev.teiten.review.ResultState;
import dev.teiten.review.ReviewService;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the results that some weeks lack, one after the other. A failure stops no other. */
final class AnalysisRun {
  private final Archive archive;
  private final ReviewService reviews;

  AnalysisRun(Archive archive, ReviewService reviews) {
    this.archive = archive;
    this.reviews = reviews;
  }

  /**
   * A cluster and week of a run.
   *
   * @param state null if the result could not be made
   * @param failure the reason; null if it could
   */
  record AnalysedWeek(
      String cluster, String week, @Nullable ResultState state, @Nullable String failure) {}

  /**
   * @param clusters names; all clusters if it is empty; unknown names are none
   */
  List<AnalysedWeek> run(
      List<ReviewWeek> weeks, Collection<String> clusters, Consumer<CollectProgress> progress) {
    List<AnalysedWeek> analysed = new ArrayList<>();
    for (ReviewWeek week : weeks) {
      List<String> names =
          archive.clusters(week.range()).stream()
              .filter(cluster -> isChosen(cluster, clusters))
              .map(Cluster::name)
              .toList();
      for (int i = 0; i < names.size(); i++) {
        progress.accept(new CollectProgress(i, names.size(), week.label() + " " + names.get(i)));
        analysed.add(analyse(names.get(i), week));
      }
    }
    return analysed;
  }

  private boolean isChosen(Cluster cluster, Collection<String> names) {
    return names.isEmpty()
        || names.stream().anyMatch(name -> archive.contents().means(name, cluster));
  }

  private AnalysedWeek analyse(String cluster, ReviewWeek week) {
    try {
      return new AnalysedWeek(cluster, week.label(), reviews.keepResult(cluster, week), null);
    } catch (TeitenException e) {
      return new AnalysedWeek(cluster, week.label(), null, e.getMessage() + ". " + e.hint());
    } catch (RuntimeException e) {
      // One cluster's data must not keep the others from their results.
      return new AnalysedWeek(cluster, week.label(), null, e.toString());
    }
  }

  /** Prints the failures and the numbers; returns the exit status. */
  static int summarize(List<AnalysedWeek> analysed, PrintWriter err) {
    for (AnalysedWeek week : analysed) {
      if (week.failure != null) {
        err.printf("%s %s: %s%n", week.cluster, week.week, week.failure);
      }
    }
    long failed = analysed.stream().filter(week -> week.state == null).count();
    err.printf(
        "Made %d results, %d were there%s.%n",
        count(analysed, ResultState.MADE),
        count(analysed, ResultState.VALID),
        failed == 0 ? "" : ", " + failed + " could not be made");
    return failed == 0 ? 0 : CommandErrors.FAILED;
  }

  private static long count(List<AnalysedWeek> analysed, ResultState state) {
    return analysed.stream().filter(week -> week.state == state).count();
  }
}
