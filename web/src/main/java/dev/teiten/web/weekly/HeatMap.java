package dev.teiten.web.weekly;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.web.chart.WeekHours;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Format;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Load by hour of the week.
 *
 * @param rows the days, Monday first
 */
public record HeatMap(List<Row> rows) {

  private static final int LEVELS = 9;

  public HeatMap {
    rows = List.copyOf(rows);
  }

  /** One day. */
  public record Row(String day, String y, String textY, List<Cell> cells) {}

  /**
   * One hour.
   *
   * @param css the shade, {@code h0} (none) to {@code h9} (the week's highest hour), or {@code
   *     h-none} without data
   */
  public record Cell(String css, String x, String text) {}

  static HeatMap of(ClusterLoad load, Dates dates) {
    double[] hours = WeekHours.of(load);
    double highest = 0;
    for (double hour : hours) {
      highest = Double.isNaN(hour) ? highest : Math.max(highest, hour);
    }
    List<List<Cell>> days = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      days.add(new ArrayList<>());
    }
    Instant start = load.week().range().from();
    for (int i = 0; i < hours.length; i++) {
      ZonedDateTime time = start.plus(i, ChronoUnit.HOURS).atZone(load.week().zone());
      days.get(time.getDayOfWeek().getValue() - 1).add(cell(time, hours[i], highest, dates));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String y = String.valueOf(i * 10);
      rows.add(new Row(dates.weekday(i), y, String.valueOf(i * 10 + 7), days.get(i)));
    }
    return new HeatMap(rows);
  }

  private static Cell cell(ZonedDateTime time, double aas, double highest, Dates dates) {
    boolean known = !Double.isNaN(aas);
    long level = known && highest > 0 ? Math.round(LEVELS * aas / highest) : 0;
    String words = known ? Format.load(aas) + " AAS" : dates.texts().get("noData");
    return new Cell(
        known ? "h" + level : "h-none",
        String.valueOf(20 + time.getHour() * 10),
        dates.moment(time.toInstant()) + ": " + words);
  }
}
