package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysRequest;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysResponse;
import software.amazon.awssdk.services.pi.model.DimensionKeyDescription;
import software.amazon.awssdk.services.pi.model.PiException;
import software.amazon.awssdk.services.pi.model.ResponsePartitionKey;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The callers of the top digests of a day: their load by user and by client host, one request each.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DescribeDimensionKeys.html">
 *     DescribeDimensionKeys, PartitionBy</a>
 */
final class DigestCallers {
  private static final List<LoadBreakdown> BREAKDOWNS =
      List.of(
          new LoadBreakdown("db.user", "db.user.name", SeriesKind.DAY_DIGEST_USER),
          new LoadBreakdown("db.host", "db.host.name", SeriesKind.DAY_DIGEST_HOST));

  private final AwsClients clients;
  private final MonitoredInstance instance;
  private final RefusedParts refusals;

  DigestCallers(AwsClients clients, MonitoredInstance instance, RefusedParts refusals) {
    this.clients = clients;
    this.instance = instance;
    this.refusals = refusals;
  }

  /** One value per digest and caller, the mean over the range. A refusal does not fail the day. */
  List<SourceSeries> collect(TimeRange range, Set<String> groups) {
    List<SourceSeries> series = new ArrayList<>();
    for (LoadBreakdown breakdown : BREAKDOWNS) {
      String part = "pi:DescribeDimensionKeys of digests by " + breakdown.group();
      if (groups.contains(breakdown.group()) && refusals.mayAsk(part)) {
        try {
          series.addAll(ask(range, breakdown));
        } catch (PiException e) {
          if (!RefusedParts.mayTakeLess(e)) {
            throw e;
          }
          refusals.allow(part, instance, e);
        }
      }
    }
    return series;
  }

  private List<SourceSeries> ask(TimeRange range, LoadBreakdown breakdown) {
    List<SourceSeries> series = new ArrayList<>();
    for (DescribeDimensionKeysResponse page :
        clients.pi().describeDimensionKeysPaginator(request(range, breakdown))) {
      for (DimensionKeyDescription digest : page.keys()) {
        series.addAll(callers(digest, page.partitionKeys(), range, breakdown));
      }
    }
    return series;
  }

  private static List<SourceSeries> callers(
      DimensionKeyDescription digest,
      List<ResponsePartitionKey> partitions,
      TimeRange range,
      LoadBreakdown breakdown) {
    List<SourceSeries> series = new ArrayList<>();
    String id = digest.dimensions().get(DigestKeys.ID);
    List<Double> parts = digest.partitions();
    for (int i = 0; id != null && i < Math.min(parts.size(), partitions.size()); i++) {
      String caller = partitions.get(i).dimensions().get(breakdown.dimension());
      double load = Objects.requireNonNullElse(parts.get(i), 0.0);
      if (caller != null && load > 0) {
        int step = Math.toIntExact(range.duration().toSeconds());
        float[] mean = {(float) load};
        series.add(new SourceSeries(breakdown.kind(), id, caller, range.from(), step, mean));
      }
    }
    return series;
  }

  private DescribeDimensionKeysRequest request(TimeRange range, LoadBreakdown breakdown) {
    return DescribeDimensionKeysRequest.builder()
        .serviceType(ServiceType.RDS)
        .identifier(instance.instance().resourceId())
        .startTime(range.from())
        .endTime(range.to())
        .metric("db.load.avg")
        .groupBy(
            g ->
                g.group("db.sql_tokenized").dimensions(DigestKeys.ID).limit(MinuteMetrics.TOP_KEYS))
        .partitionBy(
            p ->
                p.group(breakdown.group())
                    .dimensions(breakdown.dimension())
                    .limit(MinuteMetrics.TOP_KEYS))
        .build();
  }
}
