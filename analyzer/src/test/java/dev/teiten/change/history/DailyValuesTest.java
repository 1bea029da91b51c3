package dev.teiten.change.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DailyValuesTest {
  private static final DailyValues COUNTED = DailyValues.of(2, (week, day) -> 10 * week + day);

  @Test
  void aValueIsFoundByWeekAndDay() {
    assertThat(COUNTED.weeks()).isEqualTo(2);
    assertThat(COUNTED.value(1, 3)).isEqualTo(13);
    assertThat(COUNTED.week(1)).containsExactly(10, 11, 12, 13, 14, 15, 16);
    assertThat(COUNTED.week(1, 5)).containsExactly(15, 16);
    assertThat(COUNTED.weekday(3, 2)).containsExactly(3, 13);
    assertThat(COUNTED.weekday(3, 1)).containsExactly(3);
  }

  @Test
  void arraysAreCopies() {
    Arrays.fill(COUNTED.toArray(), -1);
    Arrays.fill(COUNTED.week(0), -1);
    Arrays.fill(COUNTED.weekday(0, 2), -1);

    assertThat(COUNTED.value(0, 0)).isZero();
    assertThat(COUNTED.value(1, 0)).isEqualTo(10);
  }

  @Test
  void aBuilderDoesNotChangeWhatItBuilt() {
    DailyValues.Builder builder = new DailyValues.Builder(1);
    builder.add(0, 2, 1.5);
    DailyValues first = builder.build();
    builder.add(0, 2, 1);

    assertThat(first.value(0, 2)).isEqualTo(1.5);
    assertThat(builder.build().value(0, 2)).isEqualTo(2.5);
    assertThat(first.value(0, 3)).isZero();
  }

  @Test
  void unknownDaysDoNotCount() {
    DailyValues values = COUNTED.without(DaySet.of(2, (week, day) -> week == 0 && day == 3));

    assertThat(values.value(0, 3)).isNaN();
    assertThat(values.weekdayMeans(2)).containsExactly(5, 6, 7, 13, 9, 10, 11);
    assertThat(values.mean()).isEqualTo((7 * 10 + 2 * 21 - 3) / 13.0);
    assertThat(DailyValues.of(1, (week, day) -> Double.NaN).mean()).isNaN();
  }

  @Test
  void aLogarithmIsUnknownWhereAValueIsNotAboveZero() {
    assertThat(COUNTED.log().value(0, 0)).isNaN();
    assertThat(COUNTED.log().value(1, 0)).isEqualTo(Math.log(10));
    assertThat(COUNTED.logRatio(COUNTED).value(0, 0)).isNaN();
    assertThat(COUNTED.plus(COUNTED).logRatio(COUNTED).value(0, 1)).isEqualTo(Math.log(2));
  }

  @Test
  void sumsAndDifferencesAreByDay() {
    assertThat(COUNTED.plus(COUNTED).value(1, 6)).isEqualTo(32);
    assertThat(COUNTED.minus(COUNTED).toArray()).containsOnly(0);
  }

  @Test
  void aSetHoldsTheDaysOfItsCondition() {
    DaySet sundays = DaySet.of(2, (week, day) -> day == 6);

    assertThat(sundays.contains(0, 6)).isTrue();
    assertThat(sundays.contains(1, 6)).isTrue();
    assertThat(sundays.contains(1, 0)).isFalse();
    assertThat(DaySet.none(2).contains(1, 6)).isFalse();
  }
}
