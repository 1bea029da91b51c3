package dev.teiten.size;

import dev.teiten.size.CapacityGrades.GradedCapacity;
import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.ScenarioResults;
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
  private final CapacityPredictor predictor;
  private final CapacityGrades grades;
  private final SizingAssumptions assumptions;

  CapacitySearch(
      CapacityCandidates candidates,
      ClusterShape today,
      CapacityPredictor predictor,
      CapacityGrades grades,
      SizingAssumptions assumptions) {
    this.candidates = candidates;
    this.today = today;
    this.predictor = predictor;
    this.grades = grades;
    this.assumptions = assumptions;
  }

  /**
   * The result of a search.
   *
   * @param recommended the cheapest that is safe and passes every guard; null if none
   * @param blocked the cheapest that the CPU allows and a guard does not; null if none
   * @param trial the cheapest that would be safe without its doubts; null if none
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
    return candidates.inDollars() ? cost - assumptions.get(ModelAssumption.MIN_SAVING) : cost;
  }

  /** Searches the reductions that are worthwhile. */
  SearchResult reductions(ScenarioResults results) {
    double limit = worthwhileCost();
    CapacityCandidate blocked = null;
    CapacityCandidate trial = null;
    CapacityCandidate recommended = null;
    for (CapacityCandidate candidate : candidates.cheapestFirst()) {
      if (recommended != null
          || !reduces(candidate, limit)
          || !grades.isSpeedMeasured(candidate)
          || !predictor.keptLimits(candidate.shape(), results.demand())) {
        continue;
      }
      GradedCapacity graded = grades.of(candidate, results);
      if (graded.grade() == Grade.SAFE) {
        recommended = candidate;
      } else if (graded.grade() == Grade.TRIAL && trial == null) {
        trial = candidate;
      }
      if (blocked == null && graded.cpuPasses() && !graded.passes()) {
        blocked = candidate;
      }
    }
    double below = recommended == null ? limit : recommended.cost();
    CapacityCandidate newer = newer(below, results);
    boolean newerIsCheaper = newer != null && (trial == null || newer.cost() < trial.cost());
    return new SearchResult(recommended, blocked, newerIsCheaper ? newer : trial, newer);
  }

  /**
   * The cheapest safe reduction below a cost, of a generation whose speed has to be assumed; null
   * if there is none.
   */
  @Nullable CapacityCandidate newer(double limit, ScenarioResults results) {
    return cheapest(
        results, candidate -> reduces(candidate, limit) && !grades.isSpeedMeasured(candidate));
  }

  /**
   * The cheapest reduction below a cost that is safe if no work rises further; null if there is
   * none.
   */
  @Nullable CapacityCandidate reduction(double limit, ScenarioResults results) {
    return cheapest(
        results, candidate -> reduces(candidate, limit) && grades.isSpeedMeasured(candidate));
  }

  /** The cheapest safe growth, even if a guard is UNKNOWN; null if there is none. */
  @Nullable CapacityCandidate growth(ScenarioResults results) {
    double cost = candidates.today().cost();
    for (CapacityCandidate candidate : candidates.cheapestFirst()) {
      if (candidate.cost() > cost
          && candidate.grows(today)
          && grades.isSpeedMeasured(candidate)
          && predictor.keptLimits(candidate.shape(), results.demand())
          && grades.of(candidate, results).passesWhereKnown()) {
        return candidate;
      }
    }
    return null;
  }

  private boolean reduces(CapacityCandidate candidate, double limit) {
    return candidate.cost() < limit && candidate.reduces(today);
  }

  /** The cheapest that passes every guard, whether work rises or not. */
  private @Nullable CapacityCandidate cheapest(
      ScenarioResults results, Predicate<CapacityCandidate> range) {
    for (CapacityCandidate candidate : candidates.cheapestFirst()) {
      if (range.test(candidate)
          && predictor.keptLimits(candidate.shape(), results.demand())
          && grades.passes(candidate, results)) {
        return candidate;
      }
    }
    return null;
  }
}
