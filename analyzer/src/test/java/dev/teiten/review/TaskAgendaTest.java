package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Sentence;
import dev.teiten.review.AgendaItem.Kind;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskAgendaTest {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final TaskAgenda AGENDA = new TaskAgenda(NOW, ZoneOffset.UTC);

  private static LedgerLine task(
      long id,
      TaskState state,
      int daysUntouched,
      @Nullable LocalDate due,
      @Nullable Instant fixedAt,
      @Nullable PromiseVerification verification) {
    TaskCard card =
        new TaskCard(
            "main",
            List.of("t2-" + id),
            "task " + id,
            id == 1 ? "Ann" : null,
            state,
            due,
            new PromisedBenefit(fixedAt == null ? null : 55.0, null, null, null),
            fixedAt,
            null,
            "");
    Instant touched = NOW.minus(Duration.ofDays(daysUntouched));
    return new LedgerLine(
        new Task(id, 1, touched, touched, card),
        verification == null ? List.of() : List.of(verification),
        null,
        0.0,
        0.0);
  }

  private static PromiseVerification delivered() {
    return new PromiseVerification(
        PromiseState.DELIVERED, 81.0, 75.0, 88.0, null, null, null, null, Sentence.plain("why"));
  }

  private static List<String> said(LedgerLine... lines) {
    return AGENDA.onto(List.of(), List.of(lines)).stream()
        .map(item -> item.kind() + " " + item.text() + ": " + item.evidence())
        .toList();
  }

  @Test
  void twoWeeksWithoutAnythingAreTooLong() {
    assertThat(said(task(1, TaskState.OPEN, 13, null, null, null))).isEmpty();
    assertThat(said(task(1, TaskState.OPEN, 14, null, null, null)))
        .containsExactly("STALE_TASK #1 task 1 (Ann): Nothing has happened for 14 days");
    assertThat(said(task(1, TaskState.DONE, 90, null, null, null))).isEmpty();
    assertThat(said(task(1, TaskState.DROPPED, 90, null, null, null))).isEmpty();
  }

  @Test
  void theDayItselfIsNotPastDue() {
    LocalDate today = LocalDate.parse("2026-11-18");
    assertThat(said(task(2, TaskState.DOING, 0, today, null, null))).isEmpty();
    assertThat(said(task(2, TaskState.DOING, 0, today.minusDays(1), null, null)))
        .containsExactly("STALE_TASK #2 task 2 (nobody): It was due on 2026-11-17");
  }

  @Test
  void aPromiseIsToldWithWhatBecameOfIt() {
    Instant fixed = NOW.minus(Duration.ofDays(30));
    assertThat(said(task(1, TaskState.DOING, 30, null, fixed, delivered())))
        .containsExactly("PROMISE #1 task 1: DELIVERED 81 %: why");
    assertThat(said(task(1, TaskState.DOING, 30, null, fixed, null)))
        .singleElement()
        .asString()
        .startsWith("PROMISE #1 task 1: not verified yet");
    assertThat(said(task(1, TaskState.DONE, 30, null, fixed, delivered()))).isEmpty();
    Instant lately = NOW.minus(Duration.ofDays(20));
    assertThat(said(task(1, TaskState.DONE, 30, null, lately, delivered()))).hasSize(1);
  }

  @Test
  void whatChangedLeastMakesRoomAndTheMeetingStaysShort() {
    List<AgendaItem> changes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      changes.add(new AgendaItem(Kind.NEW, Sentence.plain("new " + i), Sentence.plain(""), "f"));
    }
    changes.add(new AgendaItem(Kind.MONEY, Sentence.plain("money"), Sentence.plain(""), null));
    List<LedgerLine> stale =
        Stream.of(1L, 2L, 3L, 4L)
            .map(id -> task(id, TaskState.OPEN, (int) (20 + id), null, null, null))
            .toList();

    List<AgendaItem> agenda = AGENDA.onto(changes, stale);

    assertThat(agenda)
        .extracting(item -> item.text().text())
        .containsExactly(
            "new 0",
            "new 1",
            "new 2",
            "money",
            "#4 task 4 (nobody)",
            "#3 task 3 (nobody)",
            "#2 task 2 (nobody)");
  }
}
