package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DailyWaits;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.KnownValues;
import dev.teiten.load.WaitClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Finds a single day of the reviewed week on which a query waited or worked far more than on every
 * other known day. Each class of waits is looked at by itself: two hours of row locks are little
 * load, but many locks.
 */
final class IncidentSearch {
  /** The least ratio to the highest other day. */
  private static final double MIN_RATIO = 2;

  /** The least number of other days. */
  private static final int MIN_DAYS = 8;

  /** Loads are compared as logarithms of the load and this, AAS: about 15 minutes of a day. */
  private static final double LITTLE_AAS = 0.01;

  /** No query repeats itself better from day to day, a logarithm. */
  private static final double LEAST_DEVIATION = 0.2;

  /** A day with this ratio to the usual calls had more traffic. */
  private static final double MORE_CALLS = 1.5;

  /** Classes that follow the traffic: on an unusual day of the whole cluster they prove nothing. */
  private static final Set<WaitClass> TRAFFIC =
      EnumSet.of(WaitClass.CPU, WaitClass.TABLE_IO, WaitClass.COMMIT, WaitClass.NETWORK);

  private final ClusterHistory history;
  private final ComparableDays days;
  private final DailyWaits waits;

  /**
   * A day that stands out.
   *
   * @param day 0 is Monday
   * @param cause the wait, or CALLS
   * @param effect relative change of the day's whole load against the other days
   * @param p corrected for the number of days and classes
   */
  record IncidentTest(int day, WaitClass waitClass, String cause, double effect, double p) {}

  IncidentSearch(ClusterHistory history, ComparableDays days) {
    this.history = history;
    this.days = days;
    this.waits = new DailyWaits(history.weeks());
  }

  /** The day that stands out most; empty if none does, or if instances lack data. */
  Optional<IncidentTest> of(QueryHistory query) {
    if (history.missingDays(query.group()).excludesInstances()) {
      return Optional.empty();
    }
    IncidentTest surest = null;
    for (WaitClass waitClass : WaitClass.values()) {
      DailyValues loads = known(query, waits.of(query.group(), waitClass), waitClass);
      for (int day = 0; day < DayGrid.COUNT; day++) {
        Optional<IncidentTest> test = test(query, waitClass, loads, day);
        if (test.isPresent() && (surest == null || test.get().p() < surest.p())) {
          surest = test.get();
        }
      }
    }
    return Optional.ofNullable(surest);
  }

  private DailyValues known(QueryHistory query, DailyValues loads, WaitClass waitClass) {
    DaySet unknown =
        DaySet.of(
            loads.weeks(),
            (week, day) ->
                Double.isNaN(query.loadAas().value(week, day))
                    || days.clockChanges().contains(week, day)
                    || (TRAFFIC.contains(waitClass) && days.isUnusual(week, day)));
    return loads.without(unknown);
  }

  private Optional<IncidentTest> test(
      QueryHistory query, WaitClass waitClass, DailyValues loads, int day) {
    double aas = loads.value(history.before(), day);
    double[] others = KnownValues.of(others(loads, day));
    double most =
        Arrays.stream(KnownValues.of(others(loads.plus(query.unlistedAas()), day))).max().orElse(0);
    double usual = KnownValues.median(others);
    // Comparisons with NaN are false.
    if (!(aas >= MIN_RATIO * most && aas - usual >= ShiftFinding.MIN_AAS)
        || others.length < MIN_DAYS) {
      return Optional.empty();
    }
    double effect =
        query.loadAas().value(history.before(), day)
                / KnownValues.median(others(query.loadAas(), day))
            - 1;
    return Optional.of(
        new IncidentTest(
            day,
            waitClass,
            cause(query, waitClass, day),
            effect,
            Math.min(1, DayGrid.COUNT * WaitClass.values().length * tail(aas, others))));
  }

  private static double tail(double aas, double[] others) {
    double[] logs = Arrays.stream(others).map(IncidentSearch::log).toArray();
    double median = KnownValues.median(logs);
    double deviation = Math.max(LEAST_DEVIATION, KnownValues.robustDeviation(median, logs));
    double t = (log(aas) - median) / (deviation * Math.sqrt(1 + 1.0 / others.length));
    return new TDistribution(null, others.length - 1.0).cumulativeProbability(-t);
  }

  private static double log(double aas) {
    return Math.log(aas + LITTLE_AAS);
  }

  /** All days but one of the reviewed week. */
  private double[] others(DailyValues values, int day) {
    double[] others = values.toArray();
    others[history.before() * DayGrid.COUNT + day] = Double.NaN;
    return others;
  }

  private String cause(QueryHistory query, WaitClass waitClass, int day) {
    double calls = query.callsPerSecond().value(history.before(), day);
    double usual = KnownValues.median(others(query.callsPerSecond(), day));
    boolean moreCalls = TRAFFIC.contains(waitClass) && calls >= MORE_CALLS * usual;
    return moreCalls
        ? "CALLS"
        : waits.largest(query.group(), waitClass, history.before(), day).orElse(waitClass.name());
  }
}
