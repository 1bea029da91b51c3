package dev.teiten.collect.aws;

import dev.teiten.collect.DigestText;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.collect.Series;
import dev.teiten.collect.Series.Kind;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
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
import software.amazon.awssdk.services.pi.model.InvalidArgumentException;
import software.amazon.awssdk.services.pi.model.PiException;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The top digests of every whole hour of a day, by wait event, with their statistics. One request
 * an hour.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DescribeDimensionKeys.html">
 *     DescribeDimensionKeys</a>
 */
final class HourlyDigests {
  private static final int HOUR = 3600;
  private static final String ID = "db.sql_tokenized.id";
  private static final String TEXT = "db.sql_tokenized.statement";

  private final AwsClients clients;
  private final MonitoredInstance instance;
  private final TimeRange range;
  private AvailableMetrics available;
  private final Refusals refusals;
  private List<String> dimensions = List.of(ID, TEXT);
  private final Map<List<Object>, Series> series = new LinkedHashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  HourlyDigests(
      AwsClients clients,
      MonitoredInstance instance,
      TimeRange range,
      AvailableMetrics available,
      Refusals refusals) {
    this.clients = clients;
    this.instance = instance;
    this.range = range;
    this.available = available;
    this.refusals = refusals;
  }

  List<Series> collect() {
    int hours = hours();
    for (int hour = 0; hour < hours; hour++) {
      Instant from = range.from().plus(Duration.ofHours(hour));
      double named = 0;
      for (DescribeDimensionKeysResponse page : pages(from)) {
        List<String> waits =
            page.partitionKeys().stream()
                .map(k -> k.dimensions().get("db.wait_event.name"))
                .toList();
        for (DimensionKeyDescription key : page.keys()) {
          named += add(key, waits, hour);
        }
      }
      put(Kind.HOUR, "", "", hour, named);
    }
    return new ArrayList<>(series.values());
  }

  /** The texts seen, as long as the source gives them (500 bytes). */
  List<DigestText> texts() {
    return texts.entrySet().stream()
        .map(e -> new DigestText(e.getKey(), e.getValue(), !TextLimit.isCut(e.getValue())))
        .toList();
  }

  /** Without texts where they are denied, without statistics where they are not known. */
  private Iterable<DescribeDimensionKeysResponse> pages(Instant from) {
    try {
      return ask(from);
    } catch (InvalidArgumentException e) {
      if (available.statistics().isEmpty()) {
        throw e;
      }
      available = available.withoutStatistics();
      List<DescribeDimensionKeysResponse> answer = ask(from);
      refusals.allow("pi:DescribeDimensionKeys with statistics", e);
      return answer;
    } catch (PiException e) {
      if (dimensions.size() == 1) {
        throw e;
      }
      // Texts are fetched later, where they are allowed; a day is whole without them.
      new Refusals().allow("pi:DescribeDimensionKeys of " + instance.instance().name(), e);
      dimensions = List.of(ID);
      return ask(from);
    }
  }

  private List<DescribeDimensionKeysResponse> ask(Instant from) {
    List<String> additional =
        available.statistics().values().stream().map(MetricNames.Metric::query).toList();
    return clients
        .pi()
        .describeDimensionKeysPaginator(
            r ->
                r.serviceType(ServiceType.RDS)
                    .identifier(instance.instance().resourceId())
                    .startTime(from)
                    .endTime(from.plus(Duration.ofHours(1)))
                    .periodInSeconds(HOUR)
                    .metric("db.load.avg")
                    .groupBy(
                        g ->
                            g.group("db.sql_tokenized")
                                .dimensions(dimensions)
                                .limit(MinuteMetrics.TOP_KEYS))
                    .partitionBy(
                        p ->
                            p.group("db.wait_event")
                                .dimensions("db.wait_event.name")
                                .limit(MinuteMetrics.TOP_KEYS))
                    .additionalMetrics(additional.isEmpty() ? null : additional))
        .stream()
        .toList();
  }

  /** Returns the load of the key, 0 if it names no digest. */
  private double add(DimensionKeyDescription key, List<@Nullable String> waits, int hour) {
    String digest = key.dimensions().get(ID);
    if (digest == null || key.total() == null) {
      return 0;
    }
    put(Kind.HOUR_DIGEST, digest, "", hour, key.total());
    String text = key.dimensions().get(TEXT);
    if (text != null && !text.isBlank()) {
      texts.put(digest, text);
    }
    List<Double> parts = key.partitions();
    for (int i = 0; i < Math.min(parts.size(), waits.size()); i++) {
      String wait = waits.get(i);
      if (wait != null && parts.get(i) != null && parts.get(i) > 0) {
        put(Kind.HOUR_DIGEST_WAIT, digest, new WaitEvent(wait).name(), hour, parts.get(i));
      }
    }
    addStatistics(key.additionalMetrics(), digest, hour);
    return key.total();
  }

  /** A statistic that is missing is unknown, and stays so. */
  private void addStatistics(Map<String, Double> values, String digest, int hour) {
    for (Map.Entry<DigestStatistic, MetricNames.Metric> entry : available.statistics().entrySet()) {
      Double value = values.get(entry.getValue().query());
      if (value != null) {
        double scaled = value * available.factor(entry.getValue());
        put(Kind.HOUR_STATISTIC, digest, entry.getKey().name(), hour, scaled);
      }
    }
  }

  private void put(Kind kind, String key, String detail, int hour, double value) {
    series.computeIfAbsent(
                List.of(kind, key, detail),
                k -> new Series(kind, key, detail, range.from(), HOUR, emptyHours()))
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
