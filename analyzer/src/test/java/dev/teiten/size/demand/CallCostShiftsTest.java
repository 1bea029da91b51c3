package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.size.ClusterFixture;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingParts;
import dev.teiten.size.predict.CapacityDemand;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticShift;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class CallCostShiftsTest {
  private static final int DAY = 1440;

  /** Allowed difference between the day before a change and the day after it. */
  private static final double CLOSE = 0.03;

  private static CapacityDemand workload(double factor, int minute, List<Double> fix) {
    SyntheticCluster cluster = new SyntheticCluster(ClusterFixture.queries(4)).readers(2).weeks(1);
    ClusterFixture made =
        ClusterFixture.of(
            cluster.step(new SyntheticShift("scan", 0, minute, SyntheticShift.On.CPU, factor)));
    SizingParts parts = made.parts();
    return parts
        .demand(fix.stream().map(percent -> new Fix(made.fingerprint("scan"), percent)).toList())
        .of(parts.basis().today());
  }

  private static CapacityDemand workload(double factor, int minute) {
    return workload(factor, minute, List.of());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7, 1.4, 2})
  void theWeekToComeIsAsTheWeekEnded(double factor) {
    CapacityDemand stepped = workload(factor, 3 * DAY);
    double always = workload(factor, 0).highestAhead().readers().at(1);

    assertThat(stepped.highestAhead().readers().at(1) / always).isCloseTo(1, within(CLOSE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7, 1.4, 2})
  void whatIsSaidOfTheReviewedWeekStays(double factor) {
    CapacityDemand stepped = workload(factor, 3 * DAY);
    double dearer = workload(Math.max(1, factor), 0).point().readers().at(1);

    assertSame(stepped.highest(), stepped.point());
    assertThat(stepped.point().readers().at(1) / dearer).isCloseTo(1, within(2 * CLOSE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7, 1.4, 2})
  void aChangeWithinADayIsNeverTakenForLessThanItIs(double factor) {
    CapacityDemand stepped = workload(factor, 3 * DAY + 700);
    double always = workload(factor, 0).highestAhead().readers().at(1);

    assertThat(stepped.highestAhead().readers().at(1) / always).isGreaterThan(1 - CLOSE);
  }

  @Test
  void aFixTakesItsPartOfTheLastLevel() {
    double fixed = workload(2, 3 * DAY, List.of(80.0)).highestAhead().readers().at(1);
    double always = workload(2, 0, List.of(80.0)).highestAhead().readers().at(1);

    assertThat(fixed / always).isCloseTo(1, within(CLOSE));
  }

  @Test
  void aSingleDearDayOrASmallChangeIsNoStep() {
    assertSame(workload(3, 6 * DAY).highestAhead(), workload(3, 6 * DAY).highest());
    assertSame(workload(1.05, 3 * DAY).highestAhead(), workload(1.05, 3 * DAY).highest());
  }

  private static void assertSame(PeakDemand demand, PeakDemand expected) {
    assertThat(demand.writer()).isEqualTo(expected.writer());
    assertThat(demand.readers().at(1)).isEqualTo(expected.readers().at(1));
    assertThat(demand.together()).isEqualTo(expected.together());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aWeekWithoutAChangeHasNone(long seed) {
    ClusterFixture made =
        ClusterFixture.of(
            new SyntheticCluster(ClusterFixture.queries(4)).readers(2).weeks(1).seed(seed));

    assertThat(made.parts().basis().levels().none()).isTrue();
  }
}
