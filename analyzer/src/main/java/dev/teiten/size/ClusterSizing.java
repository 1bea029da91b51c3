package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.FailureImpact;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.guard.LockGuard;
import dev.teiten.size.guard.ResourceGuards;
import dev.teiten.size.guard.WorstMinutesFinder;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ReaderNumbers;
import dev.teiten.size.predict.ScenarioResults;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers about one cluster and week under one set of assumptions. */
final class ClusterSizing {
  private final SizingData data;
  private final ClusterShape today;
  private final SizingAssumptions assumptions;
  private final CapacityPredictor predictor;
  private final CapacityCandidates candidates;
  private final WhatIfForecasts forecasts;
  private final LoadGuards guards;
  private final CapacityOptions options;
  private final CapacityDecider decider;
  private final TrialPlan trials;
  private final SizingWarnings warnings;
  private final SizingDetailsBuilder details;
  private final ReleaseSearch releaseSearch;
  private volatile @Nullable FixesAndMoves fixesAndMoves;

  /**
   * @param measuredFamilies class families whose speed the reader has measured
   */
  ClusterSizing(
      SizingData data,
      PredictionBasis basis,
      QueryAdjustments adjustments,
      SizingAssumptions assumptions,
      Set<String> measuredFamilies,
      Predictors predictors) {
    this.data = data;
    this.today = basis.today();
    this.assumptions = assumptions;
    FailureImpact failure = predictors.failure();
    predictor = predictors.capacity();
    forecasts = new WhatIfForecasts(adjustments, predictors.simulation());
    ReaderNumbers numbers = predictors.numbers();
    ToDoubleFunction<ClusterShape> meanReaders =
        shape -> numbers.mean(shape, forecasts.unchanged().demand());
    candidates = new CapacityCandidates(data, today, meanReaders);
    LockGuard locks = locks(data, today, predictors, forecasts);
    guards = guards(data, basis, assumptions, predictors, locks, meanReaders);
    RisingWork rises = new RisingWork(data, basis, assumptions);
    CapacityGrades grades = new CapacityGrades(today, measuredFamilies, guards, rises);
    CapacitySearch search = new CapacitySearch(candidates, today, predictor, grades, assumptions);
    options =
        new CapacityOptions(
            candidates, today, predictor, failure, guards, grades, data.cost(), numbers);
    VerdictReasons reasons = new VerdictReasons(candidates, today, guards, rises, predictor);
    trials = new TrialPlan(today, rises, numbers);
    decider = new CapacityDecider(data.undecidedReasons(), candidates, search, predictor, reasons);
    warnings =
        new SizingWarnings(
            data, basis, assumptions, failure, candidates.inDollars(), rises, numbers);
    int weeks = basis.weeks().size();
    OptimizerWords words = new OptimizerWords(candidates, search, options, guards, weeks);
    details = new SizingDetailsBuilder(data, basis, assumptions, words, rises, locks.heldToday());
    releaseSearch = new ReleaseSearch(data.ranking(), forecasts, adjustments, search, options);
  }

  private static LockGuard locks(
      SizingData data, ClusterShape today, Predictors predictors, WhatIfForecasts forecasts) {
    ClusterDemand demand = forecasts.unchanged().demand();
    return new LockGuard(
        data.members(), today, predictors.capacity().now(today, demand), predictors.hosts());
  }

  private static LoadGuards guards(
      SizingData data,
      PredictionBasis basis,
      SizingAssumptions assumptions,
      Predictors predictors,
      LockGuard locks,
      ToDoubleFunction<ClusterShape> meanReaders) {
    ResourceGuards resources =
        new ResourceGuards(
            data.load().cluster(),
            data.extremes(),
            basis,
            data.members().smallerReadersAllowed(),
            meanReaders);
    Guard dataGuard =
        LoadGuards.data(
            data.undecidedReasons(), data.load().coverage().share(), basis.weeks().size());
    WorstMinutesFinder worst =
        new WorstMinutesFinder(
            data.load(),
            data.ranking(),
            basis,
            assumptions,
            predictors.capacity(),
            predictors.failure());
    return new LoadGuards(
        resources,
        locks,
        predictors.failure(),
        predictors.capacity(),
        basis,
        assumptions,
        worst,
        dataGuard);
  }

  /** Answers a question; see {@link CapacityAdvisor#advise}. */
  SizingAdvice advise(WhatIf whatIf) {
    return advise(whatIf, data.undecidedReasons().isEmpty() ? searched() : FixesAndMoves.NONE);
  }

  /** Answers a question without a search; see {@link CapacityAdvisor#adviseQuickly}. */
  QuickAdvice adviseQuickly(WhatIf whatIf) {
    if (!data.undecidedReasons().isEmpty()) {
      return new QuickAdvice(advise(whatIf), true);
    }
    FixesAndMoves searched = fixesAndMoves;
    return new QuickAdvice(
        advise(whatIf, Objects.requireNonNullElse(searched, FixesAndMoves.NONE)), searched != null);
  }

  /** Searched for once: the result does not depend on the question. */
  private synchronized FixesAndMoves searched() {
    FixesAndMoves searched = fixesAndMoves;
    if (searched == null) {
      searched = releaseSearch.find();
      fixesAndMoves = searched;
    }
    return searched;
  }

  /** The busiest instance by hour; see {@link CapacityAdvisor#hourly}. */
  HourlyUse hourly(WhatIf whatIf) {
    ScenarioResults results = forecasts.of(whatIf.fixes(), whatIf.moves());
    CapacityCandidate shown =
        options
            .asked(whatIf)
            .or(() -> Optional.ofNullable(decider.decide(results).recommended()))
            .orElseGet(candidates::today);
    return new HourlyUseBuilder(data.members().all(), data.load().minutes(), assumptions, predictor)
        .of(shown, results.demand());
  }

  private SizingAdvice advise(WhatIf whatIf, FixesAndMoves fixesAndMoves) {
    ScenarioResults results = forecasts.of(whatIf.fixes(), whatIf.moves());
    SizingDecision decision = decider.decide(results);
    CapacityCandidate recommended = decision.recommended();
    CapacityCandidate trial = decision.trial();
    List<Option> list = options.list(results, recommended, whatIf);
    return new SizingAdvice(
        data.load().cluster().name(),
        data.load().week(),
        decision.verdict(),
        decision.reasons(),
        data.current(MinuteStatistics.finiteOrNull(todaysStretch()), todaysOption(whatIf)),
        whatIf.fixes(),
        recommended == null ? null : options.of(recommended, results, whatIf),
        list,
        guards.explained(decision.subject().shape(), results).guards(),
        trial == null ? null : trials.of(trial, options.of(trial, results, whatIf), results),
        fixesAndMoves.fixSets(),
        data.cost().provenance(classes(list)),
        warnings.of(decision, results, whatIf),
        details.of(decision, results, whatIf, fixesAndMoves));
  }

  /** Today's capacity under today's queries, whatever fixes are assumed. */
  private Option todaysOption(WhatIf whatIf) {
    return options.of(candidates.today(), forecasts.unchanged(), whatIf);
  }

  private double todaysStretch() {
    return predictor.now(today, forecasts.unchanged().demand()).stretch();
  }

  private static List<String> classes(List<Option> options) {
    return options.stream()
        .flatMap(option -> Stream.of(option.writerClass(), option.readerClass()))
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
