package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf.Move;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that questions under the same assumptions share: candidates, guards, drawn worlds. */
final class SizingContext {
  private static final int MOST_WORKLOADS = 12;

  private final SizingModel model;
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final Set<String> measuredFamilies;
  private final CapacityCandidates candidates;
  private final HostPredictor hosts;
  private final CapacityPredictor forecast;
  private final FailureImpact losses;
  private final ResourceGuards guards;
  private final LockGuard locks;
  private final List<ScenarioDraw> draws;
  private final List<SizingScenario> worlds;
  private final CapacitySearch search;
  private final CapacityOptions options;
  private final Map<List<Object>, ClusterDemand> workloads = new LinkedHashMap<>(16, 0.75f, true);
  private volatile @Nullable FixesAndMoves releases;

  SizingContext(
      SizingModel model,
      PredictionBasis basis,
      SizingAssumptions assumptions,
      CapacityCurves curves,
      Map<String, Double> speeds) {
    this.model = model;
    this.basis = basis;
    this.assumptions = assumptions;
    this.measuredFamilies = speeds.keySet();
    this.candidates =
        new CapacityCandidates(basis, model.members(), model.bill(), model.load().orderable());
    this.hosts = new HostPredictor(basis, assumptions, curves, speeds);
    this.forecast = new CapacityPredictor(basis, assumptions, hosts);
    this.losses = new FailureImpact(basis, assumptions, hosts, forecast);
    this.guards = new ResourceGuards(model, basis);
    this.locks = new LockGuard(this, model.members());
    this.draws = ScenarioDraw.draws(assumptions, basis.weeks().size());
    BurstRange bursts = BurstRange.range(assumptions, basis.burst());
    this.worlds =
        draws.stream().map(draw -> draw.world(assumptions, hosts.ownGain(), bursts)).toList();
    this.search = new CapacitySearch(this);
    this.options = new CapacityOptions(this);
  }

  SizingModel model() {
    return model;
  }

  PredictionBasis basis() {
    return basis;
  }

  SizingAssumptions assumptions() {
    return assumptions;
  }

  CapacityCandidates candidates() {
    return candidates;
  }

  HostPredictor hosts() {
    return hosts;
  }

  CapacityPredictor forecast() {
    return forecast;
  }

  FailureImpact losses() {
    return losses;
  }

  ResourceGuards guards() {
    return guards;
  }

  LockGuard locks() {
    return locks;
  }

  List<ScenarioDraw> draws() {
    return draws;
  }

  /** One for each draw. */
  List<SizingScenario> worlds() {
    return worlds;
  }

  LoadGuards loadGuards() {
    return new LoadGuards(this);
  }

  CapacitySearch search() {
    return search;
  }

  CapacityOptions options() {
    return options;
  }

  /** Whether no speed has to be taken on trust: today's silicon, or a family that was measured. */
  boolean measuredSpeed(CapacityCandidate candidate) {
    return candidate.measuredSpeed(basis.today())
        || (measuredFamilies.contains(candidate.shape().writer().family())
            && measuredFamilies.contains(candidate.shape().readerOrWriter().family()));
  }

  /** What a capacity has to cost less than to be worth a change: dollars or vCPUs. */
  double worthwhile() {
    CapacityCandidate today = candidates.today();
    return candidates.inDollars()
        ? today.cost() - assumptions.get(Assumption.MIN_SAVING)
        : today.cost();
  }

  ClusterDemand workload(List<Fix> fixes) {
    return workload(fixes, List.of());
  }

  ClusterDemand workload(List<Fix> fixes, List<Move> moves) {
    synchronized (workloads) {
      ClusterDemand workload =
          workloads.computeIfAbsent(
              List.of(fixes, moves),
              key ->
                  new ClusterDemand(model.rework(basis, fixes, moves), basis.steps(), assumptions));
      if (workloads.size() > MOST_WORKLOADS) {
        workloads.remove(workloads.keySet().iterator().next());
      }
      return workload;
    }
  }

  /** The same, of which nothing is kept: a search tries many. */
  ClusterDemand trial(List<Fix> fixes, List<Move> moves) {
    return new ClusterDemand(model.rework(basis, fixes, moves), basis.steps(), assumptions);
  }

  CapacityForecast outlook(ClusterShape shape, ClusterDemand workload) {
    return workload.odds(this).of(shape);
  }

  /** Found once: they start from the cluster without fixes, whatever is asked besides. */
  synchronized FixesAndMoves releases() {
    FixesAndMoves known = releases;
    if (known == null) {
      known = FixesAndMoves.of(this);
      releases = known;
    }
    return known;
  }

  /** The same if they were looked for already; never waits for a search. */
  Optional<FixesAndMoves> releasesFound() {
    return Optional.ofNullable(releases);
  }
}
