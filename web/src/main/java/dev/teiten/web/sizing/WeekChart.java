package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.size.HourlyUse;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The busiest instance's CPU by hour of the week, measured and predicted.
 *
 * @param from the start of the week
 * @param today percent by hour as a JSON array; {@code null} for an hour without data
 * @param predicted percent by hour for {@code capacity}, as a JSON array
 * @param limit the limit in percent
 * @param summary the highest hours in words
 */
public record WeekChart(
    String from, String today, String predicted, String limit, String capacity, String summary) {

  static WeekChart of(HourlyUse use, String capacity, ReviewWeek week, DateFormats dates) {
    return new WeekChart(
        week.range().from().toString(),
        json(use.today()),
        json(use.predicted()),
        NumberFormats.coordinate(100 * use.limit()),
        capacity,
        dates
            .texts()
            .get(
                "sizing.week.summary",
                highest(use.today(), week, dates),
                highest(use.predicted(), week, dates),
                NumberFormats.percent(use.limit())));
  }

  private static String highest(double[] hours, ReviewWeek week, DateFormats dates) {
    int at = -1;
    for (int hour = 0; hour < hours.length; hour++) {
      if (!Double.isNaN(hours[hour]) && (at < 0 || hours[hour] > hours[at])) {
        at = hour;
      }
    }
    return at < 0
        ? NumberFormats.UNKNOWN
        : NumberFormats.percent(hours[at])
            + " ("
            + dates.moment(week.range().from().plus(Duration.ofHours(at)))
            + ")";
  }

  private static String json(double[] shares) {
    return Arrays.stream(shares)
        .mapToObj(share -> Double.isNaN(share) ? "null" : NumberFormats.coordinate(100 * share))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
