package dev.teiten.review.ledger;

import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses one verification for a task about several queries. */
final class VerificationUrgency {
  /** The states, the most urgent first. */
  private static final List<PromiseState> BY_URGENCY =
      List.of(
          PromiseState.REGRESSED_BACK,
          PromiseState.NOT_VISIBLE,
          PromiseState.MOVED,
          PromiseState.PARTIAL,
          PromiseState.UNDECIDED,
          PromiseState.DELIVERED);

  private VerificationUrgency() {}

  static @Nullable PromiseVerification worst(List<PromiseVerification> verifications) {
    return verifications.stream()
        .min(Comparator.comparingInt(v -> BY_URGENCY.indexOf(v.state())))
        .orElse(null);
  }
}
