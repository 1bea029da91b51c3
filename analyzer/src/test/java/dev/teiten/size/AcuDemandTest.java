package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcuDemandTest {
  private static final AcuRange RANGE = new AcuRange(2, 16);

  /** Two hours; the first minute of the second hour needs twice as much. */
  private static double[] series(double level) {
    double[] values = new double[120];
    Arrays.fill(values, level);
    values[60] = 2 * level;
    return values;
  }

  private static double[] flat(double level) {
    double[] values = new double[120];
    Arrays.fill(values, level);
    return values;
  }

  private static InstanceLoad member(
      String instanceClass, @Nullable AcuRange acu, Map<InstanceCounter, double[]> counters) {
    Instance instance =
        new Instance("db-1", "shop-1", "8.0", instanceClass, null, null, null, null).withAcu(acu);
    return new InstanceLoad(instance, flat(1), Map.of(), Map.of(), Map.of(), counters, List.of());
  }

  private static AcuDemand serverless(double allocated) {
    Map<InstanceCounter, double[]> counters = new HashMap<>();
    counters.put(InstanceCounter.CPU_UTILISATION, series(0.25));
    counters.put(InstanceCounter.ACU_ALLOCATED, flat(allocated));
    return AcuDemand.of(List.of(member("db.serverless", RANGE, counters)));
  }

  private static void assertUnits(AcuDemand demand, AcuRange range, int count, double units) {
    assertThat(demand.allocated(range, count)).isCloseTo(units, within(1e-9));
  }

  @Test
  void provisionedWorkIsAllocatedForEachHoursHighestMinute() {
    InstanceLoad half =
        member("db.r6g.xlarge", null, Map.of(InstanceCounter.CPU_UTILISATION, series(0.25)));
    AcuDemand demand = AcuDemand.of(List.of(half));

    // A quarter of 4 vCPUs are 4 units in use; 8 in the second hour's highest minute.
    assertUnits(demand, RANGE, 1, (4 / 0.7 + 8 / 0.7) / 2);
    assertUnits(demand, new AcuRange(2, 8), 1, (4 / 0.7 + 8) / 2);
    assertUnits(demand, new AcuRange(8, 32), 2, 16);
  }

  @Test
  void todaysAllocationIsMeasuredAndScaledForOthers() {
    AcuDemand demand = serverless(10);
    double model = (4 / 0.7 + 8 / 0.7) / 2;

    assertUnits(demand, RANGE, 1, 10);
    assertUnits(demand, new AcuRange(8, 16), 1, 10 * (8 + 8 / 0.7) / 2 / model);
    // Never below the minimum of every instance, nor over the maximum.
    assertUnits(serverless(1), new AcuRange(8, 16), 2, 16);
  }

  @Test
  void unknownUnitsStayUnknown() {
    Map<InstanceCounter, double[]> none = Map.of(InstanceCounter.CPU_UTILISATION, series(0.25));

    assertThat(
            AcuDemand.of(List.of(member("db.serverless", RANGE, none)))
                .allocated(new AcuRange(8, 16), 1))
        .isNull();
    assertThat(AcuDemand.of(List.of(member("db.r6g.xlarge", null, Map.of()))).allocated(RANGE, 1))
        .isNull();
  }
}
