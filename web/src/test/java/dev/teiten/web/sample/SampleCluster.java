package dev.teiten.web.sample;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cluster of the sample fleet, and its true load.
 *
 * @param size instances; the first is the writer
 * @param scale factor on the load and the calls of the queries
 */
record SampleCluster(
    String identifier,
    String region,
    String instanceClass,
    int size,
    double scale,
    List<SampleQuery> queries) {

  /** An instant before every requested week. */
  private static final Instant FIRST_SEEN = Instant.parse("2026-01-01T00:00:00Z");

  private static final String ZONES = "acd";

  /** Nine instances with every kind of change. */
  static final SampleCluster MAIN =
      new SampleCluster("main", "us-east-1", "db.r5.8xlarge", 9, 1, SampleQueries.changing());

  /** A quiet cluster of a class without a price. */
  static final SampleCluster BILLING =
      new SampleCluster("billing", "us-east-1", "db.t9.huge", 2, 0.02, SampleQueries.steady());

  /** A cluster without any data. */
  static final SampleCluster IDLE =
      new SampleCluster("idle", "ap-northeast-1", "db.r5.large", 1, 0, List.of());

  SampleCluster {
    queries = List.copyOf(queries);
  }

  /** The instances as the source showed them first. */
  List<MonitoredInstance> instances() {
    return instances(instanceClass, FIRST_SEEN);
  }

  /** The instances as the source showed them at an instant. */
  List<MonitoredInstance> instances(String shownClass, Instant seenAt) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> instance(i, shownClass, seenAt)).toList();
  }

  private MonitoredInstance instance(int number, String shownClass, Instant seenAt) {
    Instance instance =
        new Instance(
            "db-" + Integer.toHexString(hashCode(identifier, region)) + "-" + number,
            identifier + "-" + number,
            "8.0.mysql_aurora.3.08.0",
            shownClass,
            number == 1 ? Role.WRITER : Role.READER,
            region + ZONES.charAt(number % ZONES.length()),
            number,
            null);
    return new MonitoredInstance(
        identifier,
        region,
        Engine.AURORA_MYSQL,
        StorageType.STANDARD,
        instance,
        true,
        7,
        "default",
        seenAt);
  }

  private static int hashCode(String identifier, String region) {
    return List.of(identifier, region).hashCode();
  }

  /** The part of a query's calls that one instance serves. */
  double share(SampleQuery query, boolean writer) {
    if (query.isWrite()) {
      return writer ? 1 : 0;
    }
    return writer ? 0 : 1.0 / (size - 1);
  }
}
