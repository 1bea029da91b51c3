package dev.teiten.web;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskRemark;
import dev.teiten.review.store.TaskState;
import dev.teiten.size.SizingAdvice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes tasks into the demo's store, as a team would write them about the simulated fleet. */
final class DemoTasks {
  private static final String CLUSTER = "pairs-main";

  private final ReviewService reviews;
  private final TaskBook book;
  private final ReviewWeek week;

  DemoTasks(ReviewService reviews, TaskBook book, ReviewWeek week) {
    this.reviews = reviews;
    this.book = book;
    this.week = week;
  }

  /** Writes the tasks; they concern only queries of the newest week. */
  void write() {
    Instant monday = week.range().from();
    find("SELECT", "footprints").ifPresent(query -> live(query, monday));
    find("SELECT", "likes").ifPresent(query -> stale(query, monday));
    find("UPDATE", "wallets").ifPresent(query -> taken(query, monday));
  }

  /** Writes the fix in the fleet's history: 30 % less work per call, ten days before the week. */
  private void live(String query, Instant monday) {
    Instant fixed = monday.minus(Duration.ofDays(10));
    TaskCard card =
        card(
            query,
            "footprints: read the newest 50 from the index, no sort",
            "Mio",
            TaskState.OPEN,
            new PromisedBenefit(30.0, null, null, null));
    Task task = create(card, monday.minus(Duration.ofDays(20)));
    say(task, true, "Ship it with the release on Friday.", monday.minus(Duration.ofDays(17)));
    TaskCard done =
        new TaskCard(
            CLUSTER,
            card.fingerprints(),
            card.title(),
            card.owner(),
            TaskState.DOING,
            LocalDate.ofInstant(fixed, week.zone()),
            card.promised(),
            fixed,
            6.0,
            "");
    AuthorStamp by = by(fixed.plus(Duration.ofHours(10)));
    book.write(store -> store.change(task.id(), task.version(), done, by));
  }

  private void stale(String query, Instant monday) {
    create(
        card(
            query,
            "likes received: is the whole profile needed in the list?",
            "Ken",
            TaskState.OPEN,
            released(query)),
        monday.minus(Duration.ofDays(18)));
  }

  private void taken(String query, Instant monday) {
    Instant then = monday.plus(Duration.ofDays(2));
    Task task =
        create(
            card(
                query,
                "wallets: who holds the row locks?",
                null,
                TaskState.OPEN,
                PromisedBenefit.NOTHING),
            then);
    say(task, false, "It waits since the new points job went live.", then.plusSeconds(900));
  }

  private static TaskCard card(
      String query,
      String title,
      @Nullable String owner,
      TaskState state,
      PromisedBenefit promised) {
    return new TaskCard(
        CLUSTER, List.of(query), title, owner, state, null, promised, null, null, "");
  }

  private Task create(TaskCard card, Instant at) {
    return book.write(store -> store.create(card, by(at)));
  }

  private void say(Task task, boolean decision, String text, Instant at) {
    book.say(task.id(), new TaskRemark(decision, text), by(at));
  }

  private static AuthorStamp by(Instant at) {
    return new AuthorStamp("demo", at);
  }

  /** The release of a fix according to sizing; nothing if the fix alone releases nothing. */
  private PromisedBenefit released(String query) {
    SizingAdvice sizing = reviews.review(CLUSTER, week).sizing();
    return sizing.details().breakEvens().stream()
        .filter(fix -> fix.fingerprint().equals(query) && fix.percent() != null)
        .map(
            fix ->
                new PromisedBenefit(
                    fix.percent(),
                    fix.monthlySavingUsd(),
                    null,
                    sizing.prices() == null ? null : sizing.prices().asOf()))
        .findFirst()
        .orElse(PromisedBenefit.NOTHING);
  }

  /** The heaviest query with that verb and that first table. */
  private Optional<String> find(String verb, String table) {
    return reviews.review(CLUSTER, week).ranking().contributors().stream()
        .filter(query -> query.verb().equals(verb) && !query.tables().isEmpty())
        .filter(query -> query.tables().get(0).equals(table))
        .map(query -> query.fingerprint())
        .findFirst();
  }
}
