package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.KnownValues;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The hours of one day in which a query waited more than in the same hours of the other days. */
final class IncidentWindow {
  /** The part of the added load, 0..1, that the window holds. */
  private static final double PART = 0.8;

  private final Instant start;
  private final double[] added;
  private final int from;
  private final int to;

  private IncidentWindow(Instant start, double[] added) {
    this.start = start;
    this.added = added;
    double least = PART * Arrays.stream(added).sum();
    int bestFrom = 0;
    int bestTo = added.length;
    for (int first = 0; first < added.length; first++) {
      double sum = 0;
      for (int end = first + 1; end <= added.length; end++) {
        sum += added[end - 1];
        if (sum >= least && end - first < bestTo - bestFrom) {
          bestFrom = first;
          bestTo = end;
        }
      }
    }
    from = bestFrom;
    to = bestTo;
  }

  /** The window of a query's waits of one class on a day of the reviewed week. */
  static IncidentWindow of(ClusterLoad load, QueryGroup group, WaitClass waitClass, int day) {
    DayGrid days = new DayGrid(load.week());
    double[][] hours = hours(load, group, waitClass, days);
    double[] added = new double[TimeUnits.HOURS_PER_DAY];
    Arrays.setAll(
        added,
        hour -> {
          double[] others = new double[DayGrid.COUNT];
          Arrays.setAll(others, d -> d == day ? Double.NaN : hours[d][hour]);
          return Math.max(0, hours[day][hour] - KnownValues.median(others));
        });
    return new IncidentWindow(days.start(day), added);
  }

  private static double[][] hours(
      ClusterLoad load, QueryGroup group, WaitClass waitClass, DayGrid days) {
    Set<String> digests = Set.copyOf(group.digests());
    double[][] hours = new double[DayGrid.COUNT][TimeUnits.HOURS_PER_DAY];
    for (InstanceLoad instance : load.instances()) {
      for (DigestLoad hour : instance.hours()) {
        int day = days.dayOf(hour.from());
        if (day >= 0 && digests.contains(hour.digest())) {
          long since = Duration.between(days.start(day), hour.from()).toHours();
          hours[day][(int) Math.min(TimeUnits.HOURS_PER_DAY - 1, since)] +=
              ofClass(hour, waitClass);
        }
      }
    }
    return hours;
  }

  private static double ofClass(DigestLoad hour, WaitClass waitClass) {
    double sum = 0;
    for (Map.Entry<WaitEvent, Double> wait : hour.waits().entrySet()) {
      sum += wait.getKey().waitClass() == waitClass ? wait.getValue() : 0;
    }
    return sum;
  }

  Instant since() {
    return start.plus(Duration.ofHours(from));
  }

  Instant until() {
    return start.plus(Duration.ofHours(to));
  }

  /** The added load by hour of the day, AAS; 0 outside of the window. */
  double[] added() {
    double[] inside = new double[added.length];
    System.arraycopy(added, from, inside, from, to - from);
    return inside;
  }
}
