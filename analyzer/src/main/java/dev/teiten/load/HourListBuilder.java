package dev.teiten.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the hourly lists of all instances of a cluster together, for one day. */
public final class HourListBuilder {
  private static final int HOURS = TimeUnits.HOURS_PER_DAY;

  private final Instant from;
  private final Map<String, InstanceLists> instances = new TreeMap<>();

  /**
   * @param from the first instant of the day
   */
  public HourListBuilder(Instant from) {
    this.from = from;
  }

  /** The lists of one instance. */
  private static final class InstanceLists {
    private final boolean[] asked = new boolean[HOURS];
    private final double[] lived = new double[HOURS];
    private final double[] other = new double[HOURS];
    private final Map<String, double[]> loads = new TreeMap<>();
    private final Map<String, double[]> calls = new TreeMap<>();

    InstanceLists() {
      Arrays.fill(other, Double.POSITIVE_INFINITY);
      Arrays.fill(lived, 1);
    }

    /**
     * The most load of a digest that an hour does not list, as a mean of the day, AAS; 0 where the
     * list is not full.
     */
    double limit(int hour) {
      double[] listed =
          loads.values().stream().mapToDouble(load -> load[hour]).filter(v -> v > 0).toArray();
      double least = Arrays.stream(listed).min().orElse(0);
      return asked[hour]
          ? partOfDay() * DigestHourTable.mostUnlisted(listed.length, least, other[hour])
          : 0;
    }

    /** The hours that were asked for stand for all hours in which the instance ran. */
    private double partOfDay() {
      double known = 0;
      for (int hour = 0; hour < HOURS; hour++) {
        known += asked[hour] ? lived[hour] : 0;
      }
      return known > 0 ? Arrays.stream(lived).sum() / HOURS / known : 0;
    }
  }

  /**
   * An instance ran for a part of some hours only. It is to be told before the loads.
   *
   * @param parts of each of 24 hours, 0..1
   */
  public void lived(String instance, double[] parts) {
    System.arraycopy(parts, 0, of(instance).lived, 0, HOURS);
  }

  /** The source was asked for an hour of an instance. */
  public void asked(String instance, int hour) {
    of(instance).asked[hour] = true;
  }

  /** The load of no listed digest in an hour while the instance ran, AAS. */
  public void other(String instance, int hour, double aas) {
    InstanceLists lists = of(instance);
    lists.other[hour] = lists.lived[hour] * aas;
  }

  /** The load of a digest in an hour while the instance ran, AAS. */
  public void load(String instance, int hour, String digest, double aas) {
    InstanceLists lists = of(instance);
    lists.loads.computeIfAbsent(digest, key -> new double[HOURS])[hour] += lists.lived[hour] * aas;
  }

  /** The calls of a digest in an hour while the instance ran, a second. */
  public void calls(String instance, int hour, String digest, double perSecond) {
    InstanceLists lists = of(instance);
    lists.calls.computeIfAbsent(digest, key -> new double[HOURS])[hour] +=
        lists.lived[hour] * perSecond;
  }

  private InstanceLists of(String instance) {
    return instances.computeIfAbsent(instance, id -> new InstanceLists());
  }

  /** The most load that a digest may have without being listed on the day, AAS. */
  public double limitAas() {
    double sum = 0;
    for (InstanceLists instance : instances.values()) {
      for (int hour = 0; hour < HOURS; hour++) {
        sum += instance.limit(hour);
      }
    }
    return sum;
  }

  /** Every listed digest, in the order of their ids. */
  public List<DigestDayHours> digests() {
    Map<String, double[]> loads = new TreeMap<>();
    Map<String, double[]> calls = new TreeMap<>();
    Map<String, Double> unlisted = new TreeMap<>();
    for (InstanceLists instance : instances.values()) {
      double[] limits = new double[HOURS];
      Arrays.setAll(limits, instance::limit);
      instance.loads.forEach(
          (digest, load) -> {
            add(loads, digest, load);
            add(calls, digest, instance.calls.getOrDefault(digest, new double[HOURS]));
            unlisted.merge(digest, sumWithout(load, limits), Double::sum);
          });
    }
    List<DigestDayHours> digests = new ArrayList<>();
    loads.forEach(
        (digest, load) -> {
          double[] rates = calls.getOrDefault(digest, new double[HOURS]);
          double hidden = unlisted.getOrDefault(digest, 0.0);
          digests.add(new DigestDayHours(from, digest, rounded(load), rounded(rates), hidden));
        });
    return digests;
  }

  /** The sum of the limits of the hours without a load. */
  private static double sumWithout(double[] load, double[] limits) {
    double sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += load[hour] > 0 ? 0 : limits[hour];
    }
    return sum;
  }

  /** Floats, as a summary keeps them: a week says the same before and after it is summarised. */
  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(value -> (float) value).toArray();
  }

  private static void add(Map<String, double[]> sums, String digest, double[] values) {
    double[] sum = sums.computeIfAbsent(digest, key -> new double[HOURS]);
    Arrays.setAll(sum, hour -> sum[hour] + values[hour]);
  }
}
