package dev.teiten.validation;

import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the changes that Teiten reports for one scenario with the true ones.
 *
 * @param scenario with the incidents
 * @param changes by workload name
 */
record JudgedChanges(
    ValidationScenario scenario,
    ReviewWeek week,
    Ranking ranking,
    Map<String, QueryChange> changes) {
  static final int WEEKS = 5;
  static final double MATERIAL_AAS = 0.05;

  private static final double RISE = 1.1;

  static JudgedChanges of(
      ValidationScenario untouched, ClusterSpec changed, ReviewWeek week, int weeks) {
    ValidationScenario scenario = untouched.with(changed);
    Ranking ranking = ValidationScenario.rank(scenario.load(week, weeks), Ranking.Order.LOAD);
    List<String> names = scenario.names(ranking);
    Map<String, QueryChange> changes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      changes.put(names.get(i), ranking.contributors().get(i).change());
    }
    return new JudgedChanges(scenario, week, ranking, changes);
  }

  /** Number of queries that are large enough to be compared. */
  int compared() {
    return (int) ranking.contributors().stream().filter(c -> c.loadAas() >= MATERIAL_AAS).count();
  }

  private static boolean isAlarm(QueryChange change) {
    return change.kind() != Kind.STEADY && change.kind() != Kind.UNDECIDED;
  }

  boolean is(String workload, Kind kind) {
    QueryChange change = changes.get(workload);
    return change != null && change.kind() == kind;
  }

  int alarms() {
    return (int) changes.values().stream().filter(JudgedChanges::isAlarm).count();
  }

  /**
   * Alarms about statements without an incident. A victim counts as none if it truly waits longer.
   */
  List<String> falseAlarms(Set<String> touched) {
    List<String> alarms = new ArrayList<>();
    changes.forEach(
        (name, change) -> {
          if (isAlarm(change) && !touched.contains(name) && !truly(name, change)) {
            alarms.add(scenario.seed() + " " + name + " " + change);
          }
        });
    return alarms;
  }

  private boolean truly(String name, QueryChange change) {
    if (change.kind() != Kind.VICTIM) {
      return false;
    }
    double before = 0;
    for (int back = 1; back < WEEKS; back++) {
      before += secondsPerWork(week.plus(-back), name) / (WEEKS - 1);
    }
    return secondsPerWork(week, name) > RISE * before;
  }

  /** True load over true work, which shows the part of waiting. */
  private double secondsPerWork(ReviewWeek of, String name) {
    double load = scenario.truth().loadAas(ValidationScenario.span(of)).getOrDefault(name, 0.0);
    return load / scenario.truth().workCores(ValidationScenario.span(of)).getOrDefault(name, 1.0);
  }
}
