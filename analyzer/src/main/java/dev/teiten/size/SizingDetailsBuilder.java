package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.size.SizingDetails.Measured;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.BurstRange;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ReaderBalance;
import dev.teiten.size.predict.ScenarioResults;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the details of an advice. */
final class SizingDetailsBuilder {
  private final SizingData data;
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final OptimizerWords optimizerWords;
  private final RisingWork rises;
  private final @Nullable Double lockHeld;

  /**
   * @param lockHeld the highest share of the time for which contended locks are held today, 0..1
   */
  SizingDetailsBuilder(
      SizingData data,
      PredictionBasis basis,
      SizingAssumptions assumptions,
      OptimizerWords optimizerWords,
      RisingWork rises,
      @Nullable Double lockHeld) {
    this.data = data;
    this.basis = basis;
    this.assumptions = assumptions;
    this.optimizerWords = optimizerWords;
    this.rises = rises;
    this.lockHeld = lockHeld;
  }

  SizingDetails of(
      SizingDecision decision,
      ScenarioResults results,
      WhatIf whatIf,
      FixesAndMoves fixesAndMoves) {
    return new SizingDetails(
        whatIf.moves(),
        whatIf.reserved(),
        fixesAndMoves.breakEvens(),
        fixesAndMoves.batchMoves(),
        optimizerWords.of(decision, results),
        ServerlessEstimate.of(data.members().lasting(), data.cost()),
        measured(),
        rises.ofAllWork(),
        assumed(assumptions, basis.burst()));
  }

  /** The details where nothing could be computed. */
  static SizingDetails undecided(SizingAssumptions assumptions, WhatIf whatIf) {
    return new SizingDetails(
        whatIf.moves(),
        whatIf.reserved(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        assumed(assumptions.with(whatIf.assumptions()), null));
  }

  private Measured measured() {
    CapacityCurve curve = basis.work().writer().curve();
    ReaderBalance readers = basis.readers();
    BurstRange burst = basis.burst();
    return new Measured(
        curve.gain() < 1 ? curve.gain() : null,
        burst == null ? null : burst.low(),
        burst == null ? null : burst.high(),
        readers.number() > 1 ? readers.imbalance() : null,
        lockHeld);
  }

  private static List<Assumed> assumed(
      SizingAssumptions assumptions, @Nullable BurstRange measuredBurst) {
    BurstRange burst = BurstRange.isAssumed(assumptions) ? null : measuredBurst;
    return Arrays.stream(ModelAssumption.values())
        .map(assumption -> Assumed.of(assumption, assumptions, measured(assumption, burst)))
        .toList();
  }

  private static @Nullable Double measured(ModelAssumption assumption, @Nullable BurstRange burst) {
    if (burst == null) {
      return null;
    }
    return switch (assumption) {
      case BURST_LOW -> twoDigits(burst.low());
      case BURST_HIGH -> twoDigits(burst.high());
      default -> null;
    };
  }

  private static double twoDigits(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
