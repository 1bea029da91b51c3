package dev.teiten.source.aws;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysResponse;
import software.amazon.awssdk.services.pi.model.DimensionKeyDescription;

/**
 * The top digests of every whole hour of a day, by wait event, with their statistics; one request
 * per hour.
 */
final class HourlyDigests {

  private final TimeRange range;
  private final AvailableMetrics available;
  private final DigestKeys keys;
  private final Map<List<Object>, SourceSeries> series = new LinkedHashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  HourlyDigests(
      AwsClients clients,
      MonitoredInstance instance,
      TimeRange range,
      AvailableMetrics available,
      RefusedParts refusals) {
    this.range = range;
    this.available = available;
    this.keys = new DigestKeys(clients, instance, available, refusals);
  }

  List<SourceSeries> collect() {
    int hours = hours();
    for (int hour = 0; hour < hours; hour++) {
      Instant from = range.from().plus(Duration.ofHours(hour));
      double named = 0;
      for (DescribeDimensionKeysResponse page : keys.of(from)) {
        List<String> waits =
            page.partitionKeys().stream().map(k -> k.dimensions().get(DigestKeys.WAIT)).toList();
        for (DimensionKeyDescription key : page.keys()) {
          named += add(key, waits, hour);
        }
      }
      put(SeriesKind.HOUR, "", "", hour, named);
    }
    return new ArrayList<>(series.values());
  }

  /** The texts seen, at the source's length (500 bytes). */
  List<DigestText> texts() {
    return texts.entrySet().stream()
        .map(e -> new DigestText(e.getKey(), e.getValue(), !TextLimit.isCut(e.getValue())))
        .toList();
  }

  /** Returns the load of the key, or 0 if the key has no digest. */
  private double add(DimensionKeyDescription key, List<@Nullable String> waits, int hour) {
    String digest = key.dimensions().get(DigestKeys.ID);
    if (digest == null || key.total() == null) {
      return 0;
    }
    put(SeriesKind.HOUR_DIGEST, digest, "", hour, key.total());
    String text = key.dimensions().get(DigestKeys.TEXT);
    if (text != null && !text.isBlank()) {
      texts.put(digest, text);
    }
    List<Double> parts = key.partitions();
    for (int i = 0; i < Math.min(parts.size(), waits.size()); i++) {
      String wait = waits.get(i);
      if (wait != null && parts.get(i) != null && parts.get(i) > 0) {
        put(SeriesKind.HOUR_DIGEST_WAIT, digest, new WaitEvent(wait).name(), hour, parts.get(i));
      }
    }
    addStatistics(key.additionalMetrics(), digest, hour);
    return key.total();
  }

  /** Adds the statistics of a digest; a missing statistic stays unknown. */
  private void addStatistics(Map<String, Double> values, String digest, int hour) {
    for (Map.Entry<DigestStatistic, MetricNames.Metric> entry : available.statistics().entrySet()) {
      Double value = values.get(entry.getValue().query());
      if (value != null) {
        double scaled = value * available.factor(entry.getValue());
        put(SeriesKind.HOUR_STATISTIC, digest, entry.getKey().name(), hour, scaled);
      }
    }
  }

  private void put(SeriesKind kind, String key, String detail, int hour, double value) {
    series.computeIfAbsent(
                List.of(kind, key, detail),
                k ->
                    new SourceSeries(
                        kind, key, detail, range.from(), TimeUnits.SECONDS_PER_HOUR, emptyHours()))
            .values()[hour] =
        (float) value;
  }

  private float[] emptyHours() {
    float[] values = new float[hours()];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  private int hours() {
    return Math.toIntExact(range.duration().toHours());
  }
}
