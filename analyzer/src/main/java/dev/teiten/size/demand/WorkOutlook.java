package dev.teiten.size.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of the cluster's work that go on after the reviewed week.
 *
 * @param writer of the writer's work
 * @param readers of the work of all readers
 */
public record WorkOutlook(LevelOutlook writer, LevelOutlook readers) {
  /** Share of the cluster's work from which on a role's changes matter. */
  private static final double MATERIAL_SHARE = 0.1;

  /**
   * @param weeks oldest first, at the last level of each query
   */
  public static WorkOutlook of(List<WeekWork> weeks) {
    double onWriter = mean(weeks.get(weeks.size() - 1).writer());
    double onReaders = mean(weeks.get(weeks.size() - 1).readers());
    double least = MATERIAL_SHARE * (onWriter + onReaders);
    return new WorkOutlook(
        onWriter > least
            ? LevelOutlook.of(weeks.stream().map(WeekWork::writer).toList())
            : LevelOutlook.NONE,
        onReaders > least
            ? LevelOutlook.of(weeks.stream().map(WeekWork::readers).toList())
            : LevelOutlook.NONE);
  }

  private static double mean(double[] work) {
    double[] known = MinuteStatistics.finite(work);
    double sum = 0;
    for (double cores : known) {
      sum += cores;
    }
    return known.length == 0 ? 0 : sum / known.length;
  }

  /** Whether the work will be as it was. */
  public boolean steady() {
    return writer.equals(LevelOutlook.NONE) && readers.equals(LevelOutlook.NONE);
  }

  /** These weeks, oldest first, at the level of the last one's end. */
  public List<DatedWork> ahead(List<DatedWork> weeks) {
    if (steady()) {
      return weeks;
    }
    List<DatedWork> ahead = new ArrayList<>();
    for (int week = 0; week < weeks.size(); week++) {
      WeekWork work = weeks.get(week).work();
      ahead.add(
          new DatedWork(
              weeks.get(week).week(),
              new WeekWork(
                  writer.ahead(work.writer(), week, weeks.size()),
                  readers.ahead(work.readers(), week, weeks.size()),
                  work.agents())));
    }
    return ahead;
  }
}
