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
final class Study {
  private static final int MOST_WORKLOADS = 12;

  private final SizingModel model;
  private final Basis basis;
  private final SizingAssumptions assumptions;
  private final Set<String> measuredFamilies;
  private final Candidates candidates;
  private final Hosts hosts;
  private final Forecast forecast;
  private final Losses losses;
  private final Guards guards;
  private final LockGuard locks;
  private final List<Draw> draws;
  private final List<World> worlds;
  private final Search search;
  private final Options options;
  private final Map<List<Object>, Workload> workloads = new LinkedHashMap<>(16, 0.75f, true);
  private volatile @Nullable Releases releases;

  Study(
      SizingModel model,
      Basis basis,
      SizingAssumptions assumptions,
      Curves curves,
      Map<String, Double> speeds) {
    this.model = model;
    this.basis = basis;
    this.assumptions = assumptions;
    this.measuredFamilies = speeds.keySet();
    this.candidates =
        new Candidates(basis, model.members(), model.bill(), model.load().orderable());
    this.hosts = new Hosts(basis, assumptions, curves, speeds);
    this.forecast = new Forecast(basis, assumptions, hosts);
    this.losses = new Losses(basis, assumptions, hosts, forecast);
    this.guards = new Guards(model, basis);
    this.locks = new LockGuard(this, model.members());
    this.draws = Draw.draws(assumptions, basis.weeks().size());
    Burst bursts = Burst.range(assumptions, basis.burst());
    this.worlds =
        draws.stream().map(draw -> draw.world(assumptions, hosts.ownGain(), bursts)).toList();
    this.search = new Search(this);
    this.options = new Options(this);
  }

  SizingModel model() {
    return model;
  }

  Basis basis() {
    return basis;
  }

  SizingAssumptions assumptions() {
    return assumptions;
  }

  Candidates candidates() {
    return candidates;
  }

  Hosts hosts() {
    return hosts;
  }

  Forecast forecast() {
    return forecast;
  }

  Losses losses() {
    return losses;
  }

  Guards guards() {
    return guards;
  }

  LockGuard locks() {
    return locks;
  }

  List<Draw> draws() {
    return draws;
  }

  /** One for each draw. */
  List<World> worlds() {
    return worlds;
  }

  LoadGuards loadGuards() {
    return new LoadGuards(this);
  }

  Search search() {
    return search;
  }

  Options options() {
    return options;
  }

  /** Whether no speed has to be taken on trust: today's silicon, or a family that was measured. */
  boolean measuredSpeed(Candidate candidate) {
    return candidate.measuredSpeed(basis.today())
        || (measuredFamilies.contains(candidate.shape().writer().family())
            && measuredFamilies.contains(candidate.shape().readerOrWriter().family()));
  }

  /** What a capacity has to cost less than to be worth a change: dollars or vCPUs. */
  double worthwhile() {
    Candidate today = candidates.today();
    return candidates.inDollars()
        ? today.cost() - assumptions.get(Assumption.MIN_SAVING)
        : today.cost();
  }

  Workload workload(List<Fix> fixes) {
    return workload(fixes, List.of());
  }

  Workload workload(List<Fix> fixes, List<Move> moves) {
    synchronized (workloads) {
      Workload workload =
          workloads.computeIfAbsent(
              List.of(fixes, moves),
              key -> new Workload(model.rework(basis, fixes, moves), basis.steps(), assumptions));
      if (workloads.size() > MOST_WORKLOADS) {
        workloads.remove(workloads.keySet().iterator().next());
      }
      return workload;
    }
  }

  /** The same, of which nothing is kept: a search tries many. */
  Workload trial(List<Fix> fixes, List<Move> moves) {
    return new Workload(model.rework(basis, fixes, moves), basis.steps(), assumptions);
  }

  Outlook outlook(Shape shape, Workload workload) {
    return workload.odds(this).of(shape);
  }

  /** Found once: they start from the cluster without fixes, whatever is asked besides. */
  synchronized Releases releases() {
    Releases known = releases;
    if (known == null) {
      known = Releases.of(this);
      releases = known;
    }
    return known;
  }

  /** The same if they were looked for already; never waits for a search. */
  Optional<Releases> releasesFound() {
    return Optional.ofNullable(releases);
  }
}
