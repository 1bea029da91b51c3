package dev.teiten.change.beforeafter;

import dev.teiten.change.ChangePoint;
import dev.teiten.change.WeekNoise;
import dev.teiten.load.TimeUnits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One measure of a query by whole days before and after a moment: its deviation from the usual
 * level of the weekday, less the common effect of all queries. Days that cannot be compared are
 * unknown.
 */
public final class BeforeAfterSeries {
  private static final int SAMPLES_A_DAY = TimeUnits.SECONDS_PER_DAY;
  private static final int LEAST_DAYS = 3;

  private final List<Day> days;
  private final int first;
  private final QueryNoise noise;
  private final int stable;

  /**
   * One day of the series.
   *
   * @param week number of the day's week
   * @param level a logarithm less the mean of the weekday before the moment; {@code NaN} if unknown
   * @param aas the load behind the level, AAS
   */
  record Day(Instant start, int week, boolean after, double level, double aas) {
    boolean isKnown() {
      return !Double.isNaN(level);
    }
  }

  /** The noise of one of several queries. */
  record QueryNoise(WeekNoise noise, int query) {
    double degrees() {
      return noise.degrees(query);
    }

    double variance(int days) {
      return noise.variance(query, days);
    }
  }

  /** The measures of a query that can be followed. */
  public enum Measure {
    /** CPU work and I/O per call. */
    WORK_PER_CALL,
    /** Load per call, waits included. */
    TIME_PER_CALL,
    /** CPU work and I/O, whatever the number of calls. */
    WORK
  }

  /**
   * @param days oldest first, the days after the moment last
   * @param stable the first day of the stable days before the moment
   */
  BeforeAfterSeries(List<Day> days, QueryNoise noise, int stable) {
    this.days = List.copyOf(days);
    this.noise = noise;
    this.stable = stable;
    this.first = (int) days.stream().filter(day -> !day.after()).count();
  }

  /** The index of the first whole day after the moment. */
  public int first() {
    return first;
  }

  /** The index of the first stable day before the moment: the query did not surely change since. */
  public int stable() {
    return stable;
  }

  /** The number of days. */
  public int length() {
    return days.size();
  }

  /** The first instant of a day. */
  public Instant start(int day) {
    return days.get(day).start();
  }

  /** The number of known days in {@code [from, to)}. */
  public int known(int from, int to) {
    return (int) days.subList(from, to).stream().filter(Day::isKnown).count();
  }

  /** The drop of the days {@code [from, to)} against the stable days before the moment. */
  public MeanDrop fall(int from, int to) {
    return fall(stable, first, from, to);
  }

  /**
   * The drop of the days {@code [from, to)} against the days {@code [beforeFrom, beforeTo)}. Weeks
   * are the replicates, as in the comparison of weeks: the days of a week share its noise.
   */
  public MeanDrop fall(int beforeFrom, int beforeTo, int from, int to) {
    double log = mean(beforeFrom, beforeTo) - mean(from, to);
    double variance = variance(beforeFrom, beforeTo) + variance(from, to);
    double degrees = noise.degrees();
    return Double.isNaN(log)
        ? new MeanDrop(0, Double.POSITIVE_INFINITY, degrees)
        : new MeanDrop(log, Math.sqrt(variance), degrees);
  }

  private double mean(int from, int to) {
    return days.subList(from, to).stream()
        .filter(Day::isKnown)
        .mapToDouble(Day::level)
        .average()
        .orElse(Double.NaN);
  }

  private double variance(int from, int to) {
    int count = known(from, to);
    TreeMap<Integer, Integer> byWeek = new TreeMap<>();
    double sampling = 0;
    for (Day day : days.subList(from, to)) {
      if (day.isKnown()) {
        byWeek.merge(day.week(), 1, Integer::sum);
        sampling += samplingVariance(day) / count / count;
      }
    }
    double sum = sampling;
    for (int inWeek : byWeek.values()) {
      sum += Math.pow((double) inWeek / count, 2) * noise.variance(inWeek);
    }
    return sum;
  }

  /** Sampling noise grows as load falls; the earlier days underestimate it. */
  private double samplingVariance(Day day) {
    double usual =
        days.subList(0, first).stream()
            .filter(Day::isKnown)
            .mapToDouble(Day::aas)
            .average()
            .orElse(day.aas());
    return Math.max(0, 1 / day.aas() - 1 / usual) / SAMPLES_A_DAY;
  }

  /**
   * The first day after the step that best explains the days {@code [from, to)}.
   *
   * @param rise the expected step, a logarithm, below 0 for a fall; a step of less than half the
   *     size does not count
   */
  public OptionalInt step(int from, int to, double rise) {
    double[] levels = levels(from, to);
    OptionalInt step = ChangePoint.find(levels, rise, 1, LEAST_DAYS);
    return step.isPresent() ? OptionalInt.of(from + step.getAsInt()) : OptionalInt.empty();
  }

  private double[] levels(int from, int to) {
    return IntStream.range(from, to).mapToDouble(day -> days.get(day).level()).toArray();
  }

  /** The levels before and after the moment, for debugging; {@code NaN} where unknown. */
  @Override
  public String toString() {
    return Arrays.toString(levels(0, first)) + " | " + Arrays.toString(levels(first, length()));
  }
}
