package dev.teiten.validation;

import dev.teiten.archive.Archive;
import dev.teiten.collect.CollectPlan;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.collect.SourceCollector;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.ReaderAutoscaling;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A random cluster whose members change within the reviewed week, and which is collected over the
 * AWS protocol as an account would be: every night, and by hour while a scaled reader lives.
 *
 * @param scenario the cluster with its change and with a planted regression
 * @param regressed the statements that cost half as much more from the Monday on
 */
record LivingCluster(Kind kind, ValidationScenario scenario, List<String> regressed) {
  static final int WEEKS = 4;

  private static final TimeRange WEEK = ValidationScenario.WEEK.range();
  private static final MinuteSpan SPAN =
      new MinuteSpan(WEEK.from().minus(Duration.ofDays(7L * (WEEKS - 1))), WEEK.to());

  /** The change of the members. */
  enum Kind {
    AUTOSCALED,
    FAILOVER,
    REPLACED,
    RENAMED,
    SERVERLESS,
    POSTGRESQL
  }

  static LivingCluster of(Kind kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ClusterSpec plain = RandomCluster.of(seed);
    for (int next = 1; plain.instances().size() < 3; next++) {
      plain = RandomCluster.of(seed + 1_000L * next);
    }
    ClusterSpec changed = changed(kind, plain, seed, random);
    IncidentPlanter planter =
        new IncidentPlanter(new ValidationScenario(seed, changed), ValidationScenario.WEEK);
    List<String> regressed = planter.choose(1, 0.15);
    ClusterSpec planted = IncidentPlanter.work(changed, regressed, WEEK.from(), 1.5);
    return new LivingCluster(kind, new ValidationScenario(seed, planted), regressed);
  }

  private static ClusterSpec changed(
      Kind kind, ClusterSpec plain, long seed, SplittableRandom random) {
    Instant moment = WEEK.from().plus(Duration.ofMinutes(1440 + random.nextInt(4 * 1440)));
    List<InstanceSpec> instances = new ArrayList<>(plain.instances());
    InstanceSpec reader = instances.get(1);
    return switch (kind) {
      case AUTOSCALED -> autoscaled(plain, seed, random);
      case FAILOVER -> plain.with(new ClusterSpec.Failover(moment, reader.name()));
      case REPLACED -> {
        instances.set(1, reader.deletedAt(moment));
        Instant later = moment.plus(Duration.ofMinutes(20));
        instances.add(reader.replacedAt(later, "db-REPLACEMENT" + seed));
        yield plain.withInstances(instances);
      }
      case RENAMED -> plain.renamedAt(moment, "renamed");
      case SERVERLESS -> serverless(plain);
      case POSTGRESQL -> postgresql(plain);
    };
  }

  private static ClusterSpec autoscaled(ClusterSpec plain, long seed, SplittableRandom random) {
    double target = 0.3 + 0.2 * random.nextDouble();
    ReaderAutoscaling policy = new ReaderAutoscaling(1, 4 + random.nextInt(4), target, 7);
    return policy.applyTo(plain.withInstances(plain.instances().subList(0, 2)), seed, SPAN);
  }

  private static ClusterSpec serverless(ClusterSpec plain) {
    InstanceHardware hardware = InstanceHardware.of(plain.instances().get(0).firstClass());
    String units = "db.serverless(2-" + 4 * hardware.vcpus() + ")";
    return plain.withInstances(
        plain.instances().stream()
            .map(i -> InstanceSpec.of(i.name(), units, i.availabilityZone(), 1, i.createdAt()))
            .toList());
  }

  private static ClusterSpec postgresql(ClusterSpec plain) {
    List<WorkloadSpec> workloads =
        plain.workloads().stream()
            .map(w -> w.renamed(w.name(), w.example(), w.example().replaceAll("= \\d+", "= ?")))
            .toList();
    return new ClusterSpec(
            plain.name(),
            "aurora-postgresql",
            "16.6",
            false,
            plain.zone(),
            plain.retentionDays(),
            plain.writer(),
            plain.instances(),
            List.of(),
            workloads,
            List.of(),
            plain.connections())
        .with(plain.physics());
  }

  /** The name at the end of the reviewed week. */
  String name() {
    return scenario.cluster().nameAt(Math.floorDiv(WEEK.to().getEpochSecond(), 60L));
  }

  /** Collects all weeks in the order of time. */
  void collect(Archive archive) {
    SimulatedFleet fleet =
        SimulatedFleet.of(
            scenario.seed(),
            "us-east-1",
            WEEK.to().plus(Duration.ofDays(1)),
            List.of(scenario.cluster()));
    SortedMap<Instant, TimeRange> collects = new TreeMap<>();
    for (Instant day = SPAN.from(); day.isBefore(WEEK.to()); day = day.plus(Duration.ofDays(1))) {
      Instant midnight = day.plus(Duration.ofDays(1));
      collects.put(midnight.plus(Duration.ofHours(2)), new TimeRange(day, midnight));
    }
    for (Instant hour : fleet.lastHours(SPAN).keySet()) {
      collects.put(hour, new TimeRange(hour.minus(Duration.ofHours(20)), hour));
    }
    collects.forEach((now, range) -> collect(archive, fleet, now, range));
  }

  private static void collect(Archive archive, SimulatedFleet fleet, Instant now, TimeRange range) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    boolean nightly = !range.to().equals(now);
    try (EmulatedAws aws = new EmulatedAws(fleet, EndpointFaults.NONE, clock);
        LoadSource source = aws.source()) {
      new SourceCollector(source, archive, clock)
          .collect(new CollectPlan(range, Set.of(), 2, !nightly), progress -> {});
    }
  }
}
