package dev.teiten.size;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.size.SizingAdvice.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random cluster with Aurora Serverless v2 over whole weeks, with its truth.
 *
 * @param mixed whether the writer is provisioned
 * @param min of the range, ACU
 * @param max of the range, ACU
 */
record ServerlessCase(
    boolean mixed, double min, int max, int readers, SimulatedCluster fleet, ClusterFixture made) {
  private static final MinuteSpan NEXT_WEEK =
      new MinuteSpan(SimulatedCluster.SPAN.to(), SimulatedCluster.SPAN.to().plusSeconds(604_800));

  static ServerlessCase of(boolean mixed, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int max = 16 << random.nextInt(3);
    double min = List.of(0.5, 2.0, 4.0, 8.0).get(random.nextInt(4));
    int readers = 2 + random.nextInt(3);
    double factor = (0.1 + 0.4 * random.nextDouble()) * max / 4 * readers / 110;
    List<WorkloadSpec> workloads =
        WorkloadReader.read("pairs-main", false).stream()
            .filter(workload -> FleetCase.WORKLOADS.contains(workload.name()))
            .map(workload -> SimulatedCluster.scaled(workload, factor * spread(random)))
            .toList();
    ClusterSpec spec = SimulatedCluster.cluster(range(min, max), readers, workloads);
    if (mixed) {
      List<InstanceSpec> instances = new ArrayList<>(spec.instances());
      InstanceSpec writer = instances.get(0);
      String provisioned = "db.r6g." + (max == 16 ? "" : max / 16) + "xlarge";
      instances.set(
          0,
          InstanceSpec.of(
              writer.name(), provisioned, writer.availabilityZone(), 1, writer.createdAt()));
      spec = spec.withInstances(instances);
    }
    SimulatedCluster fleet = new SimulatedCluster(spec, seed);
    return new ServerlessCase(
        mixed, min, max, readers, fleet, ClusterFixture.healthy(fleet.load(2)));
  }

  private static double spread(SplittableRandom random) {
    return Math.exp(0.3 * random.nextGaussian());
  }

  private static String range(double min, double max) {
    return "db.serverless(" + min + "-" + max + ")";
  }

  /** The past with another range and fewer readers. */
  Counterfactual past(double otherMin, double otherMax, int left) {
    Counterfactual past = Counterfactual.NOTHING;
    if (otherMin != min || otherMax != max) {
      past = past.on(InstanceHardware.of(range(otherMin, otherMax)));
    }
    for (int i = left + 1; i <= readers; i++) {
      past = past.withoutInstance("i" + i);
    }
    return past;
  }

  /** The p99 of the busiest instance in the reviewed week. */
  double p99(Counterfactual past) {
    return fleet.truth().outcome(SimulatedCluster.SPAN, past).p99Utilisation();
  }

  /** The mean units allocated in the reviewed week. */
  double allocated(Counterfactual past) {
    return fleet.truth().allocatedAcu(SimulatedCluster.SPAN, past);
  }

  /** The p99 of the busiest instance in the week that follows. */
  double nextP99() {
    return fleet.truth().outcome(NEXT_WEEK, Counterfactual.NOTHING).p99Utilisation();
  }

  /** Whether a capacity of Serverless v2 is over its limit in the week that follows. */
  boolean isUnsafe(Option option) {
    AcuUse acu = option.acu();
    if (acu == null) {
      throw new IllegalArgumentException("only Serverless v2 is simulated: " + option);
    }
    int vcpus = (int) Math.ceil(acu.max() / 4);
    return fleet
        .truth()
        .outcome(NEXT_WEEK, past(acu.min(), acu.max(), option.readers()))
        .utilisations()
        .entrySet()
        .stream()
        // A writer that stays as it is does not count against the readers that go.
        .filter(used -> !used.getKey().equals("i0"))
        .anyMatch(used -> used.getValue() > ValidationCase.limit(vcpus));
  }
}
