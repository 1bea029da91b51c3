package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that one cluster's questions share: candidates, curves, guards, drawn worlds. */
final class Study {
  private final SizingModel model;
  private final SizingModel.Basis basis;
  private final SizingAssumptions assumptions;
  private final Candidates candidates;
  private final Forecast forecast;
  private final Guards guards;
  private final List<Draw> draws;
  private final Search search;
  private final Options options;
  private @Nullable List<FixSet> fixSets;

  Study(SizingModel model, SizingModel.Basis basis, SizingAssumptions assumptions) {
    this.model = model;
    this.basis = basis;
    this.assumptions = assumptions;
    this.candidates = new Candidates(basis, model.members(), model.bill());
    this.forecast = new Forecast(basis, assumptions, new Curves());
    this.guards = new Guards(model, basis);
    this.draws = Draw.draws(assumptions, basis.weeks().size());
    this.search = new Search(this);
    this.options = new Options(this);
  }

  SizingModel model() {
    return model;
  }

  SizingModel.Basis basis() {
    return basis;
  }

  SizingAssumptions assumptions() {
    return assumptions;
  }

  Candidates candidates() {
    return candidates;
  }

  Forecast forecast() {
    return forecast;
  }

  Guards guards() {
    return guards;
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

  /** What a capacity has to cost less than to be worth a change: dollars or vCPUs. */
  double worthwhile() {
    Candidate today = candidates.today();
    return candidates.inDollars() ? today.cost() - assumptions.minMonthlySavingUsd() : today.cost();
  }

  Workload workload(List<Fix> fixes) {
    return new Workload(basis.weeks(), model.removals(basis, fixes), assumptions);
  }

  Outlook outlook(Shape shape, Workload workload) {
    return forecast.of(shape, workload, draws);
  }

  /** Found once: they start from the cluster without fixes, whatever else is assumed. */
  synchronized List<FixSet> fixSets() {
    List<FixSet> known = fixSets;
    if (known == null) {
      known = new FixSearch(this).find();
      fixSets = known;
    }
    return known;
  }
}
