package dev.teiten.review.ledger;

import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task from promise to dollars.
 *
 * @param verifications a verification for each of its queries, in their order; empty while the fix
 *     is not live or cannot be verified
 * @param changedAt when the cluster's capacity first fell after the fix; null if it did not
 * @param monthlyUsd the part of this fix in the saving from returned capacity, US dollars a month;
 *     0 while no capacity was returned, null without a price
 * @param usdSince the saving of this fix so far, US dollars; null without a price
 */
public record LedgerLine(
    Task task,
    List<PromiseVerification> verifications,
    @Nullable Instant changedAt,
    @Nullable Double monthlyUsd,
    @Nullable Double usdSince) {

  public LedgerLine {
    verifications = List.copyOf(verifications);
  }

  /** The most urgent verification; null if there is none. */
  public @Nullable PromiseVerification verification() {
    return VerificationUrgency.worst(verifications);
  }

  /** The visible drop in percent; null if none is visible. */
  public static @Nullable Double seen(PromiseVerification verification) {
    return switch (verification.state()) {
      case DELIVERED, PARTIAL, REGRESSED_BACK -> verification.realisedPercent();
      case NOT_VISIBLE, MOVED, UNDECIDED -> null;
    };
  }
}
