package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.history.DayGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnusualDaysTest {
  private static final int WEEKS = 5;

  /** Twenty queries of which four fall by half on the given days (counted from the first). */
  private static List<double[][]> calls(int... holidays) {
    SplittableRandom random = new SplittableRandom(3);
    List<double[][]> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[][] own = new double[WEEKS][DayGrid.COUNT];
      for (double[] week : own) {
        for (int day = 0; day < DayGrid.COUNT; day++) {
          week[day] = 3 + day + 0.15 * (random.nextDouble() - 0.5);
        }
      }
      for (int day : holidays) {
        own[day / DayGrid.COUNT][day % DayGrid.COUNT] -= i < 4 ? 0.7 : 0;
      }
      calls.add(own);
    }
    return calls;
  }

  private static List<Integer> found(List<double[][]> calls) {
    boolean[][] unusual = UnusualDays.ofMany(calls, WEEKS);
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < WEEKS * DayGrid.COUNT; i++) {
      if (unusual[i / DayGrid.COUNT][i % DayGrid.COUNT]) {
        days.add(i);
      }
    }
    return days;
  }

  @Test
  void ordinaryDaysAreNot() {
    assertThat(found(calls())).isEmpty();
  }

  @Test
  void aHolidayIsFoundInAnyWeek() {
    assertThat(found(calls(9))).containsExactly(9);
    assertThat(found(calls(30, 31))).containsExactly(30, 31);
  }

  @Test
  void aHolidayThatMovesAllAlikeIsNamedAndCompared() {
    List<double[][]> calls = calls();
    calls.forEach(own -> own[1][2] -= 0.7);
    ComparableDays days = ComparableDays.of(calls, WEEKS, new boolean[WEEKS][DayGrid.COUNT]);

    assertThat(days.together()[1]).containsExactly(false, false, true, false, false, false, false);
    assertThat(days.together()[0]).containsOnly(false);
    assertThat(days.unusual()[1]).containsOnly(false);
  }

  @Test
  void whatLastsUpToTheEndIsNews() {
    assertThat(found(calls(33, 34))).isEmpty();
    assertThat(found(calls(30, 31, 32, 33, 34))).isEmpty();
  }

  @Test
  void whatASingleQueryDoesIsNoHoliday() {
    List<double[][]> calls = calls();
    calls.get(5)[4][2] += 2;
    assertThat(found(calls)).isEmpty();
    assertThat(UnusualDays.ofOne(calls.get(5))[4])
        .containsExactly(false, false, true, false, false, false, false);
  }

  @Test
  void aDayThatIsLeftOutIsUnknown() {
    double[][] own = calls(9).get(0);
    double[][] rest = UnusualDays.without(UnusualDays.ofMany(calls(9), WEEKS), own);
    assertThat(rest[1][2]).isNaN();
    assertThat(rest[1][3]).isEqualTo(own[1][3]);
  }
}
