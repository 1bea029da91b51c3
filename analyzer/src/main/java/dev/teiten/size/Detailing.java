package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.size.SizingDetails.Measured;
import java.util.Arrays;
import java.util.List;

/** Puts together what stands behind an advice. */
final class Detailing {
  private Detailing() {}

  static SizingDetails of(
      Study study, Decision decision, Workload workload, WhatIf whatIf, Releases releases) {
    return new SizingDetails(
        whatIf.moves(),
        whatIf.reserved(),
        releases.breakEvens(),
        releases.batchMoves(),
        OptimizerWords.of(study, decision, workload),
        ServerlessEstimate.of(study.model()),
        measured(study),
        assumed(study.assumptions()));
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
        assumed(model.assumptions().with(whatIf.assumptions())));
  }

  private static Measured measured(Study study) {
    SizingModel.Basis basis = study.basis();
    CapacityCurve curve = basis.work().writer().curve();
    Readers readers = basis.readers();
    Burst burst = basis.burst();
    return new Measured(
        curve.gain() < 1 ? curve.gain() : null,
        burst == null ? null : burst.low(),
        burst == null ? null : burst.high(),
        readers.number() > 1 ? readers.imbalance() : null,
        study.locks().held());
  }

  private static List<Assumed> assumed(SizingAssumptions in) {
    return Arrays.stream(Assumption.values())
        .map(assumption -> Assumed.of(assumption, in))
        .toList();
  }
}
