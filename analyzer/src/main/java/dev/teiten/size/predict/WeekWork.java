package dev.teiten.size.predict;

/**
 * The CPU work of a cluster over one week, one value a minute, {@code NaN} where unknown, in cores
 * of the writer's class.
 *
 * @param writer all of the writer's work
 * @param readers work of all readers together beyond what each does without queries; zeros without
 *     readers
 */
public record WeekWork(double[] writer, double[] readers) {

  /** What one instance would have to do if it were alone. */
  public double[] together() {
    return MinuteStatistics.plus(writer, readers);
  }

  /** This week with {@code removed} taken off, never below nothing. */
  public WeekWork less(WeekWork removed, double part) {
    return new WeekWork(less(writer, removed.writer, part), less(readers, removed.readers, part));
  }

  private static double[] less(double[] all, double[] removed, double part) {
    double[] rest = new double[all.length];
    for (int t = 0; t < all.length; t++) {
      // A minute without attribution keeps its work: nothing is promised for it.
      rest[t] = Double.isNaN(removed[t]) ? all[t] : Math.max(0, all[t] - part * removed[t]);
    }
    return rest;
  }

  /** This week with {@code part} of {@code query} besides, or less, in the minutes of a range. */
  WeekWork plus(WeekWork query, int from, int to, double part) {
    return new WeekWork(
        plus(writer, query.writer, from, to, part), plus(readers, query.readers, from, to, part));
  }

  private static double[] plus(double[] all, double[] query, int from, int to, double part) {
    double[] sum = all.clone();
    for (int t = from; t < Math.min(to, all.length); t++) {
      if (!Double.isNaN(query[t])) {
        sum[t] = Math.max(0, all[t] + part * query[t]);
      }
    }
    return sum;
  }

  /** This week with {@code part} (0..1) of {@code query} done so many minutes later in its day. */
  WeekWork shifted(WeekWork query, double part, int minutes) {
    return new WeekWork(
        shifted(writer, query.writer, part, minutes),
        shifted(readers, query.readers, part, minutes));
  }

  private static double[] shifted(double[] all, double[] query, double part, int minutes) {
    double[] moved = all.clone();
    for (int t = 0; t < Math.min(all.length, query.length); t++) {
      // Never more than is there; and where that is not known, nothing moves.
      double work = Math.min(part * query[t], all[t]);
      int day = t - t % DayPeaks.MINUTES_A_DAY;
      int later = day + (t - day + minutes) % DayPeaks.MINUTES_A_DAY;
      if (work > 0 && later < all.length) {
        moved[t] -= work;
        moved[later] += work;
      }
    }
    return moved;
  }

  /** This week as if a fix had left the same part of the work as it did in another week. */
  WeekWork scaled(WeekWork before, WeekWork after) {
    return new WeekWork(
        scaled(writer, before.writer, after.writer),
        scaled(readers, before.readers, after.readers));
  }

  private static double[] scaled(double[] all, double[] before, double[] after) {
    double[] rest = all.clone();
    for (int t = 0; t < Math.min(all.length, before.length); t++) {
      if (before[t] > 0 && !Double.isNaN(after[t])) {
        rest[t] = all[t] * after[t] / before[t];
      }
    }
    return rest;
  }
}
