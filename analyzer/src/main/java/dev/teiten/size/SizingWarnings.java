package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.PastWeeks;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.FailureImpact;
import dev.teiten.size.guard.FailureImpact.AfterLoss;
import dev.teiten.size.guard.GuardText;
import dev.teiten.size.predict.BurstRange;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ReaderNumbers;
import dev.teiten.size.predict.ScenarioDraw;
import dev.teiten.size.predict.ScenarioResults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Warns of the limits of an advice: wide intervals, unusual data, and risks of today's capacity.
 */
final class SizingWarnings {
  /** With two readers, one of them may have nearly all of a query by chance. */
  private static final int MIN_READERS_TO_TELL = 3;

  /** Share of a query's load on one reader from which on it counts as bound to that reader. */
  private static final double BOUND_SHARE = 0.95;

  private static final double MIN_BOUND_AAS = 0.05;

  /** A peak on fewer days may be a single event. */
  private static final int MIN_PEAK_DAYS = 3;

  private final SizingData data;
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final FailureImpact failure;
  private final boolean inDollars;
  private final RisingWork rises;
  private final ReaderNumbers numbers;

  /**
   * @param inDollars whether today's capacity has a price
   */
  SizingWarnings(
      SizingData data,
      PredictionBasis basis,
      SizingAssumptions assumptions,
      FailureImpact failure,
      boolean inDollars,
      RisingWork rises,
      ReaderNumbers numbers) {
    this.data = data;
    this.basis = basis;
    this.assumptions = assumptions;
    this.failure = failure;
    this.inDollars = inDollars;
    this.rises = rises;
    this.numbers = numbers;
  }

  List<Sentence> of(SizingDecision decision, ScenarioResults results, WhatIf whatIf) {
    List<Sentence> warnings = new ArrayList<>(rises.sentences());
    addNarrower(warnings);
    addData(warnings);
    addBound(warnings);
    addOrderable(decision, whatIf, warnings);
    addFailure(results, warnings);
    addWriter(results, warnings);
    return warnings;
  }

  /** Data that would narrow the ranges that the scenarios have to cover. */
  private void addNarrower(List<Sentence> warnings) {
    int weeks = basis.weeks().size();
    if (weeks == 1) {
      warnings.add(SizingText.ONE_WEEK.of());
    }
    if (weeks < PastWeeks.MAX_WEEKS) {
      double left = ScenarioDraw.weekLogSd(PastWeeks.MAX_WEEKS) / ScenarioDraw.weekLogSd(weeks);
      warnings.add(SizingText.NARROWER_BY_WEEKS.of(PastWeeks.MAX_WEEKS - weeks, 100 * (1 - left)));
    }
    if (basis.burst() == null && !BurstRange.isAssumed(assumptions)) {
      BurstRange usual = BurstRange.range(assumptions, null);
      warnings.add(SizingText.NARROWER_BY_SECONDS.of(usual.low(), usual.high()));
    }
    if (basis.work().writer().curve().gain() == CapacityCurve.DEFAULT_GAIN) {
      warnings.add(
          SizingText.NARROWER_BY_GAIN.of(
              assumptions.get(ModelAssumption.GAIN_LOW),
              assumptions.get(ModelAssumption.GAIN_HIGH)));
    }
  }

  private void addData(List<Sentence> warnings) {
    Ranking ranking = data.ranking();
    if (ranking.peakMinutes() > 0 && ranking.peakDays() < MIN_PEAK_DAYS) {
      warnings.add(SizingText.FEW_PEAK_DAYS.of(ranking.peakDays()));
    }
    if (!inDollars) {
      warnings.add(noPrice(data.load().cluster()));
    }
    List<InstanceLoad> brief = data.members().brief();
    ReaderRange range = basis.today().scaling();
    if (range != null) {
      warnings.add(scaled(range));
    } else if (!brief.isEmpty()) {
      warnings.add(SizingText.BRIEF_READERS.of(brief.size()));
    }
    if (!data.members().readers().isEmpty()
        && !ClusterDeployment.of(data.load().cluster()).promotesReaders()) {
      warnings.add(SizingText.REPLICAS_BY_NAME.of());
    }
    if (classes(data.members().readers()) > 1) {
      warnings.add(SizingText.MIXED_READERS.of());
    }
    int late = ScalingLag.minutes(data.members().lasting());
    if (late > 0) {
      warnings.add(SizingText.SCALED_LATE.of(late));
    }
  }

  private static Sentence noPrice(Cluster cluster) {
    InstanceDeployment deployment = ClusterDeployment.of(cluster).writer();
    return deployment == null
        ? SizingText.NO_PRICE.of(cluster.region())
        : SizingText.NO_PRICE_OF_DEPLOYMENT.of(
            cluster.engine().rdsName(), deployment.kind().priceListName(), cluster.region());
  }

  private Sentence scaled(ReaderRange range) {
    int[] readers = basis.timeline().readers(data.load().week().range());
    return SizingText.SCALED.of(
        Arrays.stream(readers).max().orElse(0),
        Arrays.stream(readers).average().orElse(0),
        GuardText.percent(numbers.target(range)),
        (numbers.isTargetKnown(range) ? SizingText.TARGET_KNOWN : SizingText.TARGET_ASSUMED).of(),
        assumptions.get(ModelAssumption.SCALE_OUT_MINUTES));
  }

  private static long classes(List<InstanceLoad> readers) {
    return readers.stream().map(reader -> reader.instance().instanceClass()).distinct().count();
  }

  private void addOrderable(SizingDecision decision, WhatIf whatIf, List<Sentence> warnings) {
    Set<String> orderable = data.load().orderable();
    CapacityCandidate recommended = decision.recommended();
    if (orderable == null
        && recommended != null
        && !recommended
            .shape()
            .readerOrWriter()
            .name()
            .equals(basis.today().readerOrWriter().name())) {
      warnings.add(SizingText.ORDERABLE.of(recommended.shape().readerOrWriter().name()));
    }
    for (String asked : whatIf.classes()) {
      if (orderable != null && !orderable.contains(ServerlessShapes.withoutRange(asked))) {
        warnings.add(SizingText.NOT_OFFERED.of(asked));
      }
    }
  }

  /** Load that one reader has alone may be bound to it, by a custom endpoint for example. */
  private void addBound(List<Sentence> warnings) {
    List<String> readers =
        data.members().readers().stream().map(reader -> reader.instance().name()).toList();
    if (readers.size() < MIN_READERS_TO_TELL) {
      return;
    }
    List<Contributor> bound =
        data.ranking().contributors().stream().filter(query -> isBound(query, readers)).toList();
    if (!bound.isEmpty()) {
      double load = bound.stream().mapToDouble(Contributor::loadAas).sum();
      warnings.add(SizingText.BOUND.of(bound.size(), load));
    }
  }

  private static boolean isBound(Contributor query, List<String> readers) {
    double total = 0;
    double highest = 0;
    for (String reader : readers) {
      double load = query.instances().getOrDefault(reader, 0.0);
      total += load;
      highest = Math.max(highest, load);
    }
    return total > MIN_BOUND_AAS && highest > BOUND_SHARE * total;
  }

  private void addFailure(ScenarioResults results, List<Sentence> warnings) {
    AfterLoss after =
        failure.after(basis.today(), results.demand().afterLoss(basis.today()).highestAhead());
    double limit = assumptions.get(ModelAssumption.MAX_AFTER_FAILURE);
    if (after != null && after.busiest() > limit) {
      warnings.add(
          SizingText.ZONE_LOST.of(GuardText.percent(after.busiest()), GuardText.percent(limit)));
    }
  }

  /** A writer that stays as it is does not stop a reduction, but its headroom may be small. */
  private void addWriter(ScenarioResults results, List<Sentence> warnings) {
    ClusterShape today = basis.today();
    double next = results.forecast(today).next().writer().utilisation();
    double limit = assumptions.utilisationLimit(today.writer().vcpus());
    if (next > limit) {
      warnings.add(SizingText.WRITER_HIGH.of(GuardText.percent(next), GuardText.percent(limit)));
    }
  }
}
