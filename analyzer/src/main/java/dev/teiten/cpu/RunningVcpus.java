package dev.teiten.cpu;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The vCPUs of a cluster by the minute of a week. Readers that are scaled, and instances that are
 * replaced, count while they run. An instance has the vCPUs that it reported last, otherwise those
 * of its class; Serverless v2 has those of its maximum. Instances that no collect saw are left out.
 *
 * @param byMinute {@code NaN} where a class is unknown
 */
public record RunningVcpus(double[] byMinute) {

  /** The vCPUs in the week of a load. */
  public static RunningVcpus of(ClusterLoad load) {
    TimeRange week = load.week().range();
    double[] byMinute = new double[week.minutes()];
    Map<String, Instance> instances = new HashMap<>();
    load.timeline().members().stream()
        .filter(MemberTimeline::sighted)
        .forEach(member -> instances.put(member.instance().resourceId(), member.instance()));
    load.instances().forEach(one -> instances.put(one.instance().resourceId(), one.instance()));
    Map<String, Double> reported = reported(load);
    instances.forEach(
        (id, instance) -> {
          double vcpus = reported.getOrDefault(id, ofClass(instance));
          BitSet living = load.timeline().of(instance).livingMinutes(week);
          living.stream().forEach(t -> byMinute[t] += vcpus);
        });
    return new RunningVcpus(byMinute);
  }

  private static Map<String, Double> reported(ClusterLoad load) {
    Map<String, Double> reported = new HashMap<>();
    for (InstanceLoad instance : load.instances()) {
      double last = last(instance.counters().getOrDefault(InstanceCounter.VCPUS, new double[0]));
      if (!Double.isNaN(last) && !instance.instance().isServerless()) {
        reported.put(instance.instance().resourceId(), last);
      }
    }
    return reported;
  }

  private static double last(double[] values) {
    for (int i = values.length - 1; i >= 0; i--) {
      if (!Double.isNaN(values[i])) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  private static double ofClass(Instance instance) {
    return InstanceClasses.of(instance).map(InstanceClass::exactVcpus).orElse(Double.NaN);
  }

  /** The vCPUs in a minute of the week; empty if a class is unknown or nothing ran. */
  public OptionalDouble at(int minute) {
    return known(byMinute[minute]);
  }

  /** The most vCPUs at once; empty if a class is unknown or nothing ran. */
  public OptionalDouble most() {
    return known(Arrays.stream(byMinute).reduce(0, Math::max));
  }

  private static OptionalDouble known(double vcpus) {
    return vcpus > 0 ? OptionalDouble.of(vcpus) : OptionalDouble.empty();
  }
}
