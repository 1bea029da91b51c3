package dev.teiten.source.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units follow the service's wording; without one, they follow the documentation. */
class AvailableMetricsTest {
  private static final MetricNames.Metric LATENCY =
      new MetricNames.Metric(
          "db.sql_tokenized.stats.sum_timer_wait_per_call", "avg", "Milliseconds per call");

  @ParameterizedTest
  @CsvSource({
    "Percent, 0.01",
    "%, 0.01",
    "Milliseconds per call, 0.001",
    "Average latency per call (ms), 0.001",
    "Lock time per second (in ms), 0.001",
    "Microseconds, 0.000001",
    "Kilobytes, 1024",
    "KB per second, 1024",
    "Megabytes, 1048576",
    "Queries per minute, 0.016666666666666666",
    "Bytes, 1",
    "vCPUs, 1",
    "Rows per second, 1",
    "Seconds, 1"
  })
  void unitsInAllTheirWordings(String unit, double factor) {
    assertThat(AvailableMetrics.factor(unit)).isEqualTo(factor);
  }

  @Test
  void aMetricThatIsListedWithoutAUnitHasTheDocumentedOne() {
    AvailableMetrics available =
        new AvailableMetrics(
            MetricNames.counters(Engine.AURORA_MYSQL, false),
            MetricNames.statistics(Engine.AURORA_MYSQL),
            Map.of(LATENCY.name(), ""));

    assertThat(available.factor(LATENCY)).isEqualTo(0.001);
  }

  @Test
  void theListedUnitWins() {
    AvailableMetrics available =
        new AvailableMetrics(Map.of(), Map.of(), Map.of(LATENCY.name(), "Seconds per call"));

    assertThat(available.factor(LATENCY)).isEqualTo(1);
  }
}
