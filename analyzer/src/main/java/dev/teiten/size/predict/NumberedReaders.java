package dev.teiten.size.predict;

import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.WeekWork;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The work of weeks as scaled readers meet it. It is put as if the most readers were always there,
 * so that a reader has the same share of it in every minute.
 *
 * @param byMinute the number of readers in each minute of a week, 1 or more
 * @param most readers at once
 * @param zones number of Availability Zones in use; null if not known
 */
record NumberedReaders(Function<DatedWork, int[]> byMinute, int most, @Nullable Integer zones) {
  /** The work on a number of readers that never changes. */
  static final UnaryOperator<DatedWork> ALWAYS = week -> week;

  /** The work of one reader in a minute. */
  private interface MinuteWork {
    double of(int readers, double reads, double writes);
  }

  /** On all readers that run. */
  DatedWork usual(DatedWork week) {
    return spread(week, (readers, reads, writes) -> reads / readers);
  }

  /**
   * As a mean over some minutes from the worst single loss in each minute. Until new readers take
   * load, those left do all reads, or one instance does everything.
   *
   * @param replaced minutes until the lost readers are replaced
   * @param minutes to take the mean over, 1 or more
   */
  DatedWork afterLoss(DatedWork week, int replaced, int minutes) {
    double part = Math.min(1, (double) replaced / Math.max(1, minutes));
    return spread(
        week,
        (readers, reads, writes) -> {
          int left = readers - ClusterShape.lostReaders(readers, zones);
          double lost = left < 1 ? reads + writes : reads / left;
          return part * lost + (1 - part) * reads / readers;
        });
  }

  private DatedWork spread(DatedWork week, MinuteWork ofReader) {
    int[] readers = byMinute.apply(week);
    WeekWork work = week.work();
    double[] reads = new double[work.readers().length];
    for (int t = 0; t < reads.length; t++) {
      reads[t] = most * ofReader.of(readers[t], work.readers()[t], work.writer()[t]);
    }
    return new DatedWork(week.week(), new WeekWork(work.writer(), reads, work.agents()));
  }
}
