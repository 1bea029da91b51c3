package dev.teiten.web.sample;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.InstanceLoad;
import java.util.HashMap;
import java.util.Map;

/** Users and hosts with fixed parts of every hour; no databases, as if they were not collected. */
final class SampleDimensions {

  private SampleDimensions() {}

  static DimensionLoads of(ClusterLoad load) {
    return new DimensionLoads(
        load.week().range().from(),
        Map.of(
            Dimension.USER, parts(load, Map.of("api", 0.7, "batch", 0.25)),
            Dimension.HOST,
                parts(load, Map.of("10.0.1.11", 0.4, "10.0.2.12", 0.35, "10.0.3.40", 0.2))),
        Map.of(
            Dimension.USER, callers(load, Map.of("api", 0.9, "batch", 0.1)),
            Dimension.HOST, callers(load, Map.of("10.0.1.11", 0.6, "10.0.2.12", 0.4))));
  }

  /** Of 2 AAS each. */
  private static Map<String, Map<String, Double>> callers(
      ClusterLoad load, Map<String, Double> shares) {
    Map<String, Double> callers = new HashMap<>();
    shares.forEach((name, share) -> callers.put(name, 2 * share));
    Map<String, Map<String, Double>> all = new HashMap<>();
    for (InstanceLoad instance : load.instances()) {
      instance.digests().keySet().forEach(digest -> all.put(digest, callers));
    }
    return all;
  }

  private static Map<String, double[]> parts(ClusterLoad load, Map<String, Double> shares) {
    double[] hours = hours(load);
    Map<String, double[]> parts = new HashMap<>();
    shares.forEach(
        (key, share) -> {
          double[] part = new double[hours.length];
          for (int i = 0; i < part.length; i++) {
            part[i] = share * hours[i];
          }
          parts.put(key, part);
        });
    return parts;
  }

  /** The cluster's mean load by hour, 0 without data. */
  private static double[] hours(ClusterLoad load) {
    double[] hours = new double[load.minutes() / 60];
    int[] known = new int[hours.length];
    for (int minute = 0; minute < load.minutes(); minute++) {
      double sum = 0;
      for (InstanceLoad instance : load.instances()) {
        sum += instance.total()[minute];
      }
      if (!Double.isNaN(sum)) {
        hours[minute / 60] += sum;
        known[minute / 60]++;
      }
    }
    for (int i = 0; i < hours.length; i++) {
      hours[i] = known[i] == 0 ? 0 : hours[i] / known[i];
    }
    return hours;
  }
}
