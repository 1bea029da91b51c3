package dev.teiten.web.weekly;

import dev.teiten.load.ClusterLoad;
import dev.teiten.web.chart.WeekHours;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Load by hour of the week.
 *
 * @param rows the days, Monday first
 * @param scale the lowest and the highest hour in words; empty without data
 */
public record HeatMap(List<Row> rows, String scale) {

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

  static HeatMap of(ClusterLoad load, DateFormats dates) {
    double[] hours = WeekHours.of(load);
    double highest = 0;
    for (double hour : hours) {
      highest = Double.isNaN(hour) ? highest : Math.max(highest, hour);
    }
    List<SortedMap<Integer, Hour>> days = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      days.add(new TreeMap<>());
    }
    Instant start = load.week().range().from();
    for (int i = 0; i < hours.length; i++) {
      ZonedDateTime time = start.plus(i, ChronoUnit.HOURS).atZone(load.week().zone());
      Hour hour = new Hour(time, hours[i], hours[i]);
      days.get(time.getDayOfWeek().getValue() - 1).merge(time.getHour(), hour, Hour::twice);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      List<Cell> cells = new ArrayList<>();
      for (Hour hour : days.get(i).values()) {
        cells.add(cell(hour, highest, dates));
      }
      rows.add(
          new Row(dates.weekday(i), String.valueOf(i * 10), String.valueOf(i * 10 + 7), cells));
    }
    return new HeatMap(rows, scale(days, dates));
  }

  /** An hour of the clock; when summer time ends, the repeated hour has two loads. */
  private record Hour(ZonedDateTime time, double aas, double again) {
    Hour twice(Hour second) {
      return new Hour(time, aas, second.aas);
    }

    double mean() {
      return Double.isNaN(aas) ? again : Double.isNaN(again) ? aas : (aas + again) / 2;
    }
  }

  private static String scale(List<SortedMap<Integer, Hour>> days, DateFormats dates) {
    List<Hour> sorted =
        days.stream()
            .flatMap(day -> day.values().stream())
            .filter(hour -> !Double.isNaN(hour.mean()))
            .sorted(Comparator.comparingDouble(Hour::mean))
            .toList();
    if (sorted.isEmpty()) {
      return "";
    }
    Hour low = sorted.get(0);
    Hour high = sorted.get(sorted.size() - 1);
    return dates
        .texts()
        .get(
            "heat.scale",
            NumberFormats.load(low.mean()),
            dates.moment(low.time().toInstant()),
            NumberFormats.load(high.mean()),
            dates.moment(high.time().toInstant()));
  }

  private static Cell cell(Hour hour, double highest, DateFormats dates) {
    double aas = hour.mean();
    boolean hasData = !Double.isNaN(aas);
    long level = hasData && highest > 0 ? Math.round(LEVELS * aas / highest) : 0;
    String words = hasData ? NumberFormats.load(aas) + " AAS" : dates.texts().get("noData");
    return new Cell(
        hasData ? "h" + level : "h-none",
        String.valueOf(20 + hour.time().getHour() * 10),
        dates.moment(hour.time().toInstant()) + ": " + words);
  }
}
