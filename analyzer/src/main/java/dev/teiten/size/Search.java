package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Guard;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for the cheapest capacity that keeps every limit under a workload. */
final class Search {
  private final Candidates candidates;
  private final Forecast forecast;
  private final Guards guards;
  private final SizingAssumptions assumptions;
  private final List<Draw> draws;

  Search(
      Candidates candidates,
      Forecast forecast,
      Guards guards,
      SizingAssumptions assumptions,
      List<Draw> draws) {
    this.candidates = candidates;
    this.forecast = forecast;
    this.guards = guards;
    this.assumptions = assumptions;
    this.draws = draws;
  }

  /**
   * What a search found.
   *
   * @param recommended the cheapest that is safe and that no guard stands against; null if none
   * @param blocked the cheapest that the CPU would allow and a guard does not; null if none
   * @param trial the cheapest, less safe than needed but worth a trial; null if none
   */
  record Found(
      @Nullable Candidate recommended, @Nullable Candidate blocked, @Nullable Candidate trial) {}

  /** Searches what costs less than {@code limit}, dollars or vCPUs a month, cheapest first. */
  Found below(double limit, Workload workload) {
    return search(workload, candidate -> candidate.cost() < limit, State.PASS_ONLY);
  }

  /** Searches what costs more than {@code limit}; an unknown guard does not stop a growth. */
  Found above(double limit, Workload workload) {
    return search(workload, candidate -> candidate.cost() > limit, State.UNKNOWN_TOO);
  }

  private enum State {
    PASS_ONLY,
    UNKNOWN_TOO
  }

  private Found search(Workload workload, Predicate<Candidate> range, State allowed) {
    Candidate blocked = null;
    Candidate trial = null;
    for (Candidate candidate : candidates.all()) {
      Shape shape = candidate.shape();
      if (!range.test(candidate) || !forecast.safe(shape, forecast.now(shape, workload))) {
        continue;
      }
      double probability = forecast.of(shape, workload, draws).probabilitySafe();
      boolean safe =
          probability >= assumptions.minProbabilitySafe()
              && forecast.safe(shape, forecast.next(shape, workload));
      boolean open = open(shape, allowed);
      if (safe && open) {
        return new Found(candidate, blocked, trial);
      } else if (safe && blocked == null) {
        blocked = candidate;
      } else if (open && trial == null && probability >= assumptions.trialProbability()) {
        trial = candidate;
      }
    }
    return new Found(null, blocked, trial);
  }

  private boolean open(Shape shape, State allowed) {
    return guards.of(shape).stream()
        .map(Guard::state)
        .allMatch(
            state ->
                state == Guard.State.PASS
                    || (allowed == State.UNKNOWN_TOO && state == Guard.State.UNKNOWN));
  }

  /** The recommendation alone, below a cost; null if there is none. Cheaper than a full search. */
  @Nullable Candidate cheapest(double limit, Workload workload) {
    for (Candidate candidate : candidates.all()) {
      Shape shape = candidate.shape();
      if (candidate.cost() >= limit) {
        return null;
      }
      if (forecast.safe(shape, forecast.next(shape, workload))
          && open(shape, State.PASS_ONLY)
          && forecast.of(shape, workload, draws).probabilitySafe()
              >= assumptions.minProbabilitySafe()) {
        return candidate;
      }
    }
    return null;
  }
}
