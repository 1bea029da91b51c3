package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.size.SizingDetails.Measured;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what stands behind an advice. */
final class SizingDetailsBuilder {
  private SizingDetailsBuilder() {}

  static SizingDetails of(
      SizingContext study,
      SizingDecision decision,
      ClusterDemand workload,
      WhatIf whatIf,
      FixesAndMoves releases) {
    return new SizingDetails(
        whatIf.moves(),
        whatIf.reserved(),
        releases.breakEvens(),
        releases.batchMoves(),
        OptimizerWords.of(study, decision, workload),
        ServerlessEstimate.of(study.model()),
        measured(study),
        assumed(study.assumptions(), study.basis().burst()));
  }

  /** The details where nothing could be computed. */
  static SizingDetails of(SizingModel model, WhatIf whatIf) {
    return new SizingDetails(
        whatIf.moves(),
        whatIf.reserved(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        assumed(model.assumptions().with(whatIf.assumptions()), null));
  }

  private static Measured measured(SizingContext study) {
    PredictionBasis basis = study.basis();
    CapacityCurve curve = basis.work().writer().curve();
    ReaderBalance readers = basis.readers();
    BurstRange burst = basis.burst();
    return new Measured(
        curve.gain() < 1 ? curve.gain() : null,
        burst == null ? null : burst.low(),
        burst == null ? null : burst.high(),
        readers.number() > 1 ? readers.imbalance() : null,
        study.locks().held());
  }

  private static List<Assumed> assumed(SizingAssumptions in, @Nullable BurstRange measured) {
    BurstRange bursts = measured == null || BurstRange.said(in) ? null : measured;
    return Arrays.stream(Assumption.values())
        .map(
            assumption ->
                Assumed.of(assumption, in, bursts == null ? null : of(bursts, assumption)))
        .toList();
  }

  private static @Nullable Double of(BurstRange bursts, Assumption assumption) {
    return switch (assumption) {
      case BURST_LOW -> rounded(bursts.low());
      case BURST_HIGH -> rounded(bursts.high());
      default -> null;
    };
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
