package dev.teiten.validation;

import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.ClusterPhysics;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.LoadVariation;
import dev.teiten.fixtures.fleet.LockGroup;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws a random cluster: class, readers, statements, their amounts, locks, CPU in handlers. */
final class RandomCluster {
  private static final List<String> CLASSES =
      List.of(
          "db.r6g.xlarge",
          "db.r6g.2xlarge",
          "db.r6g.4xlarge",
          "db.r7g.2xlarge",
          "db.r5.2xlarge",
          "db.r5.4xlarge",
          "db.r6i.4xlarge");
  private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00Z");

  private final SplittableRandom random;
  private final InstanceHardware hardware;
  private final int readers;

  private RandomCluster(long seed, int mostReaders) {
    random = new SplittableRandom(seed);
    hardware = InstanceHardware.of(CLASSES.get(random.nextInt(CLASSES.size())));
    readers = random.nextInt(mostReaders + 1);
  }

  static ClusterSpec of(long seed) {
    return new RandomCluster(seed, 3).cluster(12 + (int) (seed % 30), ZoneOffset.UTC);
  }

  /** A cluster of at most two instances with the given number of statements. */
  static ClusterSpec small(long seed, int statements, ZoneId zone) {
    return new RandomCluster(seed, 1).cluster(statements, zone);
  }

  private ClusterSpec cluster(int statements, ZoneId zone) {
    String name = "random";
    List<InstanceSpec> instances = new ArrayList<>();
    for (int i = 0; i <= readers; i++) {
      String place = "us-east-1" + "abc".charAt(i % 3);
      instances.add(InstanceSpec.of(name + "-" + (i + 1), hardware.name(), place, 1, CREATED));
    }
    double handlerCpu = 0.6 * random.nextDouble();
    List<WorkloadSpec> workloads = workloads(statements, handlerCpu);
    ClusterPhysics physics =
        ClusterPhysics.PLAIN
            .with(LoadVariation.lively(0.03))
            .with(locks(workloads))
            .handlerCpu(handlerCpu);
    return new ClusterSpec(
            name,
            "aurora-mysql",
            "8.0.mysql_aurora.3.08.2",
            false,
            zone,
            93,
            name + "-1",
            instances,
            List.of(),
            workloads,
            List.of(),
            200)
        .with(physics);
  }

  private List<WorkloadSpec> workloads(int statements, double handlerCpu) {
    RandomWorkload generator = new RandomWorkload(random, handlerCpu);
    double write = hardware.capacityCores() * (0.15 + 0.45 * random.nextDouble());
    double read = readers * hardware.capacityCores() * (0.15 + 0.55 * random.nextDouble());
    int writing = Math.max(4, (int) (statements * (readers == 0 ? 1 : 0.35)));
    List<WorkloadSpec> workloads =
        new ArrayList<>(generator.group(0, writing, CallRoute.WRITER, write));
    if (readers > 0) {
      workloads.addAll(generator.group(writing, statements - writing, CallRoute.READERS, read));
    }
    return workloads;
  }

  /** Half of the clusters have a hot row that a few writing statements share. */
  private LockGroup[] locks(List<WorkloadSpec> workloads) {
    if (random.nextBoolean()) {
      return new LockGroup[0];
    }
    List<WorkloadSpec> writing =
        workloads.stream().filter(w -> w.route() == CallRoute.WRITER).toList();
    Set<String> members = new HashSet<>();
    double held = 0;
    int size = 2 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      WorkloadSpec member = writing.get(random.nextInt(writing.size()));
      if (members.add(member.name())) {
        held += member.callsPerSecond() * member.perCall().cpuMillis() / 1000;
      }
    }
    // The number of rows keeps each row locked a tenth to a half of the time at the highest
    // traffic.
    int locks = (int) Math.max(1, Math.ceil(held / (0.1 + 0.4 * random.nextDouble())));
    return new LockGroup[] {new LockGroup(members, locks)};
  }
}
