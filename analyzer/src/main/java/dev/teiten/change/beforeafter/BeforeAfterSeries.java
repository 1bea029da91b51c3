package dev.teiten.change.beforeafter;

import dev.teiten.change.ChangePoint;
import dev.teiten.change.WeekNoise;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One query by whole days before and after a moment: how far a measure of it, freed of what moved
 * all queries, lies from what is usual on that weekday. Days that cannot be compared are unknown.
 */
public final class BeforeAfterSeries {
  private static final int SAMPLES_A_DAY = 86_400;
  private static final int LEAST_DAYS = 3;

  private final List<Day> days;
  private final int first;
  private final QueryNoise noise;
  private final int stable;

  /**
   * @param week number of the day's week
   * @param level a logarithm against the mean of the weekday before the moment; {@code NaN} where
   *     unknown
   * @param aas the load that the level was seen of
   */
  record Day(Instant start, int week, boolean after, double level, double aas) {
    boolean isKnown() {
      return !Double.isNaN(level);
    }
  }

  /** The noise of one query of several. */
  record QueryNoise(WeekNoise all, int query) {}

  /** What of a query is followed. */
  public enum Measure {
    /** CPU work and I/O a call. */
    WORK_PER_CALL,
    /** Load a call, waits included. */
    TIME_PER_CALL,
    /** CPU work and I/O, however many the calls. */
    WORK
  }

  /**
   * @param days oldest first, those after the moment last
   * @param stable the first day before the moment since which nothing changed
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

  /** The index of the day before the moment since which nothing changed surely; 0 for all. */
  public int stable() {
    return stable;
  }

  /** The number of days. */
  public int length() {
    return days.size();
  }

  /** When a day began. */
  public Instant start(int day) {
    return days.get(day).start();
  }

  /** How many days of {@code [from, to)} are known. */
  public int known(int from, int to) {
    return (int) days.subList(from, to).stream().filter(Day::isKnown).count();
  }

  /** How far the days {@code [from, to)} lie below the stable ones before the moment. */
  public MeanDrop fall(int from, int to) {
    return fall(stable, first, from, to);
  }

  /**
   * How far the days {@code [from, to)} lie below the days {@code [beforeFrom, beforeTo)}. Weeks
   * are the replicates, as in the comparison with the weeks before: each brings its own noise,
   * shared by its days.
   */
  public MeanDrop fall(int beforeFrom, int beforeTo, int from, int to) {
    double log = mean(beforeFrom, beforeTo) - mean(from, to);
    double variance = variance(beforeFrom, beforeTo) + variance(from, to);
    double degrees = noise.all().degrees(noise.query());
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
    int all = known(from, to);
    TreeMap<Integer, Integer> byWeek = new TreeMap<>();
    double sampling = 0;
    for (Day day : days.subList(from, to)) {
      if (day.isKnown()) {
        byWeek.merge(day.week(), 1, Integer::sum);
        sampling += samplingVariance(day) / all / all;
      }
    }
    double sum = sampling;
    for (int own : byWeek.values()) {
      sum += Math.pow((double) own / all, 2) * noise.all().variance(noise.query(), own);
    }
    return sum;
  }

  /** Of a smaller load fewer sessions are seen than the noise of the days before knows. */
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
   * The first day after the step that explains most of the days {@code [from, to)}.
   *
   * @param rise what is looked for, a logarithm; below 0 for a fall. One of less than half of it is
   *     none
   */
  public OptionalInt step(int from, int to, double rise) {
    double[] levels = levels(from, to);
    OptionalInt found = ChangePoint.find(levels, rise, 1, LEAST_DAYS);
    return found.isPresent() ? OptionalInt.of(from + found.getAsInt()) : OptionalInt.empty();
  }

  private double[] levels(int from, int to) {
    return IntStream.range(from, to).mapToDouble(day -> days.get(day).level()).toArray();
  }

  /** Where the course stands, for those who look into it: {@code NaN} where unknown. */
  @Override
  public String toString() {
    return Arrays.toString(levels(0, first)) + " | " + Arrays.toString(levels(first, length()));
  }
}
