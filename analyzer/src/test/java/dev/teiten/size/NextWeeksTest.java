package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.GroundTruth.OpenQueue;
import dev.teiten.load.Sentence;
import dev.teiten.size.NextWeeksCase.Kind;
import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails.WorkRise;
import dev.teiten.size.guard.WorstMinutes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Weeks that are not like the ones before. What is called safe goes through the three weeks that
 * follow as an open queue, on the capacity in question.
 */
@Order(3) // A long test: it starts early.
@Tag("slow")
class NextWeeksTest {
  private static final String CLASS = "db.r6g.2xlarge";
  private static final int READERS = 4;

  private record Advised(NextWeeksCase world, SizingModel model, SizingAdvice advice) {
    static Advised of(Kind kind, int weeks) {
      NextWeeksCase world = NextWeeksCase.of(kind, CLASS, READERS, 0.22, 7);
      SizingModel model = world.made(weeks).model();
      return new Advised(
          world, model, ClusterFixture.ADVISOR.adviseQuickly(model, WhatIf.nothing()).advice());
    }

    Option asked(int readers) {
      WhatIf asked = new WhatIf(List.of(), CLASS, readers);
      return ClusterFixture.ADVISOR.adviseQuickly(model, asked).advice().options().get(0);
    }

    /** Everything that is called safe is safe in three weeks that sizing has not seen. */
    void assertSafeIsSafe() {
      for (Option option : advice.options()) {
        for (int week = 1; week <= 3 && option.grade() == Grade.SAFE; week++) {
          assertThat(world.safe(option, week)).as("%s in week %d", option, week).isTrue();
        }
      }
    }

    List<String> reasonsAndDoubts(Option option) {
      return java.util.stream.Stream.concat(advice.reasons().stream(), option.doubts().stream())
          .map(Sentence::text)
          .toList();
    }
  }

  @Test
  void steadyWorkIsReduced() {
    Advised advised = Advised.of(Kind.STEADY, 4);

    assertThat(advised.advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(advised.advice.details().rises()).isEmpty();
    assertThat(Objects.requireNonNull(advised.advice.recommended()).doubts()).isEmpty();
    advised.assertSafeIsSafe();
  }

  /** Nine cores for twelve minutes a day are 0.8 % of the week: no p99 shows them. */
  @Test
  void aShortDailyPeakIsSeenAndNamed() {
    Advised advised = Advised.of(Kind.SHORT_PEAK, 4);
    Option option = advised.asked(1);
    WorstMinutes worst = Objects.requireNonNull(option.worst());
    OpenQueue truth = advised.world.queue(option, 1);

    assertThat(option.p99Utilisation()).isLessThan(0.65);
    assertThat(truth.minutesOver()).isGreaterThanOrEqualTo(12);
    assertThat(option.grade()).isEqualTo(Grade.UNSAFE);
    assertThat(option.probabilitySafe()).isZero();
    assertThat(worst.from().toString()).contains("T09:00");
    assertThat(worst.minutes()).isBetween(11, 13);
    assertThat(worst.waitSeconds()).isGreaterThan(60);
    assertThat(worst.queries().get(0).statement()).contains("invoices");
    assertThat(advised.advice.guards().get(0).detail().text()).contains("09:0");
    advised.assertSafeIsSafe();
  }

  @ParameterizedTest
  @CsvSource({"LATE_RELEASE, higher since Fri 13 Nov 18:00", "LATE_QUERY, A new query makes"})
  void aReleaseOnFridayEveningIsCarriedToTheWeekdays(Kind kind, String said) {
    Advised advised = Advised.of(kind, 4);
    Option today = advised.asked(READERS);
    Option one = advised.asked(1);
    double next = advised.world.p99(today, 1);

    assertThat(today.p99UtilisationHigh()).isGreaterThanOrEqualTo(next - 0.01);
    assertThat(advised.world.safe(one, 1)).isFalse();
    assertThat(one.grade()).isNotEqualTo(Grade.SAFE);
    assertThat(advised.advice.verdict()).isNotEqualTo(Verdict.REDUCE);
    assertThat(advised.reasonsAndDoubts(one)).anyMatch(text -> text.contains(said));
    advised.assertSafeIsSafe();
  }

  @ParameterizedTest
  @CsvSource({"GROWTH_5, 0.05", "GROWTH_10, 0.10"})
  void growthIsToldAndGoesOn(Kind kind, double aWeek) {
    Advised advised = Advised.of(kind, 4);
    WorkRise rise = advised.advice.details().rises().get(0);

    assertThat(rise.writer()).isFalse();
    assertThat(Objects.requireNonNull(rise.low())).isLessThan(aWeek);
    assertThat(Objects.requireNonNull(rise.high())).isGreaterThan(aWeek);
    assertThat(advised.advice.verdict()).isNotEqualTo(Verdict.REDUCE);
    assertThat(advised.advice.warnings()).anyMatch(w -> w.code().equals("size.work-grows"));
    assertThat(advised.asked(READERS).p99UtilisationHigh())
        .isGreaterThanOrEqualTo(advised.world.p99(advised.asked(READERS), 3) - 0.01);
    advised.assertSafeIsSafe();
  }

  /** The last run is four weeks ago and the next one is tomorrow. */
  @Test
  void aMonthlyRunInTheArchiveComesBack() {
    Advised advised = Advised.of(Kind.MONTHLY, 10);
    Option option = advised.asked(2);
    WorstMinutes worst = Objects.requireNonNull(option.worst());

    assertThat(option.p99Utilisation()).isLessThan(0.5);
    assertThat(advised.world.queue(option, 1).minutesOver()).isGreaterThan(300);
    assertThat(option.grade()).isEqualTo(Grade.UNSAFE);
    assertThat(worst.from()).isEqualTo(Instant.parse("2026-10-16T08:00:00Z"));
    assertThat(worst.minutes()).isBetween(355, 361);
    assertThat(worst.queries().get(0).statement()).contains("invoices");
    assertThat(advised.advice.verdict()).isNotEqualTo(Verdict.REDUCE);
    advised.assertSafeIsSafe();
  }
}
