package dev.teiten.size;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Sentence;
import dev.teiten.size.CapacitySearch.SearchResult;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardText;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.predict.CapacityForecast;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.DrawCount;
import dev.teiten.size.predict.ScenarioResults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the reasons of a verdict in sentences. */
final class VerdictReasons {
  private final CapacityCandidates candidates;
  private final ClusterShape today;
  private final LoadGuards guards;
  private final RisingWork rises;
  private final CapacityPredictor predictor;

  VerdictReasons(
      CapacityCandidates candidates,
      ClusterShape today,
      LoadGuards guards,
      RisingWork rises,
      CapacityPredictor predictor) {
    this.candidates = candidates;
    this.today = today;
    this.guards = guards;
    this.rises = rises;
    this.predictor = predictor;
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
    DrawCount draws = results.forecast(today).draws();
    if (!predictor.keptLimits(today, results.demand())) {
      reasons.add(SizingText.NOT_SURELY_KEPT.of());
    } else if (!draws.enough()) {
      reasons.add(SizingText.NOT_KNOWN_SAFE.of(draws.held(), draws.all(), draws.needed()));
    }
    reasons.add(SizingText.NOTHING_CHEAPER.of());
    if (search.trial() != null) {
      rises.doubts(results.demand()).forEach(rise -> reasons.add(SizingText.RISE_WAITS.of(rise)));
    }
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
    if (trial != null && !trial.equals(blocked) && !trial.equals(search.newer())) {
      CapacityForecast forecast = results.forecast(trial.shape());
      reasons.add(
          SizingText.NEARLY_SAFE.of(
              trial.describe(),
              forecast.draws().held(),
              forecast.draws().all(),
              GuardText.percent(forecast.high())));
    }
    addNewer(search, reasons);
    addLowerMaximum(results, reasons);
  }

  private void addNewer(SearchResult search, List<Sentence> reasons) {
    CapacityCandidate newer = search.newer();
    if (newer != null) {
      Double todayUsd = candidates.today().monthlyUsd();
      Double usd = newer.monthlyUsd();
      boolean otherKind = ServerlessShapes.isOtherKind(newer.shape(), today);
      if (usd == null || todayUsd == null) {
        SizingText text = otherKind ? SizingText.OTHER_KIND : SizingText.NEWER;
        reasons.add(text.of(newer.describe()));
      } else {
        SizingText text = otherKind ? SizingText.OTHER_KIND_LESS : SizingText.NEWER_LESS;
        reasons.add(text.of(newer.describe(), todayUsd - usd));
      }
    }
  }

  /** The lowest maximum of Serverless v2 that keeps the limits of the CPU, if it is a lower one. */
  private void addLowerMaximum(ScenarioResults results, List<Sentence> reasons) {
    AcuRange range = today.acu();
    if (range == null) {
      return;
    }
    for (AcuRange lower : ServerlessShapes.lowerMaxima(range)) {
      ClusterShape shape = ServerlessShapes.with(today, lower);
      if (predictor.keptLimits(shape, results.demand())
          && results.forecast(shape).draws().enough()
          && guards.besidesCpu(shape, results).stream()
              .noneMatch(guard -> guard.state() == Guard.State.FAIL)) {
        reasons.add(SizingText.LOWER_MAXIMUM.of(AcuRange.units(lower.max())));
        return;
      }
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
        forecast.draws().held(),
        forecast.draws().all());
  }
}
