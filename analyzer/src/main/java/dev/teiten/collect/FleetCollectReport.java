package dev.teiten.collect;

import dev.teiten.load.TeitenException;
import dev.teiten.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The result of a collect from several places.
 *
 * @param places the report of each place that answered
 * @param failed the error of each place from which nothing was collected
 */
public record FleetCollectReport(
    Map<String, CollectReport> places, Map<String, TeitenException> failed) {

  public FleetCollectReport {
    places = Map.copyOf(places);
    failed = Map.copyOf(failed);
  }

  /** The sum of a number over all places. */
  public long sum(ToLongFunction<CollectReport> number) {
    return places.values().stream().mapToLong(number).sum();
  }

  /** The failures of all places; a later collect requests these parts again. */
  public List<SourceException> failures() {
    List<SourceException> failures = new ArrayList<>();
    places.values().forEach(report -> failures.addAll(report.failures()));
    return failures;
  }

  /** The optional parts that are missing, of all places. */
  public List<SourceException> forgone() {
    List<SourceException> forgone = new ArrayList<>();
    places.values().forEach(report -> forgone.addAll(report.forgone()));
    return forgone;
  }

  /** Whether the archive has at least one of the requested days. */
  public boolean hasDays() {
    return sum(CollectReport::collectedDays) + sum(CollectReport::keptDays) > 0;
  }
}
