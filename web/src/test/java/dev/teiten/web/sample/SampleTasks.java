package dev.teiten.web.sample;

import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskRemark;
import dev.teiten.review.store.TaskState;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The tasks that people wrote about the sample fleet, in a real store. */
public final class SampleTasks {
  private static final Instant THEN = Instant.parse("2026-10-28T10:00:00Z");

  private SampleTasks() {}

  /**
   * The book has a live fix with a promise, a task that nobody has touched for weeks, and a dropped
   * task.
   */
  public static TaskBook book(Clock clock) {
    TaskBook book = empty(clock);
    AuthorStamp ann = new AuthorStamp("Ann", THEN);
    book.write(
        store -> {
          Task live = store.create(indexed(), ann);
          store.say(live.id(), new TaskRemark(true, "Index first, <b>then</b> the release."), ann);
          store.create(
              TaskCard.titled(
                  "main", List.of(SampleFacts.fingerprint("counters")), "counters: batch it"),
              ann);
          TaskCard dropped = TaskCard.titled("idle", List.of(), "Move the report to the night");
          return store.create(dropped, ann);
        });
    return book;
  }

  /** An empty store. */
  public static TaskBook empty(Clock clock) {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "tasks");
      return TaskBook.at(StoreAddress.in(folder), JdbcReviewStore::open, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TaskCard indexed() {
    return new TaskCard(
        "main",
        List.of(SampleFacts.fingerprint("profiles")),
        "profiles: an index on <status, region>",
        "Chloé",
        TaskState.DOING,
        LocalDate.parse("2026-11-27"),
        new PromisedBenefit(55.0, 3387.2, 1, LocalDate.parse("2026-11-01")),
        SampleFacts.DEPLOYED,
        6.5,
        "First the index,\nthen the query.");
  }
}
