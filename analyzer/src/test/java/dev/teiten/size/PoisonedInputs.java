package dev.teiten.size;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.synthetic.SyntheticCluster;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Inputs that must not lead to a recommended reduction. */
final class PoisonedInputs {
  private PoisonedInputs() {}

  /** The edits that spoil good inputs, by name. */
  static Map<String, UnaryOperator<ClusterFixture>> all() {
    Map<String, UnaryOperator<ClusterFixture>> all = new LinkedHashMap<>();
    all.put("no CPU counter", made -> made.without(InstanceCounter.CPU_UTILISATION));
    all.put(
        "no hit ratio",
        made ->
            made.without(InstanceCounter.BUFFER_POOL_HIT_RATIO)
                .without(InstanceCounter.BUFFER_POOL_HITS_PER_SECOND));
    all.put("no connections", made -> made.without(InstanceCounter.CONNECTIONS));
    all.put("no network", made -> made.without(InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND));
    all.put("swapping", made -> made.level(InstanceCounter.SWAP_OUT_BYTES_PER_SECOND, 8192));
    all.put("connections at their limit", made -> made.level(InstanceCounter.CONNECTIONS, 50_000));
    all.put("three days", made -> made.each(load -> missing(load, 3 * 1440, 10_080)));
    all.put("coverage of 90 %", PoisonedInputs::sparse);
    all.put("gaps in the CPU counter", made -> made.each(PoisonedInputs::gaps));
    all.put("half of the load unknown", made -> made.each(PoisonedInputs::hidden));
    all.put("resized on Wednesday", made -> made.each(PoisonedInputs::resized));
    all.put("saturated", made -> made.each(PoisonedInputs::saturated));
    all.put("one Availability Zone", made -> made.instance(InstanceEdits.zone("us-east-1a")));
    all.put("unknown class", made -> made.instance(InstanceEdits.ofClass("db.z9.large")));
    all.put(
        "serverless without units", made -> made.instance(InstanceEdits.ofClass("db.serverless")));
    return all;
  }

  private static ClusterFixture sparse(ClusterFixture made) {
    ClusterLoad load = made.load();
    long expected = load.coverage().expectedMinutes();
    return new ClusterFixture(
        SyntheticCluster.covered(load, new MinuteCoverage(expected * 9 / 10, expected)));
  }

  static InstanceLoad missing(InstanceLoad load, int from, int to) {
    double[] total = load.total().clone();
    Arrays.fill(total, from, Math.min(to, total.length), Double.NaN);
    return InstanceEdits.total(load, total);
  }

  private static double[] used(InstanceLoad load) {
    return Objects.requireNonNull(load.counters().get(InstanceCounter.CPU_UTILISATION)).clone();
  }

  private static InstanceLoad gaps(InstanceLoad load) {
    double[] used = used(load);
    Arrays.fill(used, 2000, 3000, Double.NaN);
    return InstanceEdits.counter(load, InstanceCounter.CPU_UTILISATION, used);
  }

  private static InstanceLoad hidden(InstanceLoad load) {
    return InstanceEdits.total(load, Arrays.stream(load.total()).map(aas -> 2 * aas).toArray());
  }

  private static InstanceLoad resized(InstanceLoad load) {
    double[] vcpus = Objects.requireNonNull(load.counters().get(InstanceCounter.VCPUS)).clone();
    for (int t = 0; t < 3000; t++) {
      vcpus[t] *= 2;
    }
    return InstanceEdits.counter(load, InstanceCounter.VCPUS, vcpus);
  }

  private static InstanceLoad saturated(InstanceLoad load) {
    double[] used = used(load);
    double highest = MinuteStatistics.max(used);
    return InstanceEdits.counter(
        load,
        InstanceCounter.CPU_UTILISATION,
        Arrays.stream(used).map(value -> Math.min(0.99, value / highest * 1.3)).toArray());
  }
}
