package dev.teiten.review;

import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.ledger.CapacityHistory;
import dev.teiten.review.ledger.Ledger;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Combines the tasks with their outcomes. */
final class TaskOutcomes {
  /** The meeting of a week is in the week after it. */
  private static final Duration MEETING = Duration.ofDays(7);

  /** The wait of a document, which needs every verification. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private final TaskBook book;
  private final BiPredicate<String, Cluster> means;
  private final Duration patience;
  private final TaskVerifications promises;
  private final CapacityHistory capacity;

  /**
   * @param means whether a name, of today or of before, means a cluster
   * @param patience how long a page waits for the verification of promises
   */
  TaskOutcomes(
      TaskBook book,
      BiPredicate<String, Cluster> means,
      Duration patience,
      TaskVerifications promises,
      CapacityHistory capacity) {
    this.book = book;
    this.means = means;
    this.patience = patience;
    this.promises = promises;
    this.capacity = capacity;
  }

  /**
   * Every task with its outcome.
   *
   * @param last the last week for the verification of promises
   * @throws dev.teiten.review.store.StoreException if the store cannot be used
   */
  Ledger ledger(ReviewWeek last) {
    return ledger(book.tasks(), last, book.now(), patience);
  }

  /**
   * Every task with the dollars of returned capacity, and no verification.
   *
   * @throws dev.teiten.review.store.StoreException if the store cannot be used
   */
  Ledger ledgerAtHand() {
    return Ledger.of(book.tasks(), Map.of(), capacity, book.now());
  }

  /** A week's result with the tasks of its cluster, and with their points on the agenda. */
  ReviewedWeek onto(WeekResult result) {
    return onto(result, patience);
  }

  /** A week's result with tasks; it waits until every promise is verified. */
  ReviewedWeek wholeOnto(WeekResult result) {
    return onto(result, LONG);
  }

  private ReviewedWeek onto(WeekResult result, Duration wait) {
    ReviewWeek week = result.week();
    Instant written = book.now();
    Instant meeting = week.range().to().plus(MEETING);
    List<Task> tasks =
        book.tasksIfAny().stream()
            .filter(task -> means.test(task.card().cluster(), result.summary().cluster()))
            .map(task -> task.renamed(result.ranking()::currentId))
            .toList();
    if (tasks.isEmpty()) {
      return ReviewedWeek.of(result);
    }
    List<LedgerLine> lines = ledger(tasks, week, written, wait).lines();
    // A task that is stuck now is no news of a week long ago.
    boolean past = meeting.isBefore(written);
    return new ReviewedWeek(
        result,
        past ? result.agenda() : new TaskAgenda(written, week.zone()).onto(result.agenda(), lines),
        lines);
  }

  /** A number that changes whenever an answer may have changed. */
  long version() {
    return book.version() + promises.made();
  }

  private Ledger ledger(List<Task> tasks, ReviewWeek last, Instant now, Duration wait) {
    return Ledger.of(tasks, promises.of(tasks, last, wait), capacity, now);
  }
}
