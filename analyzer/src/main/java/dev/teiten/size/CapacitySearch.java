package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Guard;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the cheapest capacity that keeps every limit under a workload. Only silicon that the
 * work was measured on is recommended: no speed ratio between generations has been measured for
 * Aurora. What a newer generation would give is found beside it.
 */
final class CapacitySearch {
  private final SizingContext study;

  CapacitySearch(SizingContext study) {
    this.study = study;
  }

  /**
   * What a search found.
   *
   * @param recommended the cheapest that is safe and that no guard stands against; null if none
   * @param blocked the cheapest that the CPU would allow and a guard does not; null if none
   * @param trial the cheapest, less safe than needed but worth a trial; null if none
   * @param newer the cheapest of a newer generation that would be safe at the assumed speed, if it
   *     is cheaper than {@code recommended}; null if none
   */
  record Found(
      @Nullable CapacityCandidate recommended,
      @Nullable CapacityCandidate blocked,
      @Nullable CapacityCandidate trial,
      @Nullable CapacityCandidate newer) {}

  /** Searches the reductions that cost less than {@code limit}, dollars or vCPUs. */
  Found reductions(double limit, ClusterDemand workload) {
    Found found =
        search(
            workload,
            candidate -> reduction(candidate, limit) && study.measuredSpeed(candidate),
            false);
    CapacityCandidate recommended = found.recommended;
    double below = recommended == null ? limit : recommended.cost();
    return new Found(recommended, found.blocked, found.trial, newer(below, workload));
  }

  /**
   * The cheapest below a cost of a generation whose speed has to be assumed; null if there is none.
   */
  @Nullable CapacityCandidate newer(double limit, ClusterDemand workload) {
    return cheapest(
        workload, candidate -> reduction(candidate, limit) && !study.measuredSpeed(candidate));
  }

  /** The recommendation alone, below a cost; null if there is none. */
  @Nullable CapacityCandidate reduction(double limit, ClusterDemand workload) {
    return cheapest(
        workload, candidate -> reduction(candidate, limit) && study.measuredSpeed(candidate));
  }

  private boolean reduction(CapacityCandidate candidate, double limit) {
    return candidate.cost() < limit && candidate.reduces(study.basis().today());
  }

  /** The cheapest safe growth; a guard that is unknown does not stop it. Null if none. */
  @Nullable CapacityCandidate growth(double limit, ClusterDemand workload) {
    return search(
            workload,
            candidate ->
                candidate.cost() > limit
                    && candidate.grows(study.basis().today())
                    && study.measuredSpeed(candidate),
            true)
        .recommended();
  }

  private Found search(
      ClusterDemand workload, Predicate<CapacityCandidate> range, boolean unknownToo) {
    CapacityCandidate blocked = null;
    CapacityCandidate trial = null;
    for (CapacityCandidate candidate : study.candidates().all()) {
      ClusterShape shape = candidate.shape();
      if (!range.test(candidate) || !safeSoFar(shape, workload)) {
        continue;
      }
      double probability = study.outlook(shape, workload).probabilitySafe();
      boolean safe = probability >= study.assumptions().get(Assumption.MIN_PROBABILITY);
      boolean open = open(shape, workload, unknownToo);
      if (safe && open) {
        return new Found(candidate, blocked, trial, null);
      } else if (open
          && trial == null
          && probability >= study.assumptions().get(Assumption.TRIAL_PROBABILITY)) {
        trial = candidate;
      } else if (safe && !open && blocked == null) {
        blocked = candidate;
      }
    }
    return new Found(null, blocked, trial, null);
  }

  /** As a search, but draws are made only for what passes everything else. */
  private @Nullable CapacityCandidate cheapest(
      ClusterDemand workload, Predicate<CapacityCandidate> range) {
    for (CapacityCandidate candidate : study.candidates().all()) {
      ClusterShape shape = candidate.shape();
      if (range.test(candidate)
          && safeSoFar(shape, workload)
          && open(shape, workload, false)
          && study.outlook(shape, workload).probabilitySafe()
              >= study.assumptions().get(Assumption.MIN_PROBABILITY)) {
        return candidate;
      }
    }
    return null;
  }

  /** Whether every week seen would have kept the limits of the CPU, with the queries as now. */
  boolean safeSoFar(ClusterShape shape, ClusterDemand workload) {
    return study.forecast().safe(shape, study.forecast().highest(shape, workload), workload);
  }

  private boolean open(ClusterShape shape, ClusterDemand workload, boolean unknownToo) {
    return study.loadGuards().besidesCpu(shape, workload).stream()
        .map(Guard::state)
        .allMatch(
            state -> state == Guard.State.PASS || (unknownToo && state == Guard.State.UNKNOWN));
  }
}
