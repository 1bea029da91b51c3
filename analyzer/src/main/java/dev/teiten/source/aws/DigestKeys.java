package dev.teiten.source.aws;

import dev.teiten.source.MonitoredInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysRequest;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysResponse;
import software.amazon.awssdk.services.pi.model.PiException;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The top digests of an hour, with as many extra parts as the service allows. Texts may be denied,
 * and a statistic may be unknown; one refused part fails the whole request. The load is then
 * requested alone, and the allowed parts are found by halving.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DescribeDimensionKeys.html">
 *     DescribeDimensionKeys</a>
 */
final class DigestKeys {
  static final String ID = "db.sql_tokenized.id";
  static final String TEXT = "db.sql_tokenized.statement";
  static final String WAIT = "db.wait_event.name";

  private static final String ACTION = "pi:DescribeDimensionKeys";
  private static final String TEXTS = ACTION + " with texts";
  private static final String WAITS = ACTION + " by wait event";
  private static final String PERIOD = ACTION + " with a period";

  /** A day is complete without these parts: texts are fetched later where allowed. */
  private static final Set<String> SPARE = Set.of(TEXTS, PERIOD);

  private final AwsClients clients;
  private final MonitoredInstance instance;
  private final RefusedParts refusals;
  private final Map<String, String> statistics = new LinkedHashMap<>();
  private final Set<String> parts;

  DigestKeys(
      AwsClients clients,
      MonitoredInstance instance,
      AvailableMetrics available,
      RefusedParts refusals) {
    this.clients = clients;
    this.instance = instance;
    this.refusals = refusals;
    for (MetricNames.Metric metric : available.statistics().values()) {
      statistics.put(ACTION + " with " + metric.query(), metric.query());
    }
    parts = new LinkedHashSet<>(List.of(TEXTS, WAITS, PERIOD));
    parts.addAll(statistics.keySet());
    parts.removeIf(part -> !refusals.mayAsk(part));
  }

  /**
   * The pages of the hour that begins at an instant.
   *
   * @throws PiException if the service refuses the load too
   */
  List<DescribeDimensionKeysResponse> of(Instant from) {
    try {
      return ask(from, parts);
    } catch (PiException e) {
      if (!RefusedParts.mayTakeLess(e)) {
        throw e;
      }
      Set<String> working = new LinkedHashSet<>();
      List<DescribeDimensionKeysResponse> bare = ask(from, working);
      List<String> withoutStatistics = new ArrayList<>(parts);
      withoutStatistics.removeAll(statistics.keySet());
      List<String> counted = new ArrayList<>(parts);
      counted.removeAll(withoutStatistics);
      List<DescribeDimensionKeysResponse> more = with(withoutStatistics, working, from, bare);
      List<DescribeDimensionKeysResponse> full = with(counted, working, from, more);
      parts.retainAll(working);
      return full;
    }
  }

  /**
   * Adds as many of the parts to {@code working} as the service accepts.
   *
   * @param latest the latest answer
   */
  private List<DescribeDimensionKeysResponse> with(
      List<String> more,
      Set<String> working,
      Instant from,
      List<DescribeDimensionKeysResponse> latest) {
    if (more.isEmpty()) {
      return latest;
    }
    Set<String> wanted = new LinkedHashSet<>(working);
    wanted.addAll(more);
    try {
      List<DescribeDimensionKeysResponse> answer = ask(from, wanted);
      working.addAll(more);
      return answer;
    } catch (PiException e) {
      if (more.size() == 1 || !RefusedParts.mayTakeLess(e)) {
        more.forEach(part -> refusals.allow(part, instance, e, !SPARE.contains(part)));
        return latest;
      }
      int half = more.size() / 2;
      List<DescribeDimensionKeysResponse> first =
          with(more.subList(0, half), working, from, latest);
      return with(more.subList(half, more.size()), working, from, first);
    }
  }

  private List<DescribeDimensionKeysResponse> ask(Instant from, Set<String> with) {
    return clients.pi().describeDimensionKeysPaginator(request(from, with)).stream().toList();
  }

  private DescribeDimensionKeysRequest request(Instant from, Set<String> with) {
    List<String> dimensions = with.contains(TEXTS) ? List.of(ID, TEXT) : List.of(ID);
    DescribeDimensionKeysRequest.Builder request =
        DescribeDimensionKeysRequest.builder()
            .serviceType(ServiceType.RDS)
            .identifier(instance.instance().resourceId())
            .startTime(from)
            .endTime(from.plus(Duration.ofHours(1)))
            .metric("db.load.avg")
            .groupBy(
                g ->
                    g.group("db.sql_tokenized")
                        .dimensions(dimensions)
                        .limit(MinuteMetrics.TOP_KEYS));
    if (with.contains(PERIOD)) {
      request.periodInSeconds(Math.toIntExact(Duration.ofHours(1).toSeconds()));
    }
    if (with.contains(WAITS)) {
      request.partitionBy(
          p -> p.group("db.wait_event").dimensions(WAIT).limit(MinuteMetrics.TOP_KEYS));
    }
    List<String> additional =
        with.stream().filter(statistics::containsKey).map(statistics::get).toList();
    if (!additional.isEmpty()) {
      request.additionalMetrics(additional);
    }
    return request.build();
  }
}
