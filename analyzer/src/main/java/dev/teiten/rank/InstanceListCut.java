package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.cpu.InstanceDigests;
import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeUnits;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The load that the lists of one instance leave out, by hour of the week. */
final class InstanceListCut {
  private static final int MINUTES = TimeUnits.MINUTES_PER_HOUR;

  private final InstanceLoad load;
  private final int coveredMinutes;
  // AAS minutes of no listed digest.
  private final double[] other;
  // The most AAS minutes of one digest that an hour does not list.
  private final double[] limit;
  // By digest, the hours that list it.
  private final Map<String, boolean[]> listed = new HashMap<>();

  InstanceListCut(ReviewWeek week, InstanceDigests digests) {
    load = digests.instance();
    coveredMinutes = digests.coveredMinutes();
    double[] total = load.total();
    double[] known = new double[total.length];
    digests.digests().forEach(digest -> digests.addLoad(digest, known));
    other = new double[(total.length + MINUTES - 1) / MINUTES];
    for (int t = 0; t < total.length; t++) {
      other[t / MINUTES] += Double.isNaN(total[t]) ? 0 : Math.max(0, total[t] - known[t]);
    }
    limit = limits(week);
  }

  private double[] limits(ReviewWeek week) {
    int[] count = new int[other.length];
    double[] least = new double[other.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (DigestLoad hour : load.hours()) {
      int i = (int) Duration.between(week.range().from(), hour.from()).toHours();
      if (i >= 0 && i < other.length && hour.loadAas() > 0) {
        count[i]++;
        least[i] = Math.min(least[i], MINUTES * hour.loadAas());
        listed.computeIfAbsent(hour.digest(), digest -> new boolean[other.length])[i] = true;
      }
    }
    double[] limits = new double[other.length];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = DigestHourTable.mostUnlisted(count[i], least[i], other[i]);
    }
    return limits;
  }

  /** The most unlisted load of a query, AAS; 0 where no hour lists it. */
  double unlistedAas(QueryGroup group) {
    List<boolean[]> hours =
        group.digests().stream().map(listed::get).filter(Objects::nonNull).toList();
    List<double[]> minutes =
        group.digests().stream().map(load.digests()::get).filter(Objects::nonNull).toList();
    double sum = 0;
    for (int i = 0; i < limit.length && !hours.isEmpty(); i++) {
      int hour = i;
      boolean isListed = hours.stream().anyMatch(list -> list[hour]);
      if (limit[i] > 0 && !isListed && minutes.stream().noneMatch(m -> isKnown(m, hour))) {
        sum += limit[i];
      }
    }
    return coveredMinutes == 0 ? 0 : sum / coveredMinutes;
  }

  private static boolean isKnown(double[] minutes, int hour) {
    int end = Math.min(minutes.length, (hour + 1) * MINUTES);
    return Arrays.stream(minutes, hour * MINUTES, end).anyMatch(value -> !Double.isNaN(value));
  }

  /** The load of no listed digest by hour of the day, AAS; {@code NaN} where nothing is known. */
  double[] otherByHour(DayGrid days) {
    double[] sums = new double[TimeUnits.HOURS_PER_DAY];
    int[] known = new int[TimeUnits.HOURS_PER_DAY];
    double[] total = load.total();
    for (int t = 0; t < total.length; t++) {
      known[hourOf(t, days)] += Double.isNaN(total[t]) ? 0 : 1;
    }
    for (int i = 0; i < other.length; i++) {
      sums[hourOf(i * MINUTES, days)] += other[i];
    }
    Arrays.setAll(sums, hour -> known[hour] == 0 ? Double.NaN : sums[hour] / known[hour]);
    return sums;
  }

  private static int hourOf(int minute, DayGrid days) {
    int hour = (minute - days.from(days.dayOf(minute))) / MINUTES;
    return Math.min(hour, TimeUnits.HOURS_PER_DAY - 1);
  }
}
