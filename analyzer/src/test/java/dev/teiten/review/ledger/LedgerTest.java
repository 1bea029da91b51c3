package dev.teiten.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Sentence;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four tasks: a fix that paid, a live fix without a price or a promise, an open promise, and a
 * dropped one.
 */
class LedgerTest {
  private static final Instant FIXED = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant RETURNED = Instant.parse("2026-06-08T00:00:00Z");

  private static final Ledger LEDGER =
      new Ledger(
          List.of(
              new LedgerLine(
                  task(1, TaskState.DONE, 1_000.0, FIXED, 5.0),
                  List.of(verified(PromiseState.DELIVERED, 60)),
                  RETURNED,
                  900.0,
                  2_700.0),
              new LedgerLine(
                  task(2, TaskState.DONE, null, FIXED, null),
                  List.of(verified(PromiseState.DELIVERED, 50), verified(PromiseState.PARTIAL, 20)),
                  null,
                  null,
                  null),
              new LedgerLine(task(3, TaskState.OPEN, 400.0, null, 2.5), List.of(), null, 0.0, 0.0),
              new LedgerLine(
                  task(4, TaskState.DROPPED, 7_000.0, FIXED, 8.0),
                  List.of(verified(PromiseState.DELIVERED, 90)),
                  RETURNED,
                  5_000.0,
                  6_000.0)));

  private static Task task(
      long id,
      TaskState state,
      @Nullable Double usd,
      @Nullable Instant fixedAt,
      @Nullable Double hours) {
    TaskCard card =
        new TaskCard(
            "main",
            List.of("t3-a"),
            "fix",
            null,
            state,
            null,
            new PromisedBenefit(50.0, usd, null, null),
            fixedAt,
            hours,
            "");
    return new Task(id, 1, FIXED, FIXED, card);
  }

  private static PromiseVerification verified(PromiseState state, double percent) {
    return new PromiseVerification(
        state, percent, null, null, null, null, null, null, Sentence.plain("measured"));
  }

  @Test
  void droppedTasksAreNotCounted() {
    assertThat(LEDGER.promises()).isEqualTo(2);
    assertThat(LEDGER.promisedMonthlyUsd()).isEqualTo(1_400.0);
    assertThat(LEDGER.live()).isEqualTo(2);
    assertThat(LEDGER.changed()).isEqualTo(1);
    assertThat(LEDGER.monthlyUsd()).isEqualTo(900.0);
    assertThat(LEDGER.usdSince()).isEqualTo(2_700.0);
  }

  @Test
  void hoursOfDroppedTasksWereSpentToo() {
    assertThat(LEDGER.hoursSpent()).isEqualTo(15.5);
  }

  @Test
  void aTaskIsDeliveredIfAllItsQueriesAre() {
    assertThat(LEDGER.delivered()).isEqualTo(1);
  }

  @Test
  void aTaskIsFoundByItsNumber() {
    assertThat(LEDGER.line(3)).get().extracting(line -> line.task().id()).isEqualTo(3L);
    assertThat(LEDGER.line(5)).isEmpty();
  }

  @Test
  void sumsOfNothingAreUnknown() {
    Ledger empty = new Ledger(List.of());
    assertThat(Stream.of(empty.promises(), empty.live(), empty.delivered(), empty.changed()))
        .containsOnly(0L);
    assertThat(empty.promisedMonthlyUsd()).isNull();
    assertThat(empty.monthlyUsd()).isNull();
    assertThat(empty.usdSince()).isNull();
    assertThat(empty.hoursSpent()).isNull();
  }

  @ParameterizedTest
  @EnumSource(PromiseState.class)
  void onlyAVisibleDropHasAPercentage(PromiseState state) {
    boolean visible =
        List.of(PromiseState.DELIVERED, PromiseState.PARTIAL, PromiseState.REGRESSED_BACK)
            .contains(state);
    assertThat(LedgerLine.seen(verified(state, 40))).isEqualTo(visible ? 40.0 : null);
  }
}
