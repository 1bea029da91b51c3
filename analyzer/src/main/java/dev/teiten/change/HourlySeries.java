package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.MissingInstanceDays;
import dev.teiten.change.history.OwnWork;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One query by hour of the reviewed week, summed over the compared instances. */
final class HourlySeries {
  private final MissingInstanceDays missingDays;
  private final DayGrid days;
  private final Instant start;
  private final double[] load;
  private final double[] counted;
  private final double[] work;
  private final double[] calls;

  private HourlySeries(ClusterLoad cluster, MissingInstanceDays missingDays) {
    this.missingDays = missingDays;
    start = cluster.week().range().from();
    days = new DayGrid(cluster.week());
    int hours = (cluster.minutes() + TimeUnits.MINUTES_PER_HOUR - 1) / TimeUnits.MINUTES_PER_HOUR;
    load = new double[hours];
    counted = new double[hours];
    work = new double[hours];
    calls = new double[hours];
  }

  /** The series of some queries by fingerprint, from one pass over the cluster. */
  static Map<String, HourlySeries> of(
      ClusterLoad cluster, List<QueryGroup> groups, ClusterHistory history) {
    Map<String, HourlySeries> byFingerprint = new HashMap<>();
    Map<String, HourlySeries> byDigest = new HashMap<>();
    for (QueryGroup group : groups) {
      HourlySeries series = new HourlySeries(cluster, history.missingDays(group));
      byFingerprint.put(group.fingerprint(), series);
      group.digests().forEach(digest -> byDigest.put(digest, series));
    }
    for (InstanceLoad instance : cluster.instances()) {
      for (DigestLoad hour : instance.hours()) {
        HourlySeries series = byDigest.get(hour.digest());
        if (series != null) {
          series.add(instance.instance().resourceId(), hour);
        }
      }
    }
    return byFingerprint;
  }

  private void add(String instance, DigestLoad digest) {
    long hour =
        Math.floorDiv(
            Duration.between(start, digest.from()).toSeconds(), (long) TimeUnits.SECONDS_PER_HOUR);
    if (hour < 0
        || hour >= load.length
        || missingDays.isExcluded(instance, days.dayOf((int) hour * TimeUnits.MINUTES_PER_HOUR))) {
      return;
    }
    int i = (int) hour;
    load[i] += digest.loadAas();
    Double rate = digest.statistics().get(DigestStatistic.CALLS_PER_SECOND);
    if (rate != null) {
      counted[i] += digest.loadAas();
      work[i] += OwnWork.aas(digest, 1);
      calls[i] += rate;
    }
  }

  /** The first hour with load; empty if there is none. */
  Optional<Instant> firstSeen() {
    for (int i = 0; i < load.length; i++) {
      if (load[i] > 0) {
        return Optional.of(instant(i));
      }
    }
    return Optional.empty();
  }

  /** When the work per call stepped by about {@code shift}, a logarithm. */
  Optional<Instant> workStep(double shift) {
    return step(work, calls, new double[DayGrid.COUNT], shift);
  }

  /** When the load per call stepped by about {@code shift}, a logarithm. */
  Optional<Instant> timeStep(double shift) {
    return step(counted, calls, new double[DayGrid.COUNT], shift);
  }

  /**
   * When the calls stepped by about {@code shift}, a logarithm.
   *
   * @param weekdays the logarithm of the usual calls of each weekday
   */
  Optional<Instant> callStep(double shift, double[] weekdays) {
    double[] ones = new double[calls.length];
    Arrays.fill(ones, 1);
    return step(calls, ones, weekdays, shift);
  }

  private Optional<Instant> step(double[] over, double[] under, double[] usual, double shift) {
    double[] logs = new double[over.length];
    for (int i = 0; i < logs.length; i++) {
      double weekday = usual[days.dayOf(i * TimeUnits.MINUTES_PER_HOUR)];
      boolean known = over[i] > 0 && under[i] > 0;
      logs[i] = known ? Math.log(over[i] / under[i]) - weekday : Double.NaN;
    }
    OptionalInt step = ChangePoint.find(logs, shift);
    return step.isPresent() ? Optional.of(instant(step.getAsInt())) : Optional.empty();
  }

  private Instant instant(int hour) {
    return start.plus(Duration.ofHours(hour));
  }
}
