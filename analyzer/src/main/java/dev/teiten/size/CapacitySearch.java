package dev.teiten.size;

import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.predict.Assumption;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.ProcessorType;
import dev.teiten.size.predict.ScenarioResults;
import dev.teiten.size.predict.SizingAssumptions;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the cheapest capacity that keeps every limit under a demand. Only processors that the
 * work was measured on are recommended, because no speed ratio between generations has been
 * measured for Aurora. A search also tells what a newer generation would give.
 */
final class CapacitySearch {
  private final CapacityCandidates candidates;
  private final ClusterShape today;
  private final Set<String> measuredFamilies;
  private final CapacityPredictor predictor;
  private final LoadGuards guards;
  private final SizingAssumptions assumptions;

  /**
   * @param measuredFamilies class families whose speed the reader has measured
   */
  CapacitySearch(
      CapacityCandidates candidates,
      ClusterShape today,
      Set<String> measuredFamilies,
      CapacityPredictor predictor,
      LoadGuards guards,
      SizingAssumptions assumptions) {
    this.candidates = candidates;
    this.today = today;
    this.measuredFamilies = Set.copyOf(measuredFamilies);
    this.predictor = predictor;
    this.guards = guards;
    this.assumptions = assumptions;
  }

  /**
   * The result of a search.
   *
   * @param recommended the cheapest that is safe and passes every guard; null if none
   * @param blocked the cheapest that the CPU allows and a guard does not; null if none
   * @param trial the cheapest that is less safe than needed and worth a trial; null if none
   * @param newer the cheapest of a newer generation that would be safe at the assumed speed, if it
   *     is cheaper than {@code recommended}; null if none
   */
  record SearchResult(
      @Nullable CapacityCandidate recommended,
      @Nullable CapacityCandidate blocked,
      @Nullable CapacityCandidate trial,
      @Nullable CapacityCandidate newer) {}

  /** A change is worthwhile below this cost, in US dollars a month or in vCPUs. */
  double worthwhileCost() {
    double cost = candidates.today().cost();
    return candidates.inDollars() ? cost - assumptions.get(Assumption.MIN_SAVING) : cost;
  }

  /** Searches the reductions that are worthwhile. */
  SearchResult reductions(ScenarioResults results) {
    double limit = worthwhileCost();
    SearchResult result =
        search(
            results, candidate -> reduces(candidate, limit) && isSpeedMeasured(candidate), false);
    CapacityCandidate recommended = result.recommended;
    double below = recommended == null ? limit : recommended.cost();
    return new SearchResult(recommended, result.blocked, result.trial, newer(below, results));
  }

  /**
   * The cheapest safe reduction below a cost, of a generation whose speed has to be assumed; null
   * if there is none.
   */
  @Nullable CapacityCandidate newer(double limit, ScenarioResults results) {
    return cheapest(results, candidate -> reduces(candidate, limit) && !isSpeedMeasured(candidate));
  }

  /** The cheapest safe reduction below a cost; null if there is none. */
  @Nullable CapacityCandidate reduction(double limit, ScenarioResults results) {
    return cheapest(results, candidate -> reduces(candidate, limit) && isSpeedMeasured(candidate));
  }

  /** The cheapest safe growth, even if a guard is UNKNOWN; null if there is none. */
  @Nullable CapacityCandidate growth(ScenarioResults results) {
    double cost = candidates.today().cost();
    return search(
            results,
            candidate ->
                candidate.cost() > cost && candidate.grows(today) && isSpeedMeasured(candidate),
            true)
        .recommended();
  }

  private boolean reduces(CapacityCandidate candidate, double limit) {
    return candidate.cost() < limit && candidate.reduces(today);
  }

  /** Whether no speed has to be assumed: today's processor, or families that were measured. */
  private boolean isSpeedMeasured(CapacityCandidate candidate) {
    String writer = candidate.shape().writer().family();
    String reader = candidate.shape().readerOrWriter().family();
    return ProcessorType.same(writer, today.writer().family())
        || (measuredFamilies.contains(writer) && measuredFamilies.contains(reader));
  }

  private SearchResult search(
      ScenarioResults results, Predicate<CapacityCandidate> range, boolean unknownPasses) {
    CapacityCandidate blocked = null;
    CapacityCandidate trial = null;
    for (CapacityCandidate candidate : candidates.cheapestFirst()) {
      ClusterShape shape = candidate.shape();
      if (!range.test(candidate) || !predictor.keptLimits(shape, results.demand())) {
        continue;
      }
      double probability = results.forecast(shape).probabilitySafe();
      boolean safe = probability >= assumptions.get(Assumption.MIN_PROBABILITY);
      boolean passes = passes(shape, results, unknownPasses);
      if (safe && passes) {
        return new SearchResult(candidate, blocked, trial, null);
      }
      boolean worthATrial = probability >= assumptions.get(Assumption.TRIAL_PROBABILITY);
      if (passes && trial == null && worthATrial) {
        trial = candidate;
      } else if (safe && !passes && blocked == null) {
        blocked = candidate;
      }
    }
    return new SearchResult(null, blocked, trial, null);
  }

  /** The cheapest safe one; scenarios are computed only for candidates that pass the guards. */
  private @Nullable CapacityCandidate cheapest(
      ScenarioResults results, Predicate<CapacityCandidate> range) {
    for (CapacityCandidate candidate : candidates.cheapestFirst()) {
      ClusterShape shape = candidate.shape();
      if (range.test(candidate)
          && predictor.keptLimits(shape, results.demand())
          && passes(shape, results, false)
          && results.forecast(shape).probabilitySafe()
              >= assumptions.get(Assumption.MIN_PROBABILITY)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean passes(ClusterShape shape, ScenarioResults results, boolean unknownPasses) {
    List<Guard> besidesCpu = guards.besidesCpu(shape, results);
    return besidesCpu.stream()
        .allMatch(
            guard -> guard.passes() || (unknownPasses && guard.state() == Guard.State.UNKNOWN));
  }
}
