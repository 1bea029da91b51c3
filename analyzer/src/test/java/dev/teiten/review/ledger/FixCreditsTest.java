package dev.teiten.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixCreditsTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NOW = START.plus(months(6));

  /** A month has 730 hours, as in the dollars. */
  private static Duration months(double count) {
    return Duration.ofMinutes(Math.round(count * 730 * 60));
  }

  private static Task fix(long id, double monthsAfterStart, @Nullable Double usd) {
    return fix(id, monthsAfterStart, usd, TaskState.DONE);
  }

  private static Task fix(long id, double after, @Nullable Double usd, TaskState state) {
    TaskCard card =
        new TaskCard(
            "main",
            List.of("t2-a"),
            "fix",
            null,
            state,
            null,
            new PromisedBenefit(50.0, usd, null, null),
            START.plus(months(after)),
            null,
            "");
    return new Task(id, 1, START, START, card);
  }

  private static CapacityStep step(
      double after, @Nullable Double usdBefore, @Nullable Double usdAfter) {
    return new CapacityStep(START.plus(months(after)), usdBefore, usdAfter);
  }

  /** The credit of a fix of the first month that promised $3,000, after these steps. */
  private static FixCredits.Credit after(CapacityStep... steps) {
    return credit(FixCredits.of(List.of(fix(1, 1, 3000.0)), List.of(steps), NOW), 1);
  }

  private static FixCredits.Credit credit(Map<Long, FixCredits.Credit> credits, long id) {
    return Objects.requireNonNull(credits.get(id));
  }

  @Test
  void aStepAfterOneFixIsItsOwnFromThenOn() {
    var credit = after(step(2, 10_000.0, 7_000.0));
    assertThat(credit.changedAt()).isEqualTo(START.plus(months(2)));
    assertThat(credit.monthlyUsd()).isEqualTo(3000.0);
    assertThat(credit.usdSince()).isCloseTo(12_000.0, within(1e-6));
  }

  @Test
  void severalShareInProportionToWhatTheyPromised() {
    var credits =
        FixCredits.of(
            List.of(fix(1, 1, 1000.0), fix(2, 1.5, 3000.0)), List.of(step(2, 9000.0, 7000.0)), NOW);
    assertThat(credit(credits, 1).monthlyUsd()).isEqualTo(500.0);
    assertThat(credit(credits, 2).monthlyUsd()).isEqualTo(1500.0);
  }

  @Test
  void severalShareEquallyIfOneNamedNoAmount() {
    var credits =
        FixCredits.of(
            List.of(fix(1, 1, null), fix(2, 1.5, 3000.0)), List.of(step(2, 9000.0, 7000.0)), NOW);
    assertThat(credit(credits, 1).monthlyUsd()).isEqualTo(1000.0);
    assertThat(credit(credits, 2).monthlyUsd()).isEqualTo(1000.0);
  }

  @Test
  void nothingIsCreditedToWhatCameLaterWasDroppedOrIsLongPast() {
    List<Task> tasks =
        List.of(fix(1, 3, 1000.0), fix(2, 1, 1000.0, TaskState.DROPPED), fix(3, 0, 1000.0));
    // The 91 days are 2.99 months of 730 hours.
    var late = FixCredits.of(tasks, List.of(step(2.995, 9000.0, 7000.0)), NOW);
    assertThat(late.values()).allSatisfy(credit -> assertThat(credit.monthlyUsd()).isZero());
    assertThat(late.values()).allSatisfy(credit -> assertThat(credit.changedAt()).isNull());
    var inTime = FixCredits.of(tasks, List.of(step(2.98, 9000.0, 7000.0)), NOW);
    assertThat(credit(inTime, 3).monthlyUsd()).isEqualTo(2000.0);
  }

  @Test
  void aStepOfEqualPriceReturnsNothing() {
    var credit = after(step(2, 7000.0, 7000.0));
    assertThat(credit.changedAt()).isNull();
    assertThat(credit.monthlyUsd()).isZero();
  }

  @Test
  void aPartThatGrowsAgainLeavesTheRest() {
    var credit = after(step(2, 10_000.0, 7_000.0), step(4, 7_000.0, 8_000.0));
    assertThat(credit.monthlyUsd()).isCloseTo(2000.0, within(1e-6));
    assertThat(credit.usdSince()).isCloseTo(2 * 3000.0 + 2 * 2000.0, within(1e-6));
  }

  @Test
  void whatGrowsAgainIsTakenOff() {
    var credit = after(step(2, 10_000.0, 7_000.0), step(4, 7_000.0, 12_000.0));
    assertThat(credit.monthlyUsd()).isZero();
    assertThat(credit.usdSince()).isCloseTo(6000.0, within(1e-6));
    assertThat(credit.changedAt()).isNotNull();
  }

  @Test
  void withoutAPriceNoAmountIsKnown() {
    var credit = after(step(2, null, 7000.0));
    assertThat(credit.monthlyUsd()).isNull();
    assertThat(credit.usdSince()).isNull();
  }

  /** The credits never exceed the dollars that the cluster really saves. */
  @Test
  void allTogetherNeverGetMoreThanWasSaved() {
    Random random = new Random(20_261_118);
    for (int round = 0; round < 500; round++) {
      List<Task> tasks = new ArrayList<>();
      for (int i = 1; i <= 1 + random.nextInt(5); i++) {
        tasks.add(
            fix(
                i,
                5 * random.nextDouble(),
                random.nextInt(3) == 0 ? null : 100.0 * random.nextInt(50)));
      }
      List<CapacityStep> steps = new ArrayList<>();
      double usd = 10_000;
      double highest = usd;
      for (double at = 0.1; at < 6; at += random.nextDouble()) {
        double next = Math.max(500, usd + 4000 * (random.nextDouble() - 0.5));
        steps.add(step(at, usd, next));
        usd = next;
        highest = Math.max(highest, usd);
      }
      double credited =
          FixCredits.of(tasks, steps, NOW).values().stream()
              .mapToDouble(credit -> Objects.requireNonNull(credit.monthlyUsd()))
              .sum();
      assertThat(credited).isBetween(0.0, highest - usd + 1e-6);
    }
  }
}
