package dev.teiten.size;

import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes small changes to the data of a test cluster. */
public final class InstanceEdits {
  private InstanceEdits() {}

  static UnaryOperator<Instance> tier(@Nullable Integer tier) {
    return was -> instance(was, was.instanceClass(), was.availabilityZone(), tier);
  }

  public static UnaryOperator<Instance> zone(@Nullable String zone) {
    return was -> instance(was, was.instanceClass(), zone, was.promotionTier());
  }

  public static UnaryOperator<Instance> ofClass(String instanceClass) {
    return was -> instance(was, instanceClass, was.availabilityZone(), was.promotionTier());
  }

  private static Instance instance(
      Instance was, @Nullable String instanceClass, @Nullable String zone, @Nullable Integer tier) {
    return new Instance(
        was.resourceId(),
        was.name(),
        was.engineVersion(),
        instanceClass,
        was.role(),
        zone,
        tier,
        was.createdAt(),
        was.deployment(),
        was.acu());
  }

  public static InstanceLoad counter(InstanceLoad load, InstanceCounter counter, double[] series) {
    Map<InstanceCounter, double[]> counters = new EnumMap<>(InstanceCounter.class);
    counters.putAll(load.counters());
    counters.put(counter, series);
    return new InstanceLoad(
            load.instance(),
            load.total(),
            load.waits(),
            load.digests(),
            load.digestCpu(),
            counters,
            load.hours())
        .withSeconds(load.seconds());
  }

  public static InstanceLoad total(InstanceLoad load, double[] total) {
    return new InstanceLoad(
            load.instance(),
            total,
            load.waits(),
            load.digests(),
            load.digestCpu(),
            load.counters(),
            load.hours())
        .withSeconds(load.seconds());
  }

  /** Keeps the minutes and hours of the heaviest digests only, as a short top list does. */
  static InstanceLoad top(InstanceLoad load, int digests) {
    Map<String, Double> loads = new HashMap<>();
    load.hours().forEach(hour -> loads.merge(hour.digest(), hour.loadAas(), Double::sum));
    List<String> top =
        loads.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(digests)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, double[]> all = new HashMap<>(load.digests());
    Map<String, double[]> cpu = new HashMap<>(load.digestCpu());
    all.keySet().retainAll(top);
    cpu.keySet().retainAll(top);
    return new InstanceLoad(
            load.instance(),
            load.total(),
            load.waits(),
            all,
            cpu,
            load.counters(),
            load.hours().stream().filter(hour -> top.contains(hour.digest())).toList())
        .withSeconds(load.seconds());
  }

  /** Adds past weeks, as busy as the reviewed one times {@code factor}. */
  static ClusterFixture pastWeeks(ClusterFixture made, int weeks, double factor) {
    ReviewWeek reviewed = made.load().week();
    List<WeekLoad> history = new ArrayList<>();
    for (int week = weeks; week > 0; week--) {
      Map<String, double[]> used = new HashMap<>();
      for (InstanceLoad load : made.load().instances()) {
        double[] now = Objects.requireNonNull(load.counters().get(InstanceCounter.CPU_UTILISATION));
        used.put(
            load.instance().resourceId(),
            Arrays.stream(now).map(share -> Math.min(1, factor * share)).toArray());
      }
      history.add(
          new WeekLoad(
              reviewed.plus(-week), made.load().coverage(), new double[168], List.of(), used));
    }
    return made.history(history);
  }
}
