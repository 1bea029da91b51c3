package dev.teiten.web.query;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WeekLoad;
import dev.teiten.web.view.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A week's load as calls times work per call, which separates more traffic from a slower query.
 *
 * @param perCallMillis load per call in milliseconds; a dash without call counts
 * @param callsWidth 0..100 of the week with the most calls
 * @param perCallWidth 0..100 of the week with the most work per call
 */
public record CallRow(
    String week,
    String load,
    String calls,
    String callsWidth,
    String perCallMillis,
    String perCallWidth) {

  private record Sums(String week, double load, double calls) {
    double millis() {
      return calls > 0 ? 1000 * load / calls : Double.NaN;
    }
  }

  /** The rows, oldest week first; a week without the query is left out. */
  static List<CallRow> of(ClusterLoad load, List<String> digests) {
    Set<String> wanted = Set.copyOf(digests);
    List<Sums> weeks = new ArrayList<>();
    for (WeekLoad week : load.history()) {
      sums(week, wanted, weeks);
    }
    double mostCalls = weeks.stream().mapToDouble(Sums::calls).max().orElse(0);
    double mostMillis =
        weeks.stream().mapToDouble(Sums::millis).filter(m -> !Double.isNaN(m)).max().orElse(0);
    return weeks.stream()
        .map(
            sums ->
                new CallRow(
                    sums.week(),
                    NumberFormats.load(sums.load()),
                    sums.calls() > 0 ? NumberFormats.rate(sums.calls()) : NumberFormats.UNKNOWN,
                    width(sums.calls(), mostCalls),
                    Double.isNaN(sums.millis())
                        ? NumberFormats.UNKNOWN
                        : NumberFormats.millis(sums.millis() / 1000),
                    width(sums.millis(), mostMillis)))
        .toList();
  }

  /** Adds means over the days for which the week has digests. */
  private static void sums(WeekLoad week, Set<String> wanted, List<Sums> weeks) {
    long days = week.days().stream().map(DigestLoad::from).distinct().count();
    double load = 0;
    double calls = 0;
    for (DigestLoad day : week.days()) {
      if (wanted.contains(day.digest())) {
        load += day.loadAas() / days;
        calls += day.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0) / days;
      }
    }
    if (load > 0) {
      weeks.add(new Sums(week.week().label(), load, calls));
    }
  }

  private static String width(double value, double most) {
    return NumberFormats.coordinate(most <= 0 || Double.isNaN(value) ? 0 : 100 * value / most);
  }
}
