package dev.teiten.validation;

import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.LockGroup;
import dev.teiten.fixtures.fleet.MinuteSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A cluster with every incident but a change of work in the reviewed week, at a random hour. A
 * statement appears, one leaves, one is renamed, one waits for locks.
 *
 * @param appeared whether the new statement is NEW; null if it held too little in the week
 * @param left whether the statement that left is gone
 * @param renamed whether the two texts were offered as one query
 * @param victim whether the waiting statement was called a victim
 * @param blamed victims that were named as a cause
 */
record IncidentScore(
    ChangeTally tally,
    List<Boolean> appeared,
    List<Boolean> left,
    List<Boolean> renamed,
    List<Boolean> victim,
    List<String> blamed) {
  private static final Set<Kind> CAUSES =
      Set.of(Kind.NEW, Kind.REGRESSED, Kind.TRAFFIC_UP, Kind.TRAFFIC_DOWN, Kind.IMPROVED);

  static IncidentScore of(ValidationScenario scenario) {
    SplittableRandom random = new SplittableRandom(scenario.seed() + 17);
    IncidentPlanter planted = new IncidentPlanter(scenario, ValidationScenario.WEEK);
    Instant monday = ValidationScenario.WEEK.range().from();
    Instant then = monday.plus(Duration.ofHours(random.nextInt(97)));
    MinuteSpan since = new MinuteSpan(then, monday.plus(Duration.ofDays(30)));
    List<String> added = planted.choose(1, 0.15);
    List<String> gone = planted.choose(1, 0.07);
    List<String> renamed = planted.choose(1, 0.15);
    List<String> waiting = waiting(scenario, planted);
    ClusterSpec cluster = scenario.cluster();
    for (String name : added) {
      cluster = cluster.with(new Incident.Appears(name, then));
    }
    for (String name : gone) {
      cluster = cluster.with(new Incident.Disappears(name, then));
    }
    for (String name : renamed) {
      cluster = cluster.renaming(name, name + "b", text(cluster.workload(name).example()), then);
    }
    for (String name : waiting) {
      double millis = lockMillis(scenario, name);
      cluster = cluster.with(new Incident.LockVictim(name, since, millis));
    }
    JudgedChanges judged =
        JudgedChanges.of(scenario, cluster, ValidationScenario.WEEK, JudgedChanges.WEEKS);
    return score(judged, added, gone, renamed, waiting, planted.taken());
  }

  /** A deploy gives the table an alias. */
  private static String text(String example) {
    return example.replaceFirst(" FROM (\\w+)", " FROM $1 AS x").replaceFirst("WHERE ", "WHERE x.");
  }

  /** The statement waits for locks as long as its own work takes. */
  private static double lockMillis(ValidationScenario scenario, String name) {
    return Math.max(1, 2 * scenario.cluster().workload(name).perCall().cpuMillis());
  }

  private static List<String> waiting(ValidationScenario scenario, IncidentPlanter planted) {
    Set<String> locking = new HashSet<>();
    for (LockGroup group : scenario.cluster().physics().lockGroups()) {
      locking.addAll(group.workloads());
    }
    return planted.choose(2, 0.1).stream().filter(name -> !locking.contains(name)).toList();
  }

  private static IncidentScore score(
      JudgedChanges judged,
      List<String> added,
      List<String> gone,
      List<String> renamed,
      List<String> waiting,
      Set<String> taken) {
    Set<String> touched = new HashSet<>(taken);
    renamed.forEach(name -> touched.add(name + "b"));
    List<String> blamed = new ArrayList<>();
    for (String name : waiting) {
      QueryChange change = judged.changes().get(name);
      if (change != null && CAUSES.contains(change.kind())) {
        blamed.add(judged.scenario().seed() + " " + name + " " + change);
      }
    }
    ChangeTally tally =
        new ChangeTally(
            judged.compared(), judged.alarms(), judged.falseAlarms(touched), 0, List.of());
    return new IncidentScore(
        tally,
        material(judged, added).stream().map(name -> judged.is(name, Kind.NEW)).toList(),
        gone.stream().map(name -> isGone(judged, name)).toList(),
        renamed.stream().map(name -> offered(judged, name)).toList(),
        waiting.stream().map(name -> judged.is(name, Kind.VICTIM)).toList(),
        blamed);
  }

  private static List<String> material(JudgedChanges judged, List<String> names) {
    Map<String, Double> loads =
        judged.scenario().truth().loadAas(ValidationScenario.span(ValidationScenario.WEEK));
    return names.stream()
        .filter(name -> loads.getOrDefault(name, 0.0) >= 1.1 * JudgedChanges.MATERIAL_AAS)
        .toList();
  }

  private static boolean isGone(JudgedChanges judged, String name) {
    String then = judged.scenario().fingerprint(name);
    return judged.ranking().gone().stream().anyMatch(gone -> gone.fingerprint().equals(then));
  }

  private static boolean offered(JudgedChanges judged, String name) {
    String then = judged.scenario().fingerprint(name);
    String now = judged.scenario().fingerprint(name + "b");
    return judged.ranking().gone().stream()
        .anyMatch(gone -> gone.fingerprint().equals(then) && now.equals(gone.perhapsNow()));
  }

  static List<Boolean> all(
      List<IncidentScore> scores, Function<IncidentScore, List<Boolean>> which) {
    return scores.stream().flatMap(s -> which.apply(s).stream()).toList();
  }
}
