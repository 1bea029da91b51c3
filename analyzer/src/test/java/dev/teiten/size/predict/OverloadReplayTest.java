package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.ReviewWeek;
import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.predict.OverloadReplay.Overload;
import dev.teiten.size.predict.OverloadReplay.Part;
import dev.teiten.size.predict.OverloadReplay.Queue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OverloadReplayTest {
  private static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);
  private static final int AT = 1440 + 540;

  /** A host of ten cores that has two cores of background work. */
  private static final Queue READER = new Queue(Part.READERS, work -> (2 + work) / 10, 2);

  private static DatedWork week(double[] readers) {
    return new DatedWork(WEEK, WeekWork.ofSessions(new double[readers.length], readers));
  }

  private static double[] peak(double cores) {
    double[] work = new double[7 * 1440];
    Arrays.fill(work, 1);
    Arrays.fill(work, AT, AT + 12, cores);
    return work;
  }

  @Test
  void aBacklogIsCarriedOverUntilItIsDone() {
    Overload worst =
        Objects.requireNonNull(OverloadReplay.worst(List.of(week(peak(15))), List.of(READER)));

    // Twelve minutes leave 12 x 7 core-minutes; seven cores are free afterwards.
    assertThat(worst.minute()).isEqualTo(AT);
    assertThat(worst.minutesOver()).isEqualTo(12);
    assertThat(worst.minutes()).isEqualTo(24);
    assertThat(worst.demand()).isCloseTo(1.7, within(1e-9));
    assertThat(worst.waitMinutes()).isCloseTo(84.0 / 8, within(1e-6));
  }

  @Test
  void withoutABacklogTheHighestMinuteIsTold() {
    Overload worst =
        Objects.requireNonNull(OverloadReplay.worst(List.of(week(peak(6))), List.of(READER)));

    assertThat(worst.minute()).isEqualTo(AT);
    assertThat(worst.minutesOver()).isZero();
    assertThat(worst.demand()).isCloseTo(0.8, within(1e-9));
    assertThat(worst.waitMinutes()).isZero();
  }

  @Test
  void anAgentTakesItsPartOfTheHost() {
    double[] readers = new double[7 * 1440];
    Arrays.fill(readers, 1);
    double[] agents = new double[7 * 1440];
    Arrays.fill(agents, 120, 130, 4);
    DatedWork week = new DatedWork(WEEK, new WeekWork(new double[7 * 1440], readers, agents));

    // A core of an agent counts as two of the sessions of all readers: 1 + 2 x 4 of 8.
    Overload worst = Objects.requireNonNull(OverloadReplay.worst(List.of(week), List.of(READER)));
    assertThat(worst.minute()).isEqualTo(120);
    assertThat(worst.minutesOver()).isEqualTo(10);
    assertThat(worst.demand()).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void noKnownMinuteIsNoWorstMinute() {
    double[] unknown = new double[1440];
    Arrays.fill(unknown, Double.NaN);

    assertThat(OverloadReplay.worst(List.of(week(unknown)), List.of(READER))).isNull();
  }
}
