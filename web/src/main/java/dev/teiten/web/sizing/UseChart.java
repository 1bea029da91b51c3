package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.size.HourlyUse;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The busiest instance's CPU over the week, the predicted over the real, in a box of 840 by 170.
 *
 * @param today as an SVG path with gaps
 * @param predicted the same of the option
 * @param limitY where the p99 should stay below
 * @param text both highest hours in words
 */
public record UseChart(
    String today,
    String predicted,
    String limitY,
    String limit,
    String option,
    List<Tick> days,
    List<Tick> levels,
    String text) {

  private static final double LEFT = 40;
  private static final double RIGHT = 836;
  private static final double TOP = 10;
  private static final double BOTTOM = 146;

  /** A labelled line. */
  public record Tick(String at, String label) {}

  static UseChart of(HourlyUse use, ReviewWeek week, Dates dates) {
    double full = Math.max(1, Math.max(highest(use.today()), highest(use.predicted())));
    List<Tick> days = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      days.add(new Tick(x(day * 24, use.today().length), dates.weekday(day)));
    }
    List<Tick> levels = new ArrayList<>();
    for (double level = 0; level <= full; level += 0.25) {
      levels.add(new Tick(y(level, full), Format.percent(level)));
    }
    return new UseChart(
        path(use.today(), full),
        path(use.predicted(), full),
        y(use.limit(), full),
        Format.percent(use.limit()),
        use.option(),
        days,
        levels,
        dates
            .texts()
            .get(
                "use.alt",
                week.label(),
                Format.percent(highest(use.today())),
                Format.percent(highest(use.predicted()))));
  }

  private static double highest(double[] hours) {
    double highest = 0;
    for (double hour : hours) {
      highest = Double.isNaN(hour) ? highest : Math.max(highest, hour);
    }
    return highest;
  }

  private static String path(double[] hours, double full) {
    StringBuilder path = new StringBuilder();
    boolean gap = true;
    for (int i = 0; i < hours.length; i++) {
      if (!Double.isNaN(hours[i])) {
        path.append(gap ? 'M' : 'L')
            .append(x(i + 0.5, hours.length))
            .append(' ')
            .append(y(hours[i], full));
      }
      gap = Double.isNaN(hours[i]);
    }
    return path.toString();
  }

  private static String x(double hour, int hours) {
    return Format.coordinate(LEFT + (RIGHT - LEFT) * hour / hours);
  }

  private static String y(double use, double full) {
    return Format.coordinate(BOTTOM - (BOTTOM - TOP) * use / full);
  }
}
