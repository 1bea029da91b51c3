package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.SettingException;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.demand.AdjustedWeeks;
import dev.teiten.size.demand.DailyWindow;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.WeekWork;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader may assume other values, and the advice follows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class WhatIfTest {
  private final ClusterFixture made = CapacityAdvisorTest.busy(4);
  private final SizingModel model = made.model();
  private final String batch = made.fingerprint("batch");

  private SizingAdvice advise(WhatIf whatIf) {
    return ClusterFixture.ADVISOR.advise(model, whatIf);
  }

  private HourlyUse hourly(WhatIf whatIf) {
    return ClusterFixture.ADVISOR.hourly(model, whatIf).orElseThrow();
  }

  private static Option today(SizingAdvice advice) {
    return advice.options().get(0);
  }

  private WhatIf asToday() {
    return new WhatIf(List.of(), "db.r6g.4xlarge", 4);
  }

  @Test
  void theHourlyPredictionForTodayIsWhatWasMeasured() {
    HourlyUse use = hourly(asToday());

    assertThat(use.today()).hasSize(168);
    assertThat(use.predicted()).hasSize(168);
    for (int hour = 0; hour < 168; hour++) {
      assertThat(use.predicted()[hour]).isCloseTo(use.today()[hour], within(0.05));
    }
    assertThat(use.limit()).isCloseTo(0.74, within(1e-9));
  }

  @Test
  void aBatchThatIsMovedTakesItsPeakAlong() {
    double[] before = hourly(asToday()).predicted();
    int busiest = busiestHour(before);
    LocalTime elsewhere = LocalTime.of((busiest + 10) % 24, 0);

    double[] after = hourly(asToday().moving(batch, elsewhere)).predicted();

    assertThat(after[busiest]).isLessThan(before[busiest] - 0.02);
    int day = 24 * (busiest / 24);
    assertThat(after[day + elsewhere.getHour()]).isGreaterThan(before[day + elsewhere.getHour()]);
  }

  private static int busiestHour(double[] hours) {
    int best = 0;
    for (int hour = 0; hour < hours.length; hour++) {
      best = hours[hour] > hours[best] ? hour : best;
    }
    return best;
  }

  @Test
  void movingWorkNeitherMakesNorLosesAny() {
    SizingParts parts = made.parts();
    AdjustedWeeks moved =
        parts.adjustments().adjust(List.of(), List.of(new WhatIf.Move(batch, LocalTime.of(5, 17))));
    WeekWork before = parts.basis().weeks().get(0);
    WeekWork after = moved.weeksAfter(1).get(0).work();

    assertThat(Arrays.stream(after.writer()).sum())
        .isCloseTo(Arrays.stream(before.writer()).sum(), within(1e-6));
    assertThat(after.writer()).isNotEqualTo(before.writer());
  }

  @Test
  void aMoveToWhereItStandsChangesNothing() {
    WeekWork query = made.parts().adjustments().work(batch);
    LocalTime now = LocalTime.ofSecondOfDay(DailyWindow.of(query).start() * 60L);

    assertThat(today(advise(asToday().moving(batch, now))).p99Utilisation())
        .isEqualTo(today(advise(asToday())).p99Utilisation());
  }

  @Test
  void reservedInstancesAreSavedOnlyOnceTheyEnd() {
    WhatIf twoLess = new WhatIf(List.of(), "db.r6g.4xlarge", 2);
    double each = 2.076 * 730;

    assertThat(today(advise(twoLess)).realisableMonthlySavingUsd()).isNull();
    assertRealisable(twoLess.reserving("db.r6g.4xlarge", 5), 0);
    assertRealisable(twoLess.reserving("db.r6g.4xlarge", 4), each);
    // Two instances of half the size cover one.
    assertRealisable(twoLess.reserving("db.r6g.2xlarge", 8), each);
    assertRealisable(twoLess.reserving("db.r6g.4xlarge", 1), 2 * each);
    assertRealisable(twoLess.reserving("db.r5.4xlarge", 5), 2 * each);
  }

  private void assertRealisable(WhatIf whatIf, double usd) {
    Option option = today(advise(whatIf));
    assertThat(option.monthlySavingUsd()).isCloseTo(2 * 2.076 * 730, within(1e-6));
    assertThat(option.realisableMonthlySavingUsd()).isCloseTo(usd, within(1e-6));
  }

  @Test
  void aStricterAssumptionNeverMakesACapacitySafer() {
    WhatIf asked = new WhatIf(List.of(), "db.r6g.4xlarge", 3);
    int usual = Objects.requireNonNull(today(advise(asked)).drawsHeld());
    for (Map.Entry<ModelAssumption, Double> strict :
        Map.of(
                ModelAssumption.MAX_UTILISATION, 0.4,
                ModelAssumption.GUARD_BAND, 0.3,
                ModelAssumption.MAX_STRETCH, 1.02,
                ModelAssumption.IMBALANCE, 2.0,
                ModelAssumption.GROWTH, 1.5)
            .entrySet()) {
      Option option = today(advise(asked.assuming(strict.getKey(), strict.getValue())));
      assertThat(option.drawsHeld()).as(strict.getKey().key()).isLessThan(usual);
    }
  }

  @Test
  void theWriterAndTheReadersMayHaveClassesOfTheirOwn() {
    Option smaller = today(advise(asked("db.r6g.4xlarge", null, "db.r6g.2xlarge", 6)));
    assertThat(smaller.writerClass()).isEqualTo("db.r6g.4xlarge");
    assertThat(smaller.readerClass()).isEqualTo("db.r6g.2xlarge");
    assertThat(smaller.readers()).isEqualTo(6);
    // Without a class for all instances, the others keep their class.
    Option larger = today(advise(asked(null, "db.r6g.8xlarge", null, null)));
    assertThat(larger.writerClass()).isEqualTo("db.r6g.8xlarge");
    assertThat(larger.readerClass()).isEqualTo("db.r6g.4xlarge");
    assertThat(larger.readers()).isEqualTo(4);
  }

  private static WhatIf asked(
      @Nullable String target,
      @Nullable String writer,
      @Nullable String reader,
      @Nullable Integer readers) {
    return new WhatIf(
        List.of(), target, writer, reader, readers, null, List.of(), Map.of(), Map.of(), Map.of());
  }

  @Test
  void aRangeOfReadersIsEvaluatedAsScaled() {
    Option scaled = advise(WhatIf.nothing().scaling(1, 4)).options().get(0);
    Autoscaling readers = Objects.requireNonNull(scaled.autoscaling());

    assertThat(scaled.readers()).isEqualTo(1);
    assertThat(readers.min()).isEqualTo(1);
    assertThat(readers.max()).isEqualTo(4);
    assertThat(readers.targetUtilisation()).isEqualTo(ModelAssumption.READER_TARGET.usual());
    assertThat(readers.instanceHours()).isBetween(730.0, 4 * 730.0);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "3, 3", "4, 2", "2, 16"})
  void aRangeThatNoClusterCanHaveIsASettingError(int least, int most) {
    assertThatThrownBy(() -> WhatIf.nothing().scaling(least, most))
        .isInstanceOf(SettingException.class);
  }

  @Test
  void theAdviceSaysWhatItAssumes() {
    SizingAdvice advice = advise(WhatIf.nothing().assuming(ModelAssumption.GUARD_BAND, 0.07));

    assertThat(advice.details().assumptions())
        .hasSize(ModelAssumption.values().length)
        .anyMatch(assumed -> assumed.key().equals("guardBand") && assumed.value() == 0.07)
        .allMatch(assumed -> assumed.usual() >= assumed.low() && assumed.usual() <= assumed.high());
  }

  @Test
  void aGenerationWhoseSpeedWasMeasuredMayBeRecommended() {
    WhatIf measured =
        new WhatIf(
            List.of(), null, null, List.of(), Map.of(), Map.of("r7g", 1.9, "r8g", 1.9), Map.of());

    SizingAdvice advice = advise(measured);

    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(Objects.requireNonNull(advice.recommended()).writerClass()).matches("db.r[78]g.*");
    assertThat(advise(WhatIf.nothing()).verdict()).isEqualTo(Verdict.KEEP);
  }

  @ParameterizedTest
  @EnumSource
  void aValueOutOfItsRangeIsASettingErrorThatSaysTheRange(ModelAssumption assumption) {
    assertThatThrownBy(() -> WhatIf.nothing().assuming(assumption, Math.nextUp(assumption.high())))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining(assumption.key());
    assertThatThrownBy(() -> WhatIf.nothing().assuming(assumption, Double.NaN))
        .isInstanceOf(SettingException.class);
    assertThat(ModelAssumption.of(assumption.key())).isEqualTo(assumption);
  }

  @Test
  void impossibleAssumptionsAreSettingErrors() {
    assertThatThrownBy(() -> ModelAssumption.of("luck"))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("luck");
    assertThatThrownBy(() -> WhatIf.nothing().reserving("db.r6g.4xlarge", -1))
        .isInstanceOf(SettingException.class);
    assertThatThrownBy(() -> WhatIf.nothing().reserving("db.huge", 1))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("db.huge");
    assertThatThrownBy(() -> advise(WhatIf.nothing().moving("t1-none", LocalTime.NOON)))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("t1-none");
    assertThatThrownBy(() -> advise(WhatIf.nothing().assuming(ModelAssumption.GAIN_LOW, 0.9)))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("gainLow");
  }
}
