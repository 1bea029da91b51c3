package dev.teiten.validation;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.load.ReviewWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Chooses statements of a scenario for incidents. */
final class IncidentPlanter {
  private final Map<String, Double> cores;
  private final SplittableRandom random;
  private final Set<String> taken = new HashSet<>();

  IncidentPlanter(ValidationScenario scenario, ReviewWeek week) {
    cores = scenario.truth().workCores(ValidationScenario.span(week));
    random = new SplittableRandom(scenario.seed() ^ 0x5eedL);
  }

  Set<String> taken() {
    return taken;
  }

  /** Chooses up to {@code count} new statements, each with at least the given cores of work. */
  List<String> choose(int count, double atLeastCores) {
    List<String> candidates = new ArrayList<>();
    cores.forEach(
        (name, own) -> {
          if (own >= atLeastCores && !taken.contains(name)) {
            candidates.add(name);
          }
        });
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < count && !candidates.isEmpty()) {
      chosen.add(candidates.remove(random.nextInt(candidates.size())));
    }
    taken.addAll(chosen);
    return chosen;
  }

  /** The cluster with {@code factor} of the work in each call of these statements. */
  static ClusterSpec work(ClusterSpec cluster, List<String> of, Instant from, double factor) {
    return cluster.with(
        of.stream()
            .map(name -> new Incident.WorkChange(name, from, factor))
            .toArray(Incident[]::new));
  }
}
