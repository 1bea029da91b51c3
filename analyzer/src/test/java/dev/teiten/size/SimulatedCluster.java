package dev.teiten.size;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.synthetic.FleetLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A simulated cluster for sizing: any class, any number of readers, a busy day. */
public final class SimulatedCluster {
  static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);
  public static final MinuteSpan SPAN = new MinuteSpan(WEEK.range().from(), WEEK.range().to());

  private final SimulatedFleet fleet;
  private final ClusterSpec cluster;
  private final long seed;

  public SimulatedCluster(ClusterSpec cluster, long seed) {
    this.cluster = cluster;
    this.seed = seed;
    this.fleet =
        SimulatedFleet.of(
            seed, "us-east-1", Instant.parse("2026-11-18T00:00:00Z"), List.of(cluster));
  }

  /** A cluster in three zones; its readers differ by some percent. */
  public static ClusterSpec cluster(
      String instanceClass, int readers, List<WorkloadSpec> workloads) {
    return cluster("aurora-mysql", "8.0.mysql_aurora.3.08.2", instanceClass, readers, workloads);
  }

  /** Such a cluster of Aurora PostgreSQL. */
  static ClusterSpec postgresql(String instanceClass, int readers, List<WorkloadSpec> workloads) {
    return cluster("aurora-postgresql", "16.6", instanceClass, readers, workloads);
  }

  /** Such a cluster of any engine. */
  static ClusterSpec cluster(
      String engine,
      String engineVersion,
      String instanceClass,
      int readers,
      List<WorkloadSpec> workloads) {
    Instant created = WEEK.range().from().minusSeconds(90 * 86_400L);
    List<InstanceSpec> instances = new ArrayList<>();
    for (int i = 0; i <= readers; i++) {
      String zone = "us-east-1" + "abc".charAt(i % 3);
      instances.add(InstanceSpec.of("i" + i, instanceClass, zone, 1, created));
    }
    return new ClusterSpec(
        "simulated",
        engine,
        engineVersion,
        false,
        ZoneOffset.UTC,
        93,
        "i0",
        instances,
        List.of(),
        workloads,
        List.of(),
        400);
  }

  public static WorkloadSpec scaled(WorkloadSpec workload, double factor) {
    return new WorkloadSpec(
        workload.name(),
        workload.example(),
        workload.digest(),
        workload.route(),
        workload.curve(),
        workload.callsPerSecond() * factor,
        workload.perCall(),
        workload.user());
  }

  /** This cluster with a failover. */
  SimulatedCluster failedOver(ClusterSpec.Failover failover) {
    return new SimulatedCluster(cluster.with(failover), seed);
  }

  ClusterSpec spec() {
    return cluster;
  }

  long seed() {
    return seed;
  }

  /** The digest of a workload. */
  String digest(String workload) {
    return cluster.workload(workload).digestId();
  }

  public GroundTruth truth() {
    return fleet.truth(cluster.name());
  }

  public ClusterLoad load(int weeks) {
    return FleetLoad.of(fleet, cluster.name(), WEEK, weeks);
  }

  /** The workload's name of a digest. */
  public String workload(String digestId) {
    return cluster.workloads().stream()
        .filter(workload -> workload.digestId().equals(digestId))
        .map(WorkloadSpec::name)
        .findFirst()
        .orElseThrow();
  }
}
