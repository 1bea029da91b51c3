package dev.teiten.web.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the metrics of one scrape. An unknown value is left out, and so is an empty metric. */
final class MetricTable {
  private final MetricSnapshots.Builder metrics = MetricSnapshots.builder();

  /** Adds a gauge without labels. */
  void gauge(String name, String help, @Nullable Number value) {
    if (value != null) {
      gauges(name, help, List.of(value), row -> Labels.EMPTY, row -> row);
    }
  }

  /**
   * Adds a gauge with a value for each row.
   *
   * @param labels differ from row to row
   * @param value null if it is unknown
   */
  <T> void gauges(
      String name,
      String help,
      List<T> rows,
      Function<T, Labels> labels,
      Function<T, @Nullable Number> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    boolean empty = true;
    for (T row : rows) {
      Number known = value.apply(row);
      if (known != null) {
        empty = false;
        gauge.dataPoint(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels.apply(row))
                .value(known.doubleValue())
                .build());
      }
    }
    if (!empty) {
      metrics.metricSnapshot(gauge.build());
    }
  }

  /**
   * Adds a counter.
   *
   * @param name without {@code _total}, which the format appends
   */
  void counter(String name, String help, double value) {
    metrics.metricSnapshot(
        CounterSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder().value(value).build())
            .build());
  }

  MetricSnapshots all() {
    return metrics.build();
  }
}
