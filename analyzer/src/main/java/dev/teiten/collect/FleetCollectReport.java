package dev.teiten.collect;

import dev.teiten.load.TeitenException;
import dev.teiten.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a collect from several places did.
 *
 * @param places by place, those that answered
 * @param failed by place, why nothing could be collected there
 */
public record FleetCollectReport(
    Map<String, CollectReport> places, Map<String, TeitenException> failed) {

  public FleetCollectReport {
    places = Map.copyOf(places);
    failed = Map.copyOf(failed);
  }

  /** Adds up one of the numbers of the places. */
  public long sum(ToLongFunction<CollectReport> number) {
    return places.values().stream().mapToLong(number).sum();
  }

  /** What could not be collected; a later collect tries again. */
  public List<SourceException> failures() {
    List<SourceException> failures = new ArrayList<>();
    places.values().forEach(report -> failures.addAll(report.failures()));
    return failures;
  }

  /** What was done without. */
  public List<SourceException> forgone() {
    List<SourceException> forgone = new ArrayList<>();
    places.values().forEach(report -> forgone.addAll(report.forgone()));
    return forgone;
  }

  /** Whether the archive has something of what was asked for. */
  public boolean hasSomething() {
    return sum(CollectReport::collectedDays) + sum(CollectReport::keptDays) > 0;
  }
}
