package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusualDaysTest {
  private static final int WEEKS = 5;

  /** Twenty queries; four of them fall by half on the given days (counted from the first). */
  private static List<DailyValues> calls(Integer... holidays) {
    SplittableRandom random = new SplittableRandom(3);
    List<DailyValues> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      DailyValues ordinary =
          DailyValues.of(WEEKS, (week, day) -> 3 + day + 0.15 * (random.nextDouble() - 0.5));
      calls.add(i < 4 ? moved(ordinary, -0.7, holidays) : ordinary);
    }
    return calls;
  }

  private static DailyValues moved(DailyValues logs, double by, Integer... days) {
    List<Integer> moved = List.of(days);
    return DailyValues.of(
        WEEKS,
        (week, day) ->
            logs.value(week, day) + (moved.contains(week * DayGrid.COUNT + day) ? by : 0));
  }

  private static List<Integer> days(DaySet set) {
    return IntStream.range(0, WEEKS * DayGrid.COUNT)
        .filter(i -> set.contains(i / DayGrid.COUNT, i % DayGrid.COUNT))
        .boxed()
        .toList();
  }

  private static List<Integer> unusual(List<DailyValues> calls) {
    return days(UnusualDays.ofQueries(calls, WEEKS));
  }

  @Test
  void ordinaryDaysAreNot() {
    assertThat(unusual(calls())).isEmpty();
  }

  @Test
  void aHolidayIsFoundInAnyWeek() {
    assertThat(unusual(calls(9))).containsExactly(9);
    assertThat(unusual(calls(30, 31))).containsExactly(30, 31);
  }

  @Test
  void aHolidayThatMovesAllAlikeIsNamedAndCompared() {
    List<DailyValues> calls = calls().stream().map(query -> moved(query, -0.7, 9)).toList();
    ComparableDays days = ComparableDays.of(calls, WEEKS, DaySet.none(WEEKS));

    assertThat(days(days.commonlyUnusual())).containsExactly(9);
    assertThat(days(days.unusual())).isEmpty();
  }

  @Test
  void whatLastsUpToTheEndIsNews() {
    assertThat(unusual(calls(33, 34))).isEmpty();
    assertThat(unusual(calls(30, 31, 32, 33, 34))).isEmpty();
  }

  @Test
  void whatASingleQueryDoesIsNoHoliday() {
    List<DailyValues> calls = calls();
    calls.set(5, moved(calls.get(5), 2, 30));
    assertThat(unusual(calls)).isEmpty();
    assertThat(days(UnusualDays.ofQuery(calls.get(5)))).containsExactly(30);
  }

  @Test
  void aDayThatIsLeftOutIsUnknown() {
    DailyValues query = calls(9).get(0);
    DailyValues compared = query.without(UnusualDays.ofQueries(calls(9), WEEKS));
    assertThat(compared.value(1, 2)).isNaN();
    assertThat(compared.value(1, 3)).isEqualTo(query.value(1, 3));
  }
}
