package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * The CPU work of a cluster over one week, one value a minute, {@code NaN} where unknown, in cores
 * of the writer's class.
 *
 * @param writer all work of the writer
 * @param readers work of all readers together beyond their background; zeros without readers
 * @param agents work of agents on the reader that does the most of it; it does not spread over more
 *     readers, and stays with fewer
 */
public record WeekWork(double[] writer, double[] readers, double[] agents) {

  /** Work of sessions alone. */
  public static WeekWork ofSessions(double[] writer, double[] readers) {
    return new WeekWork(writer, readers, new double[readers.length]);
  }

  /** The work of one instance if it were alone. */
  public double[] together() {
    return MinuteStatistics.plus(writer, readers);
  }

  /** One day of this week, 0 for the first; the last one ends with the week. */
  WeekWork day(int day) {
    int from = Math.min(writer.length, day * TimeUnits.MINUTES_PER_DAY);
    int to =
        day == TimeUnits.DAYS_PER_WEEK - 1
            ? writer.length
            : Math.min(writer.length, from + TimeUnits.MINUTES_PER_DAY);
    return new WeekWork(
        Arrays.copyOfRange(writer, from, to),
        Arrays.copyOfRange(readers, from, to),
        Arrays.copyOfRange(agents, from, to));
  }

  /** The work of one role in a week. */
  private interface RoleWork {
    double[] of(WeekWork week);
  }

  /** This week with other work of the sessions; agents keep theirs. */
  private WeekWork sessions(BiFunction<RoleWork, double[], double[]> change) {
    return new WeekWork(
        change.apply(WeekWork::writer, writer), change.apply(WeekWork::readers, readers), agents);
  }

  /** This week without the share {@code part} of {@code removed}, never below 0. */
  public WeekWork less(WeekWork removed, double part) {
    return sessions((role, work) -> less(work, role.of(removed), part));
  }

  private static double[] less(double[] work, double[] removed, double part) {
    double[] left = new double[work.length];
    for (int t = 0; t < work.length; t++) {
      // A minute without attribution keeps its work: nothing is promised for it.
      left[t] = Double.isNaN(removed[t]) ? work[t] : Math.max(0, work[t] - part * removed[t]);
    }
    return left;
  }

  /** This week with other work of one query in the minutes where both are known. */
  WeekWork replacing(WeekWork was, WeekWork now) {
    return sessions((role, work) -> replacing(work, role.of(was), role.of(now)));
  }

  private static double[] replacing(double[] work, double[] was, double[] now) {
    double[] replaced = work.clone();
    for (int t = 0; t < work.length; t++) {
      double change = now[t] - was[t];
      replaced[t] = Double.isNaN(change) ? work[t] : Math.max(0, work[t] + change);
    }
    return replaced;
  }

  /** This week with {@code part} times {@code query} added in the minutes of a range. */
  WeekWork plus(WeekWork query, int from, int to, double part) {
    return sessions((role, work) -> plus(work, role.of(query), from, to, part));
  }

  private static double[] plus(double[] work, double[] query, int from, int to, double part) {
    double[] sum = work.clone();
    for (int t = from; t < Math.min(to, work.length); t++) {
      if (!Double.isNaN(query[t])) {
        sum[t] = Math.max(0, work[t] + part * query[t]);
      }
    }
    return sum;
  }

  /** This week with the share {@code part} (0..1) of {@code query} later in its day. */
  WeekWork shifted(WeekWork query, double part, int minutes) {
    return sessions((role, work) -> shifted(work, role.of(query), part, minutes));
  }

  private static double[] shifted(double[] work, double[] query, double part, int minutes) {
    double[] moved = work.clone();
    for (int t = 0; t < Math.min(work.length, query.length); t++) {
      // A minute cannot lose more than its work, and an unknown minute loses nothing.
      double moving = Math.min(part * query[t], work[t]);
      int day = t - t % TimeUnits.MINUTES_PER_DAY;
      int later = day + (t - day + minutes) % TimeUnits.MINUTES_PER_DAY;
      if (moving > 0 && later < work.length) {
        moved[t] -= moving;
        moved[later] += moving;
      }
    }
    return moved;
  }

  /** This week as if a fix had left the share of its work that it left in another week. */
  WeekWork scaled(WeekWork before, WeekWork after) {
    return sessions((role, work) -> scaled(work, role.of(before), role.of(after)));
  }

  private static double[] scaled(double[] work, double[] before, double[] after) {
    double[] left = work.clone();
    for (int t = 0; t < Math.min(work.length, before.length); t++) {
      if (before[t] > 0 && !Double.isNaN(after[t])) {
        left[t] = work[t] * after[t] / before[t];
      }
    }
    return left;
  }
}
