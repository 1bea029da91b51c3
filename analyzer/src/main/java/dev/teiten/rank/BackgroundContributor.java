package dev.teiten.rank;

import dev.teiten.load.Sentence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CPU work that no session causes, at certain hours of some instances: a backup agent, say. It
 * belongs to the instance: fewer instances do not remove it from those that stay, and more do not
 * share it.
 *
 * @param instances names of the instances, in the cluster's order
 * @param hours start and end in the zone of the review, such as {@code 02:00–04:00}
 * @param days the days on which it began
 * @param cores mean work on one instance while it runs, in cores of its class
 * @param removablePeakCores fall of the 99th percentile of the cluster's CPU work without it, cores
 * @param description name, hours, days and instances in words
 */
public record BackgroundContributor(
    Sentence name,
    List<String> instances,
    String hours,
    List<LocalDate> days,
    double cores,
    @Nullable Double removablePeakCores,
    Sentence description) {

  public BackgroundContributor {
    instances = List.copyOf(instances);
    days = List.copyOf(days);
  }

  /** The description with the cores. */
  public Sentence withCores() {
    return RankingText.BACKGROUND_CORES.of(description, cores);
  }

  Sentence warning() {
    return RankingText.BACKGROUND_STAYS.of(withCores());
  }
}
