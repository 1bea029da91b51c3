package dev.teiten.source.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerlessCpuTest {
  private static final Instance INSTANCE =
      new Instance("db-1", "shop-1", "8.0", "db.serverless", null, null, null, null)
          .withAcu(new AcuRange(2, 16));
  private static final float UNKNOWN = Float.NaN;

  private static SourceSeries counter(InstanceCounter counter, float... values) {
    return new SourceSeries(SeriesKind.COUNTER, counter.name(), "", Instant.EPOCH, 60, values);
  }

  private static List<float[]> utilisation(Instance instance, SourceSeries... others) {
    List<SourceSeries> day = new ArrayList<>(List.of(others));
    day.add(counter(InstanceCounter.CPU_UTILISATION, 1, 0.5f, 0.5f));
    return ServerlessCpu.ofMaximum(day, instance).stream()
        .filter(series -> series.key().equals(InstanceCounter.CPU_UTILISATION.name()))
        .map(SourceSeries::values)
        .toList();
  }

  @Test
  void theShareOfTheAllocationBecomesTheShareOfTheMaximum() {
    assertThat(
            utilisation(
                INSTANCE,
                counter(InstanceCounter.ACU_ALLOCATED, 4, 8, UNKNOWN),
                counter(InstanceCounter.ACU_MAXIMUM, 16, 32, 16)))
        .singleElement()
        .isEqualTo(new float[] {0.25f, 0.125f, UNKNOWN});
  }

  @Test
  void todaysMaximumStandsInWhereNoneIsStated() {
    SourceSeries allocated = counter(InstanceCounter.ACU_ALLOCATED, 4, 8, 8);

    assertThat(utilisation(INSTANCE, allocated))
        .singleElement()
        .isEqualTo(new float[] {0.25f, 0.25f, 0.25f});
    assertThat(utilisation(INSTANCE.withAcu(null), allocated)).isEmpty();
  }

  @Test
  void withoutAnAllocationThereIsNoUtilization() {
    assertThat(utilisation(INSTANCE, counter(InstanceCounter.ACU_MAXIMUM, 16, 16, 16))).isEmpty();
  }
}
