package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.change.history.QueryHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Compares the hours at which queries run with those of the weeks before. The distance of two weeks
 * is the part of the calls that run at other hours (total variation). The distances among the weeks
 * before show how far a week strays by itself; queries with few weeks are trusted as far as the
 * other queries allow.
 */
final class HourMoveSearch {
  /** The least part of the calls at other hours, 0..1, that counts as a move. */
  private static final double MIN_SHARE = 0.25;

  /** The least ratio to the largest distance among the weeks before. */
  private static final double MIN_RATIO = 1.5;

  /** Distances below this one are alike: no week repeats itself better. */
  private static final double LEAST_DISTANCE = 0.01;

  private final ClusterHistory history;
  private final DaySet excluded;
  private final int before;

  /**
   * A move of one query, whether or not it is sure.
   *
   * @param share the part of the calls at other hours, 0..1
   * @param farthest the largest distance of a week before from the others
   * @param change relative change of the week's calls
   */
  record MoveTest(
      HourProfileChange profile, double share, double farthest, double change, double p) {
    /** Whether the query runs as often as before at clearly other hours. */
    boolean isMove(double qValue) {
      // A rise or a fall within the week moves at most as much as it changes the sum.
      return qValue <= ShiftFinding.MAX_Q
          && share >= MIN_SHARE
          && share >= MIN_RATIO * farthest
          && Math.abs(change) <= share / 2;
    }
  }

  /**
   * @param excluded days that are not compared
   */
  HourMoveSearch(ClusterHistory history, DaySet excluded) {
    this.history = history;
    this.excluded = excluded;
    this.before = history.before();
  }

  /** The distances of one query. */
  private record Distances(HourProfileChange profile, double change, double now, double[] past) {
    double[] pastLogs() {
      return Arrays.stream(past).map(Distances::log).toArray();
    }

    static double log(double distance) {
      return Math.log(Math.max(LEAST_DISTANCE, distance));
    }

    double mean() {
      return Arrays.stream(pastLogs()).average().orElse(0);
    }

    double variance() {
      double mean = mean();
      double squares = Arrays.stream(pastLogs()).map(log -> (log - mean) * (log - mean)).sum();
      return squares / degrees();
    }

    double degrees() {
      return past.length - 1.0;
    }
  }

  /** A test for each query; null where fewer than two weeks before are known by hour. */
  List<@Nullable MoveTest> of(List<QueryHistory> queries) {
    List<@Nullable Distances> all = new ArrayList<>();
    queries.forEach(query -> all.add(distances(query)));
    List<Distances> known =
        all.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    VariancePrior prior =
        VariancePrior.of(
            known.stream().mapToDouble(Distances::variance).toArray(),
            known.stream().mapToDouble(Distances::degrees).toArray());
    List<@Nullable MoveTest> tests = new ArrayList<>();
    all.forEach(distances -> tests.add(distances == null ? null : test(distances, prior)));
    return tests;
  }

  private static MoveTest test(Distances distances, VariancePrior prior) {
    int weeks = distances.past().length;
    double variance = prior.shrink(distances.variance(), distances.degrees());
    double error = Math.sqrt(variance * (1 + 1.0 / weeks));
    double t = (Distances.log(distances.now()) - distances.mean()) / error;
    double p =
        new TDistribution(null, prior.degrees() + distances.degrees()).cumulativeProbability(-t);
    double farthest = Arrays.stream(distances.past()).max().orElse(0);
    return new MoveTest(distances.profile(), distances.now(), farthest, distances.change(), p);
  }

  private @Nullable Distances distances(QueryHistory query) {
    QueryHours hours = history.hours(query.group());
    List<double[]> weeks = new ArrayList<>();
    for (int w = 0; w <= before; w++) {
      weeks.add(week(hours, w));
    }
    double[] now = weeks.remove(before);
    weeks.removeIf(week -> Arrays.stream(week).sum() == 0);
    if (weeks.size() < 2 || Arrays.stream(now).sum() == 0) {
      return null;
    }
    boolean[] days = comparedDays(query);
    HourProfileChange profile = HourProfileChange.of(now, weeks, days);
    double[] past = new double[weeks.size()];
    Arrays.setAll(
        past,
        w -> {
          List<double[]> others = new ArrayList<>(weeks);
          double[] one = others.remove(w);
          return HourProfileChange.of(one, others, days).distance();
        });
    return new Distances(profile, profile.relativeChange(), profile.distance(), past);
  }

  /** Calls by hour; the load where no call is counted. */
  private double[] week(QueryHours hours, int week) {
    double[] values = new double[QueryHours.COUNT];
    boolean counted = hours.hasCalls(before);
    Arrays.setAll(values, hour -> counted ? hours.calls(week, hour) : hours.load(week, hour));
    return values;
  }

  /** The weekdays that are known and compared in every week. */
  private boolean[] comparedDays(QueryHistory query) {
    boolean[] days = new boolean[DayGrid.COUNT];
    for (int day = 0; day < days.length; day++) {
      days[day] = true;
      for (int w = 0; w <= before; w++) {
        boolean known = !Double.isNaN(query.loadAas().value(w, day));
        days[day] &= known && !excluded.contains(w, day);
      }
    }
    return days;
  }
}
