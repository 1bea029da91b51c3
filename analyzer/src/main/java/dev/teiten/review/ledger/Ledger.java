package dev.teiten.review.ledger;

import dev.teiten.load.TimeRange;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every task from promise to dollars, with sums. Dropped tasks are listed and not counted.
 *
 * @param lines in the order of the tasks
 */
public record Ledger(List<LedgerLine> lines) {

  public Ledger {
    lines = List.copyOf(lines);
  }

  /**
   * The ledger of some tasks.
   *
   * @param verifications by task number; a task may be missing while they are being made
   */
  public static Ledger of(
      List<Task> tasks,
      Map<Long, List<PromiseVerification>> verifications,
      CapacityHistory capacity,
      Instant now) {
    Map<String, List<Task>> byCluster =
        tasks.stream().collect(Collectors.groupingBy(task -> task.card().cluster()));
    Map<Long, FixCredits.Credit> credits =
        byCluster.entrySet().stream()
            .flatMap(
                entry ->
                    FixCredits.of(
                        entry.getValue(),
                        steps(entry.getKey(), entry.getValue(), capacity, now),
                        now)
                        .entrySet()
                        .stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<LedgerLine> lines = new ArrayList<>();
    for (Task task : tasks) {
      FixCredits.Credit credit = Objects.requireNonNull(credits.get(task.id()));
      lines.add(
          new LedgerLine(
              task,
              verifications.getOrDefault(task.id(), List.of()),
              credit.changedAt(),
              credit.monthlyUsd(),
              credit.usdSince()));
    }
    return new Ledger(lines);
  }

  private static List<CapacityStep> steps(
      String cluster, List<Task> tasks, CapacityHistory capacity, Instant now) {
    return tasks.stream()
        .map(task -> task.card().fixedAt())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .filter(first -> first.isBefore(now))
        .map(first -> capacity.of(cluster, new TimeRange(first, now)))
        .orElse(List.of());
  }

  /** The number of tasks with a promised amount. */
  public long promises() {
    return counted().filter(line -> line.task().card().promised().monthlyUsd() != null).count();
  }

  /** The sum of the promised savings, US dollars a month; null if no amount was promised. */
  public @Nullable Double promisedMonthlyUsd() {
    return sum(counted(), line -> line.task().card().promised().monthlyUsd());
  }

  /** The number of live fixes. */
  public long live() {
    return counted().filter(line -> line.task().card().fixedAt() != null).count();
  }

  /** The number of fixes that delivered their promise. */
  public long delivered() {
    return counted()
        .map(LedgerLine::verification)
        .filter(v -> v != null && v.state() == PromiseState.DELIVERED)
        .count();
  }

  /** The number of fixes after which capacity was returned. */
  public long changed() {
    return counted().filter(line -> line.changedAt() != null).count();
  }

  /** The present saving from returned capacity, US dollars a month; null if unknown. */
  public @Nullable Double monthlyUsd() {
    return sum(counted(), LedgerLine::monthlyUsd);
  }

  /** The saving from returned capacity so far, US dollars; null if unknown. */
  public @Nullable Double usdSince() {
    return sum(counted(), LedgerLine::usdSince);
  }

  /** The working hours spent, on dropped tasks too; null if none were stated. */
  public @Nullable Double hoursSpent() {
    return sum(lines.stream(), line -> line.task().card().hoursSpent());
  }

  /** The line of a task. */
  public Optional<LedgerLine> line(long task) {
    return lines.stream().filter(line -> line.task().id() == task).findFirst();
  }

  private Stream<LedgerLine> counted() {
    return lines.stream().filter(line -> line.task().card().state() != TaskState.DROPPED);
  }

  private static @Nullable Double sum(
      Stream<LedgerLine> lines, Function<LedgerLine, @Nullable Double> of) {
    List<Double> values = new ArrayList<>();
    lines.forEach(
        line -> {
          Double value = of.apply(line);
          if (value != null) {
            values.add(value);
          }
        });
    return values.isEmpty()
        ? null
        : Double.valueOf(values.stream().mapToDouble(Double::doubleValue).sum());
  }
}
