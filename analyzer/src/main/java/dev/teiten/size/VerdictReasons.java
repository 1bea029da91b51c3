package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.CapacitySearch.SearchResult;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardText;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.predict.Assumption;
import dev.teiten.size.predict.CapacityForecast;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.ScenarioResults;
import dev.teiten.size.predict.SizingAssumptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the reasons of a verdict in sentences. */
final class VerdictReasons {
  private final CapacityCandidates candidates;
  private final ClusterShape today;
  private final LoadGuards guards;
  private final SizingAssumptions assumptions;

  VerdictReasons(
      CapacityCandidates candidates,
      ClusterShape today,
      LoadGuards guards,
      SizingAssumptions assumptions) {
    this.candidates = candidates;
    this.today = today;
    this.guards = guards;
    this.assumptions = assumptions;
  }

  List<Sentence> reduce(
      CapacityCandidate recommended, SearchResult search, ScenarioResults results) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(forecast(recommended, results));
    if (!recommended.shape().sameClasses(today)) {
      reasons.add(SizingText.ONE_READER_FIRST.of());
    }
    addAlternatives(search, results, reasons);
    return reasons;
  }

  List<Sentence> keep(SearchResult search, ScenarioResults results) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(forecast(candidates.today(), results));
    double safe = results.forecast(today).probabilitySafe();
    double wanted = assumptions.get(Assumption.MIN_PROBABILITY);
    if (safe < wanted) {
      reasons.add(SizingText.NOT_KNOWN_SAFE.of(100 * safe, 100 * wanted));
    }
    reasons.add(SizingText.NOTHING_CHEAPER.of());
    addAlternatives(search, results, reasons);
    return reasons;
  }

  /**
   * @param larger the capacity to grow to; null if none is safe
   * @param cheaper the search for reductions
   */
  List<Sentence> increase(
      @Nullable CapacityCandidate larger, SearchResult cheaper, ScenarioResults results) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(forecast(candidates.today(), results));
    reasons.add(larger == null ? SizingText.NOTHING_LARGER.of() : forecast(larger, results));
    addNewer(cheaper, reasons);
    return reasons;
  }

  private void addAlternatives(
      SearchResult search, ScenarioResults results, List<Sentence> reasons) {
    CapacityCandidate blocked = search.blocked();
    if (blocked != null) {
      reasons.add(blocked(blocked, results));
    }
    CapacityCandidate trial = search.trial();
    if (trial != null) {
      CapacityForecast forecast = results.forecast(trial.shape());
      reasons.add(
          SizingText.NEARLY_SAFE.of(
              trial.describe(),
              100 * forecast.probabilitySafe(),
              GuardText.percent(forecast.high())));
    }
    addNewer(search, reasons);
  }

  private void addNewer(SearchResult search, List<Sentence> reasons) {
    CapacityCandidate newer = search.newer();
    if (newer != null) {
      Double todayUsd = candidates.today().monthlyUsd();
      Double usd = newer.monthlyUsd();
      reasons.add(
          usd == null || todayUsd == null
              ? SizingText.NEWER.of(newer.describe())
              : SizingText.NEWER_LESS.of(newer.describe(), todayUsd - usd));
    }
  }

  private Sentence blocked(CapacityCandidate candidate, ScenarioResults results) {
    Sentence capacity = candidate.describe();
    for (Guard guard : guards.besidesCpu(candidate.shape(), results)) {
      if (!guard.passes()) {
        SizingText text =
            guard.state() == Guard.State.FAIL
                ? SizingText.STANDS_AGAINST
                : SizingText.UNKNOWN_AGAINST;
        return text.of(capacity, guard.name().of(), guard.detail());
      }
    }
    return SizingText.LIMITS_AGAINST.of(capacity);
  }

  private Sentence forecast(CapacityCandidate candidate, ScenarioResults results) {
    CapacityForecast forecast = results.forecast(candidate.shape());
    SizingText text =
        candidate.shape().equals(today) ? SizingText.OUTLOOK_TODAY : SizingText.OUTLOOK;
    return text.of(
        candidate.describe(),
        GuardText.percent(forecast.now().busiest()),
        GuardText.percent(forecast.low()),
        GuardText.percent(forecast.high()),
        100 * forecast.probabilitySafe());
  }
}
