package dev.teiten.web.query;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WeekLoad;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.WaitBar.Segment;
import dev.teiten.web.view.WaitLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A query's load by day over the archived weeks, stacked by wait class, as columns in a box of
 * {@code width} by 100. A week without data leaves a gap.
 *
 * @param fullAas the load at the top of the box
 */
public record DayChart(List<Week> weeks, String width, String fullAas, boolean empty) {

  private static final int DAY_WIDTH = 12;
  private static final int WEEK_WIDTH = 7 * DAY_WIDTH + 8;
  // Minimum number of weeks, so that a single week does not fill the page.
  private static final int LEAST_WEEKS = 6;

  public DayChart {
    weeks = List.copyOf(weeks);
  }

  /** A week, for example {@code W46}; {@code x} is its start. */
  public record Week(String label, String x, List<Day> days) {}

  /** A day; a segment's {@code x} is its upper edge and {@code width} its height. */
  public record Day(String x, String text, List<Segment> segments) {}

  static DayChart of(ClusterLoad load, List<String> digests, DateFormats dates) {
    Set<String> wanted = Set.copyOf(digests);
    List<Map<LocalDate, Map<WaitClass, Double>>> weeks = new ArrayList<>();
    double highest = 0;
    for (WeekLoad week : load.history()) {
      Map<LocalDate, Map<WaitClass, Double>> days = days(week, wanted, dates);
      weeks.add(days);
      for (Map<WaitClass, Double> day : days.values()) {
        highest = Math.max(highest, sum(day));
      }
    }
    List<Week> drawn = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      WeekLoad week = load.history().get(i);
      drawn.add(week(week, weeks.get(i), i * WEEK_WIDTH, highest, dates));
    }
    return new DayChart(
        drawn,
        String.valueOf(Math.max(LEAST_WEEKS, weeks.size()) * WEEK_WIDTH),
        NumberFormats.load(highest),
        highest == 0);
  }

  private static Map<LocalDate, Map<WaitClass, Double>> days(
      WeekLoad week, Set<String> wanted, DateFormats dates) {
    Map<LocalDate, Map<WaitClass, Double>> days = new TreeMap<>();
    for (DigestLoad digest : week.days()) {
      if (wanted.contains(digest.digest())) {
        Map<WaitClass, Double> day =
            days.computeIfAbsent(
                LocalDate.ofInstant(digest.from(), dates.zone()),
                unused -> new EnumMap<>(WaitClass.class));
        double waiting = 0;
        for (var wait : digest.waits().entrySet()) {
          day.merge(wait.getKey().waitClass(), wait.getValue(), Double::sum);
          waiting += wait.getValue();
        }
        day.merge(WaitClass.OTHER, Math.max(0, digest.loadAas() - waiting), Double::sum);
      }
    }
    return days;
  }

  private static Week week(
      WeekLoad week,
      Map<LocalDate, Map<WaitClass, Double>> days,
      int x,
      double highest,
      DateFormats dates) {
    List<Day> drawn = new ArrayList<>();
    days.forEach(
        (date, waits) -> {
          long index = date.toEpochDay() - week.week().monday().toEpochDay();
          drawn.add(
              new Day(
                  String.valueOf(x + index * DAY_WIDTH),
                  dates.day(date) + ": " + NumberFormats.load(sum(waits)) + " AAS",
                  segments(waits, highest)));
        });
    String label = week.week().label();
    return new Week(label.substring(label.indexOf('-') + 1), String.valueOf(x), drawn);
  }

  private static List<Segment> segments(Map<WaitClass, Double> waits, double highest) {
    List<Segment> segments = new ArrayList<>();
    double top = 100;
    for (var wait : waits.entrySet()) {
      double height = highest <= 0 ? 0 : 100 * wait.getValue() / highest;
      top -= height;
      segments.add(
          new Segment(
              WaitLabels.css(wait.getKey()),
              NumberFormats.coordinate(top),
              NumberFormats.coordinate(height)));
    }
    return segments;
  }

  private static double sum(Map<WaitClass, Double> waits) {
    return waits.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
