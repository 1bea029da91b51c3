package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.SettingException;
import dev.teiten.size.CapacityGrades.GradedCapacity;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.guard.ExplainedGuards;
import dev.teiten.size.guard.FailureImpact;
import dev.teiten.size.guard.FailureImpact.AfterLoss;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.predict.CapacityForecast;
import dev.teiten.size.predict.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.DrawCount;
import dev.teiten.size.predict.ReaderNumbers;
import dev.teiten.size.predict.ScenarioResults;
import dev.teiten.size.price.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns candidates and their forecasts into the options of an advice. */
final class CapacityOptions {
  /** An option that is hardly ever safe is no choice. */
  private static final double MIN_PROBABILITY = 0.05;

  /**
   * The least probability to be safe for each level of risk from 0 to 3; below the last it is 4.
   */
  private static final double[] RISK_LEVELS = {0.99, 0.95, 0.80, 0.50};

  private static final int HIGHEST_RISK = 4;
  private static final int RISK_OF_UNKNOWN = 3;
  private static final int RISK_OF_DOUBT = 2;

  private final CapacityCandidates candidates;
  private final ClusterShape today;
  private final CapacityPredictor predictor;
  private final FailureImpact failure;
  private final LoadGuards guards;
  private final CapacityGrades grades;
  private final MonthlyCost monthlyCost;
  private final ReaderNumbers numbers;

  CapacityOptions(
      CapacityCandidates candidates,
      ClusterShape today,
      CapacityPredictor predictor,
      FailureImpact failure,
      LoadGuards guards,
      CapacityGrades grades,
      MonthlyCost monthlyCost,
      ReaderNumbers numbers) {
    this.candidates = candidates;
    this.today = today;
    this.predictor = predictor;
    this.failure = failure;
    this.guards = guards;
    this.grades = grades;
    this.monthlyCost = monthlyCost;
    this.numbers = numbers;
  }

  Option of(CapacityCandidate candidate, ScenarioResults results) {
    return of(candidate, results, WhatIf.nothing());
  }

  Option of(CapacityCandidate candidate, ScenarioResults results, WhatIf whatIf) {
    ClusterShape shape = candidate.shape();
    CapacityForecast forecast = results.forecast(shape);
    ClusterCpuUse now = forecast.now();
    AfterLoss after = failure.after(shape, results.demand().afterLoss(shape).point());
    ExplainedGuards explained = guards.explained(shape, results);
    GradedCapacity graded = grades.of(candidate, results, explained.guards());
    DrawCount draws = forecast.draws();
    InstanceClass reader = shape.reader();
    Double todayUsd = candidates.today().monthlyUsd();
    Double usd = monthlyUsd(candidate, results.demand());
    return new Option(
        shape.writer().name(),
        reader == null ? null : reader.name(),
        shape.readers(),
        usd,
        usd == null || todayUsd == null ? null : Double.valueOf(todayUsd - usd),
        MinuteStatistics.finiteOrNull(now.busiest()),
        MinuteStatistics.finiteOrNull(forecast.low()),
        MinuteStatistics.finiteOrNull(forecast.high()),
        after == null ? null : after.busiest(),
        MinuteStatistics.finiteOrNull(now.stretch()),
        graded.grade() == Grade.UNSAFE ? 0.0 : draws.share(),
        risk(draws, graded),
        monthlyCost.realisableSaving(today, shape, whatIf.reserved()),
        draws.held(),
        draws.all(),
        graded.grade(),
        graded.doubts(),
        graded.guards(),
        explained.worst(),
        explained.worstAfterLoss(),
        autoscaling(shape, results.demand()),
        monthlyCost.acu(shape, numbers.mean(shape, results.demand())));
  }

  /** The cost of a capacity; with fixes, fewer scaled readers run. */
  private @Nullable Double monthlyUsd(CapacityCandidate candidate, ClusterDemand demand) {
    ClusterShape shape = candidate.shape();
    return shape.scaling() == null || demand.unchanged()
        ? candidate.monthlyUsd()
        : monthlyCost.monthlyUsd(shape, numbers.mean(shape, demand));
  }

  private @Nullable Autoscaling autoscaling(ClusterShape shape, ClusterDemand demand) {
    ReaderRange range = shape.scaling();
    if (range == null) {
      return null;
    }
    double mean = numbers.mean(shape, demand);
    return new Autoscaling(
        range.least(),
        range.most(),
        numbers.target(range),
        mean * Price.HOURS_PER_MONTH,
        monthlyCost.readersUsd(shape, mean));
  }

  /** The highest over the draws, the guards (4 for a FAIL, 3 for an UNKNOWN) and the doubts. */
  private static int risk(DrawCount draws, GradedCapacity graded) {
    int risk = graded.doubts().isEmpty() ? 0 : RISK_OF_DOUBT;
    while (risk < RISK_LEVELS.length && !(draws.share() >= RISK_LEVELS[risk])) {
      risk++;
    }
    for (Guard guard : graded.guards()) {
      int ofGuard =
          switch (guard.state()) {
            case PASS -> 0;
            case UNKNOWN -> RISK_OF_UNKNOWN;
            case FAIL -> HIGHEST_RISK;
          };
      risk = Math.max(risk, ofGuard);
    }
    return risk;
  }

  /**
   * The options of an advice: the capacity that was asked for, and then the front up to the cost of
   * today's capacity or of the recommended one.
   */
  List<Option> list(
      ScenarioResults results, @Nullable CapacityCandidate recommended, WhatIf whatIf) {
    List<Option> options = new ArrayList<>();
    asked(whatIf).map(asked -> of(asked, results, whatIf)).ifPresent(options::add);
    List<CapacityCandidate> always =
        recommended == null
            ? List.of(candidates.today())
            : List.of(candidates.today(), recommended);
    front(results, always, whatIf).stream()
        .filter(option -> !options.contains(option))
        .forEach(options::add);
    return options;
  }

  /**
   * The front, cheapest first: every option that is safer or less risky than all cheaper ones, and
   * the candidates of {@code always}. It ends at the cost of the dearest of these.
   */
  private List<Option> front(
      ScenarioResults results, List<CapacityCandidate> always, WhatIf whatIf) {
    double limit = always.stream().mapToDouble(CapacityCandidate::cost).max().orElseThrow();
    List<Option> front = new ArrayList<>();
    double safest = MIN_PROBABILITY;
    TreeSet<Integer> risks = new TreeSet<>();
    for (CapacityCandidate candidate : candidates.cheapestFirst()) {
      if (candidate.cost() > limit) {
        break;
      }
      boolean wanted = always.contains(candidate);
      if (!wanted && !predictor.possible(candidate.shape(), results.demand())) {
        continue;
      }
      Option option = of(candidate, results, whatIf);
      double probability = results.forecast(candidate.shape()).draws().share();
      int risk = Optional.ofNullable(option.risk()).orElse(HIGHEST_RISK);
      boolean lessRisky = probability > MIN_PROBABILITY && risks.headSet(risk, true).isEmpty();
      if (wanted || probability > safest || lessRisky) {
        front.add(option);
        safest = Math.max(safest, probability);
        risks.add(risk);
      }
    }
    return front;
  }

  /**
   * The capacity that was asked for; empty if none was.
   *
   * @throws SettingException if the class is not in the catalogue
   */
  Optional<CapacityCandidate> asked(WhatIf whatIf) {
    if (!whatIf.asksForCapacity()) {
      return Optional.empty();
    }
    Integer wanted = whatIf.readers();
    int readers = wanted == null ? today.readers() : wanted;
    String target = whatIf.target();
    InstanceClass writer = AskedClass.of(whatIf.writer(), target, today.writer());
    InstanceClass reader = AskedClass.of(whatIf.reader(), target, today.readerOrWriter());
    ReaderRange range = askedRange(whatIf);
    return Optional.of(
        candidates.of(
            range == null
                ? new ClusterShape(writer, readers == 0 ? null : reader, readers)
                : ClusterShape.scaled(writer, reader, range)));
  }

  /** The range that was asked for, or else today's; null for a fixed number of readers. */
  private @Nullable ReaderRange askedRange(WhatIf whatIf) {
    ReaderRange range = today.scaling();
    Integer least = whatIf.readers();
    Integer most = whatIf.mostReaders();
    if (least == null || most == null) {
      return least == null ? range : null;
    }
    return new ReaderRange(least, most, range == null ? null : range.target());
  }
}
