package dev.teiten.review.ledger;

import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task from promise to dollars.
 *
 * @param verifications one for each of its queries, in their order; empty while the fix is not live
 *     or cannot be verified
 * @param changedAt when the cluster's capacity first became smaller after the fix; null if it has
 *     not
 * @param monthlyUsd this fix's part of what the capacity given back saves now, US dollars a month;
 *     0 while nothing was given back, null without a price
 * @param usdSince the same summed up until now; null without a price
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

  /** The verification that the meeting should hear of first; null if there is none. */
  public @Nullable PromiseVerification verification() {
    return VerificationUrgency.worst(verifications);
  }

  /** What was seen to be gone, in percent; null where nothing was, or it cannot be told. */
  public static @Nullable Double seen(PromiseVerification verification) {
    return switch (verification.state()) {
      case DELIVERED, PARTIAL, REGRESSED_BACK -> verification.realisedPercent();
      case NOT_VISIBLE, MOVED, UNDECIDED -> null;
    };
  }
}
