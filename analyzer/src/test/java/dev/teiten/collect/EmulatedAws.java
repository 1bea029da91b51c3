package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.fixtures.endpoint.AwsEndpoints;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.endpoint.wire.ExampleCredentials;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.LoadSource;
import dev.teiten.source.aws.AwsSettings;
import dev.teiten.source.aws.PerformanceInsightsSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The endpoints of a simulated fleet, with the real SDK as their client. */
public final class EmulatedAws implements AutoCloseable {
  private static final Set<String> INVENTORY =
      Set.of(
          "DescribeDBClusters",
          "DescribeDBInstances",
          "DescribeEvents",
          "DescribeOrderableDBInstanceOptions",
          "DescribeScalableTargets",
          "DescribeScalingPolicies");

  private final SimulatedFleet fleet;
  private final Clock clock;
  private final AwsEndpoints endpoints;
  private final URI uri;

  public EmulatedAws(SimulatedFleet fleet, EndpointFaults faults) {
    this(fleet, faults, Clock.fixed(fleet.now(), ZoneOffset.UTC));
  }

  /**
   * @param clock the end of the data
   */
  public EmulatedAws(SimulatedFleet fleet, EndpointFaults faults, Clock clock) {
    signIn();
    this.fleet = fleet;
    this.clock = clock;
    this.endpoints = AwsEndpoints.start(fleet, faults, clock);
    this.uri = endpoints.uri();
  }

  private EmulatedAws(EmulatedAws behind, URI uri) {
    this.fleet = behind.fleet;
    this.clock = behind.clock;
    this.endpoints = behind.endpoints;
    this.uri = uri;
  }

  /**
   * Sets the credentials. They are equal in all tests and stay set, since classes run in parallel.
   */
  public static void signIn() {
    System.setProperty("aws.accessKeyId", ExampleCredentials.ACCESS_KEY_ID);
    System.setProperty("aws.secretAccessKey", ExampleCredentials.SECRET_ACCESS_KEY);
  }

  /** Reaches this fleet through a proxy. */
  EmulatedAws behind(URI proxy) {
    return new EmulatedAws(this, proxy);
  }

  URI uri() {
    return uri;
  }

  SimulatedFleet fleet() {
    return fleet;
  }

  /** The last midnight that is old enough for the day before it to be whole. */
  public static Instant settled(Instant now) {
    return now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.DAYS);
  }

  /** A small cluster with a statement longer than 500 bytes. */
  static SimulatedFleet wordy(String cluster, Instant now) {
    SimulatedFleet small = SimulatedFleet.small(7, now);
    ClusterSpec spec = small.cluster(cluster);
    String columns =
        IntStream.range(0, 80).mapToObj(i -> "column_" + i).collect(Collectors.joining(", "));
    ClusterSpec wordy =
        spec.renaming(
            spec.workloads().get(0).name(),
            "wordy",
            "SELECT " + columns + " FROM wordy WHERE id = 5",
            now.minus(Duration.ofDays(30)));
    return SimulatedFleet.of(7, small.region(), now, List.of(wordy));
  }

  public LoadSource source() {
    return source(null);
  }

  /** A source for the account by a profile's name; the credentials in the system properties win. */
  public LoadSource source(@Nullable String profile) {
    return new PerformanceInsightsSource(
        new AwsSettings(fleet.region(), profile, null, uri), clock, new LiteralFindings());
  }

  /**
   * Collects some hours after the range, so that a test does not depend on the hour at which it
   * runs.
   */
  public CollectReport collect(Archive archive, TimeRange range, String... clusters) {
    Clock later = Clock.fixed(range.to().plus(Duration.ofHours(6)), ZoneOffset.UTC);
    try (LoadSource source = source()) {
      return new SourceCollector(source, archive, later)
          .collect(new CollectPlan(range, Set.of(clusters), 2), progress -> {});
    }
  }

  public static Archive archive(Path folder) {
    return new Archive(folder, new DuckDbEngine());
  }

  /** Number of calls of an operation so far. */
  long calls(String operation) {
    return endpoints.calls().getOrDefault(operation, 0L);
  }

  /** Number of Performance Insights calls so far. */
  public long piCalls() {
    return endpoints.calls().entrySet().stream()
        .filter(call -> !INVENTORY.contains(call.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Every row of load in an archive, in one fixed order. */
  public static List<String> rows(Path folder) {
    if (!Files.exists(folder.resolve("load"))) {
      return List.of();
    }
    try (DuckDbEngine engine = new DuckDbEngine()) {
      return engine.query(
          "SELECT concat_ws('|', regexp_extract(filename, 'instance=.*'), series, key, detail,"
              + " starts_at, value) AS line FROM read_parquet('"
              + folder
              + "/load/**/*.parquet', filename = true) ORDER BY 1",
          row -> row.text("line"));
    }
  }

  /** An instance behind a proxy does not own the endpoints. */
  @Override
  public void close() {
    if (uri.equals(endpoints.uri())) {
      endpoints.close();
    }
  }
}
