package dev.teiten.review.ledger;

import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskState;
import dev.teiten.size.price.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Credits the savings of a cluster's capacity steps to the fixes of the 91 days before. The fixes
 * share a saving in proportion to their promised amounts, or equally if one promised no amount. A
 * step up takes credit back. So the credits never add up to more than the real saving.
 */
final class FixCredits {
  /** A later step is hardly the effect of the fix. */
  static final Duration REACH = Duration.ofDays(91);

  private final List<Task> tasks;
  private final Map<Long, Credit> credits = new HashMap<>();

  /** The credit of one task so far. */
  static final class Credit {
    private @Nullable Instant changedAt;
    private boolean unpriced;
    private double monthlyUsd;
    private double usdSince;

    @Nullable Instant changedAt() {
      return changedAt;
    }

    @Nullable Double monthlyUsd() {
      return unpriced ? null : Double.valueOf(monthlyUsd);
    }

    @Nullable Double usdSince() {
      return unpriced ? null : Double.valueOf(usdSince);
    }
  }

  private FixCredits(List<Task> tasks) {
    this.tasks = tasks;
    tasks.forEach(task -> credits.put(task.id(), new Credit()));
  }

  /**
   * The credits by task number.
   *
   * @param tasks of one cluster
   * @param steps of that cluster, oldest first
   */
  static Map<Long, Credit> of(List<Task> tasks, List<CapacityStep> steps, Instant now) {
    FixCredits fixes = new FixCredits(tasks);
    Instant last = now;
    for (CapacityStep step : steps) {
      fixes.pass(last, step.at());
      fixes.take(step);
      last = step.at();
    }
    fixes.pass(last, now);
    return fixes.credits;
  }

  private void pass(Instant from, Instant to) {
    double months =
        Math.max(0, Duration.between(from, to).toMillis() / 3.6e6 / Price.HOURS_PER_MONTH);
    credits.values().forEach(credit -> credit.usdSince += months * credit.monthlyUsd);
  }

  private void take(CapacityStep step) {
    Double saved = step.savedMonthlyUsd();
    if (saved == null) {
      candidates(step.at()).forEach(task -> credit(task).unpriced = true);
    } else if (saved > 0) {
      give(saved, step.at());
    } else {
      takeBack(-saved);
    }
  }

  private void give(double saved, Instant at) {
    List<Task> candidates = candidates(at);
    boolean stated =
        candidates.stream().allMatch(task -> task.card().promised().monthlyUsd() != null);
    double promised = candidates.stream().mapToDouble(FixCredits::promised).sum();
    for (Task task : candidates) {
      double share = stated && promised > 0 ? promised(task) / promised : 1.0 / candidates.size();
      Credit credit = credit(task);
      credit.monthlyUsd += share * saved;
      credit.changedAt = credit.changedAt == null ? at : credit.changedAt;
    }
  }

  private void takeBack(double lost) {
    double credited = credits.values().stream().mapToDouble(credit -> credit.monthlyUsd).sum();
    double left = credited <= lost ? 0 : 1 - lost / credited;
    credits.values().forEach(credit -> credit.monthlyUsd *= left);
  }

  private List<Task> candidates(Instant at) {
    return tasks.stream().filter(task -> isCandidate(task, at)).toList();
  }

  private static boolean isCandidate(Task task, Instant at) {
    Instant fixed = task.card().fixedAt();
    return fixed != null
        && task.card().state() != TaskState.DROPPED
        && !fixed.isAfter(at)
        && !fixed.plus(REACH).isBefore(at);
  }

  private Credit credit(Task task) {
    return Objects.requireNonNull(credits.get(task.id()));
  }

  private static double promised(Task task) {
    Double usd = task.card().promised().monthlyUsd();
    return usd == null ? 0 : usd;
  }
}
