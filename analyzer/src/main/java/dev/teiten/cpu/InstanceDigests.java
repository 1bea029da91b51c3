package dev.teiten.cpu;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digests of one instance by minute. A source gives minutes only for the top digests of a day.
 * An hour without minutes is filled with the digest's hourly mean.
 */
public final class InstanceDigests {
  /** Table access through the storage engine's handler: partly waiting, partly CPU work. */
  static final WaitEvent HANDLER = new WaitEvent("io/table/sql/handler");

  private final InstanceLoad load;
  private final HourGrid grid;
  private final Map<String, DigestHours> hours = new TreeMap<>();
  private final int coveredMinutes;

  private InstanceDigests(InstanceLoad load, HourGrid grid) {
    this.load = load;
    this.grid = grid;
    int covered = 0;
    for (double value : load.total()) {
      covered += Double.isNaN(value) ? 0 : 1;
    }
    this.coveredMinutes = covered;
    for (String digest : load.digests().keySet()) {
      hours.put(digest, new DigestHours(grid.hours()));
    }
    for (DigestLoad hour : load.hours()) {
      int index = grid.hourOf(hour.from());
      if (index >= 0) {
        hours.computeIfAbsent(hour.digest(), d -> new DigestHours(grid.hours())).add(index, hour);
      }
    }
  }

  public static InstanceDigests of(InstanceLoad load, TimeRange week) {
    return new InstanceDigests(load, HourGrid.of(week));
  }

  /** Every digest with load by minute or by hour. */
  public Set<String> digests() {
    return Collections.unmodifiableSet(hours.keySet());
  }

  public InstanceLoad instance() {
    return load;
  }

  /** Number of minutes of the week that have a total load. */
  public int coveredMinutes() {
    return coveredMinutes;
  }

  /** Adds the digest's load in AAS to each covered minute of {@code sum}. */
  public void addLoad(String digest, double[] sum) {
    fill(digest, load.digests().get(digest), DigestHours::load, sum, 1);
  }

  /**
   * Adds the digest's load on CPU, and {@code handlerShare} of its handler waits, to {@code sum}.
   */
  void addCpu(String digest, double handlerShare, double[] sum) {
    double[] cpu = load.digestCpu().get(digest);
    fill(digest, cpu, DigestHours::cpu, sum, 1);
    if (handlerShare > 0) {
      fill(digest, waiting(digest, cpu), DigestHours::handler, sum, handlerShare);
    }
  }

  /**
   * The digest's handler waits by minute: the load that is not on CPU, times the hour's handler
   * share.
   */
  private double @Nullable [] waiting(String digest, double @Nullable [] cpu) {
    double[] total = load.digests().get(digest);
    DigestHours hourly = hours.get(digest);
    if (total == null || cpu == null || hourly == null) {
      return null;
    }
    double[] handler = new double[total.length];
    for (int hour = 0; hour < grid.hours(); hour++) {
      double part = hourly.handlerPart(hour);
      for (int t = grid.firstMinute(hour); t < grid.endMinute(hour); t++) {
        handler[t] = Math.max(0, total[t] - cpu[t]) * part;
      }
    }
    return handler;
  }

  private void fill(
      String digest, double @Nullable [] minutes, HourlyValue hourly, double[] sum, double factor) {
    DigestHours digestHours = hours.get(digest);
    if (digestHours == null) {
      return;
    }
    for (int hour = 0; hour < grid.hours(); hour++) {
      int from = grid.firstMinute(hour);
      int to = grid.endMinute(hour);
      boolean byMinute = minutes != null && anyKnown(minutes, from, to);
      double mean = hourly.of(digestHours, hour);
      for (int t = from; t < to; t++) {
        double value = byMinute && minutes != null ? minutes[t] : mean;
        if (value > 0 && !Double.isNaN(load.total()[t])) {
          sum[t] += factor * value;
        }
      }
    }
  }

  private static boolean anyKnown(double[] values, int from, int to) {
    for (int t = from; t < to; t++) {
      if (!Double.isNaN(values[t])) {
        return true;
      }
    }
    return false;
  }

  private interface HourlyValue {
    double of(DigestHours hours, int hour);
  }
}
