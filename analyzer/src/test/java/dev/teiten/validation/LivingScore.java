package dev.teiten.validation;

import dev.teiten.archive.Archive;
import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.load.ClusterLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.CapacityAdvisor;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingModel;
import dev.teiten.size.WhatIf;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.price.PriceBook;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ranking, changes and sizing of a cluster whose members change, against its truth.
 *
 * @param loadError of the cluster's load, relative
 * @param precision part of the first five by peak that are among the true first five
 * @param tally the planted regression and the false alarms
 * @param p99Error of the busiest instance's p99 utilization, 0..1; null after a failover, in which
 *     roles and not instances have a p99
 */
record LivingScore(
    LivingCluster.Kind kind,
    double loadError,
    double precision,
    ChangeTally tally,
    @Nullable Double p99Error) {
  private static final int TOP = 5;
  private static final CapacityAdvisor ADVISOR =
      new CapacityAdvisor(PriceBook.bundled(), SizingAssumptions.defaults());

  /**
   * @param folder of the cluster's archive
   */
  static LivingScore of(LivingCluster living, Path folder) {
    try (Archive archive = EmulatedAws.archive(folder)) {
      living.collect(archive);
      return score(
          living, archive.load(living.name(), ValidationScenario.WEEK, LivingCluster.WEEKS - 1));
    }
  }

  private static LivingScore score(LivingCluster living, ClusterLoad load) {
    ValidationScenario scenario = living.scenario();
    MinuteSpan span = ValidationScenario.span(ValidationScenario.WEEK);
    Ranking ranking = ValidationScenario.rank(load, Ranking.Order.PEAK);
    double said = Objects.requireNonNull(ranking.loadAas());
    double truth =
        scenario.truth().loadAas(span).values().stream().mapToDouble(Double::doubleValue).sum();
    return new LivingScore(
        living.kind(),
        said / truth - 1,
        precision(scenario.truth().removableCores(span), scenario.names(ranking)),
        changes(living, ranking),
        living.kind() == LivingCluster.Kind.FAILOVER ? null : p99Error(scenario, load, ranking));
  }

  private static double precision(Map<String, Double> truth, List<String> found) {
    List<String> order =
        truth.keySet().stream()
            .sorted(Comparator.comparingDouble(name -> -truth.getOrDefault(name, 0.0)))
            .toList();
    Set<String> common = new HashSet<>(order.subList(0, TOP));
    common.retainAll(found.subList(0, TOP));
    return (double) common.size() / TOP;
  }

  private static ChangeTally changes(LivingCluster living, Ranking ranking) {
    List<String> names = living.scenario().names(ranking);
    Map<String, QueryChange> changes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      changes.put(names.get(i), ranking.contributors().get(i).change());
    }
    JudgedChanges judged =
        new JudgedChanges(living.scenario(), ValidationScenario.WEEK, ranking, changes);
    List<String> missed =
        living.regressed().stream()
            .filter(name -> !judged.is(name, Kind.REGRESSED))
            .map(name -> living.scenario().seed() + " " + name + " " + changes.get(name))
            .toList();
    List<String> alarms = judged.falseAlarms(Set.copyOf(living.regressed()));
    return new ChangeTally(
        judged.compared(), judged.alarms(), alarms, living.regressed().size(), missed);
  }

  private static double p99Error(ValidationScenario scenario, ClusterLoad load, Ranking ranking) {
    SizingModel model = ADVISOR.model(load, ranking);
    SizingAdvice advice = ADVISOR.adviseQuickly(model, WhatIf.nothing()).advice();
    double said = Objects.requireNonNull(Objects.requireNonNull(advice.current()).p99Utilisation());
    MinuteSpan span = ValidationScenario.span(ValidationScenario.WEEK);
    return said - scenario.truth().outcome(span, Counterfactual.NOTHING).p99Utilisation();
  }
}
