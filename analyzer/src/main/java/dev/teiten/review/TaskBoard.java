package dev.teiten.review;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.ledger.CapacityHistory;
import dev.teiten.review.ledger.Ledger;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings together what people wrote and what became of it. */
final class TaskBoard {
  /** The meeting of a week is in the week after it. */
  private static final Duration MEETING = Duration.ofDays(7);

  private final TaskBook book;
  private final Promises promises;
  private final CapacityHistory capacity;

  TaskBoard(TaskBook book, Promises promises, CapacityHistory capacity) {
    this.book = book;
    this.promises = promises;
    this.capacity = capacity;
  }

  /**
   * Every task.
   *
   * @param last the last week to hold promises against
   * @throws dev.teiten.review.store.StoreException if the store cannot be used
   */
  Ledger ledger(ReviewWeek last) {
    return ledger(book.tasks(), last, book.now());
  }

  /** A week's review with the tasks of its cluster, and what of them the meeting should hear. */
  WeeklyReview onto(WeeklyReview review) {
    ReviewWeek week = review.ranking().week();
    Instant written = book.now();
    Instant meeting = week.range().to().plus(MEETING);
    List<Task> tasks =
        book.tasksIfAny().stream()
            .filter(task -> task.card().cluster().equals(review.ranking().cluster()))
            .toList();
    if (tasks.isEmpty()) {
      return review;
    }
    List<LedgerLine> lines = ledger(tasks, week, written).lines();
    // What is stuck now is no news of a week long ago.
    boolean past = meeting.isBefore(written);
    return review.with(
        past ? review.agenda() : new TaskAgenda(written, week.zone()).onto(review.agenda(), lines),
        lines);
  }

  /** Changes whenever an answer may have changed. */
  long version() {
    return book.version() + promises.made();
  }

  private Ledger ledger(List<Task> tasks, ReviewWeek last, Instant now) {
    return Ledger.of(tasks, promises.of(tasks, last), capacity, now);
  }
}
