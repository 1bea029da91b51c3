package dev.teiten.cli;

import dev.teiten.archive.CollectReport;
import dev.teiten.archive.FleetReport;
import dev.teiten.collect.CollectException;
import dev.teiten.collect.CollectException.Reason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What a collect says at its end, and its exit status. */
final class CollectSummary {
  private final FleetReport report;

  CollectSummary(FleetReport report) {
    this.report = report;
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
    List<CollectException> failures = report.failures();
    if (!failures.isEmpty()) {
      err.printf(
          "%d parts could not be collected; the first: %s. %s%n",
          failures.size(), failures.get(0).getMessage(), failures.get(0).hint());
      err.println("What is in the archive stays; run the same command again to go on.");
    }
    if (report.sum(CollectReport::instances) == 0) {
      err.println(
          "No chosen instance has Performance Insights on within the range; `teiten check` tells more.");
    }
  }

  /** 0 if the archive has something of what was asked for, and no refused credentials ended it. */
  int status() {
    Optional<CollectException> refused =
        report.failures().stream().filter(e -> e.reason() == Reason.CREDENTIALS).findFirst();
    boolean everywhere =
        report.places().values().stream()
            .allMatch(
                place -> place.failures().stream().anyMatch(e -> e.reason() == Reason.CREDENTIALS));
    if (refused.isPresent() && everywhere) {
      throw refused.get();
    }
    if (!report.hasSomething() && !report.failures().isEmpty()) {
      throw report.failures().get(0);
    }
    return report.hasSomething() ? 0 : Errors.FAILED;
  }
}
