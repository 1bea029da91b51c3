package dev.teiten.cli;

import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.CollectReport;
import dev.teiten.collect.FleetCollectReport;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary of a collection, and its exit status. */
final class CollectSummary {
  private static final int MOST_PARTS = 8;

  private final FleetCollectReport report;
  private final CollectPlan plan;

  CollectSummary(FleetCollectReport report, CollectPlan plan) {
    this.report = report;
    this.plan = plan;
  }

  void print(PrintWriter err) {
    err.printf(
        "Collected %d instance-days of %d instances (%d were there) and %d full texts with %d requests.%n",
        report.sum(CollectReport::collectedDays),
        report.sum(CollectReport::instances),
        report.sum(CollectReport::keptDays),
        report.sum(CollectReport::texts),
        report.sum(CollectReport::requests));
    report
        .failed()
        .forEach((place, why) -> err.printf("%s: %s. %s%n", place, why.getMessage(), why.hint()));
    printWithout(err);
    if (report.sum(CollectReport::instances) == 0) {
      err.println(
          "No chosen instance has Performance Insights on within the range; `teiten check` tells more.");
    }
  }

  /** One warning for each kind of missing part, however often it is missing. */
  private void printWithout(PrintWriter err) {
    List<SourceException> failures = report.failures();
    List<SourceException> without = new ArrayList<>(failures);
    without.addAll(report.forgone());
    if (without.isEmpty()) {
      return;
    }
    Map<String, Long> parts =
        without.stream()
            .collect(
                Collectors.groupingBy(
                    SourceException::part, LinkedHashMap::new, Collectors.counting()));
    String list =
        parts.entrySet().stream()
            .limit(MOST_PARTS)
            .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " (" + e.getValue() + " times)"))
            .collect(Collectors.joining(", "));
    err.printf(
        "Done without %s%s. The first: %s. %s%n",
        list,
        parts.size() > MOST_PARTS ? " and " + (parts.size() - MOST_PARTS) + " more" : "",
        without.get(0).getMessage(),
        without.get(0).hint());
    if (!failures.isEmpty()) {
      err.println("What is in the archive stays; run the same command again to go on.");
    }
  }

  /** The first reason why something was not collected. */
  String firstFailure() {
    return Stream.concat(report.failed().values().stream(), report.failures().stream())
        .findFirst()
        .map(failure -> String.valueOf(failure.getMessage()))
        .orElse("No data came in.");
  }

  /**
   * The exit status: 0 if the archive has some of the requested data, and credentials were not
   * refused; also 0 if another machine has all clusters.
   */
  int status() {
    Optional<SourceException> refused =
        report.failures().stream().filter(e -> e.reason() == Reason.CREDENTIALS).findFirst();
    boolean everywhere =
        report.places().values().stream()
            .allMatch(
                place -> place.failures().stream().anyMatch(e -> e.reason() == Reason.CREDENTIALS));
    if (refused.isPresent() && everywhere) {
      throw refused.get();
    }
    if (!report.hasDays() && !report.failures().isEmpty()) {
      throw report.failures().get(0);
    }
    boolean isEmptyPart =
        plan.isPart() && report.failed().isEmpty() && report.sum(CollectReport::instances) == 0;
    return report.hasDays() || isEmptyPart ? 0 : CommandErrors.FAILED;
  }
}
