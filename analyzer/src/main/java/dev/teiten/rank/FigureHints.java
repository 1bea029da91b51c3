package dev.teiten.rank;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.KnownValues;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.hint.HintFigure;
import dev.teiten.normalize.hint.HintRule;
import dev.teiten.normalize.hint.StatisticsHints;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.rank.CallSpread.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The hints that the counters of a query earn, some of them beside those of other queries. */
final class FigureHints {
  /** Rows that a lookup of one row examines: the row, and one for an index entry. */
  private static final double LOOKUP_EXAMINED = 2.01;

  /** One row; rates are stored as floats. */
  private static final double LOOKUP_SENT = 1.01;

  /** Below it, such lookups of 0.1 ms cost less than a hundredth of a core. */
  private static final double MANY_CALLS_PER_SECOND = 100;

  /** A page of ten rows calls ten lookups for one query. */
  private static final double CALLS_OF_MEDIAN = 10;

  /** A timer's calls spread less, traffic's more. */
  private static final double CONSTANT_SPREAD = 0.2;

  private static final double TRAFFIC_SPREAD = 0.5;

  /** Rows of a table that fills a few pages. */
  private static final double SMALL_TABLE = 100;

  private final List<QueryLoad> queries;
  private final CallSpread calls;
  private final Dialect dialect;

  FigureHints(ClusterLoad load, List<QueryLoad> queries) {
    this.queries = queries;
    this.calls = new CallSpread(load);
    this.dialect = Dialect.of(load.cluster().engine());
  }

  /** The hints of a query; without counters there are none. */
  List<Hint> of(QueryLoad query) {
    List<Hint> hints = new ArrayList<>(counted(query));
    Double rate = query.callsPerSecond();
    if (rate != null && query.group().statement().verb().equals("SELECT")) {
      lookups(query, rate, hints);
      polling(query, rate, hints);
    }
    return hints;
  }

  private List<Hint> counted(QueryLoad query) {
    HourSums sums = query.hours();
    if (dialect == Dialect.POSTGRESQL) {
      return StatisticsHints.fromBlocks(
          query.group().statement().verb().equals("SELECT") ? pagesPerRow(sums) : null,
          sums.perCall(DigestStatistic.TEMP_PAGES_PER_SECOND));
    }
    return StatisticsHints.fromStatistics(
        query.group().statement().verb().equals("SELECT") ? rowsPerRowSent(sums) : null,
        sums.perCall(DigestStatistic.FULL_JOINS_PER_SECOND),
        scans(sums),
        sums.perCall(DigestStatistic.LOCK_SECONDS_PER_SECOND),
        sums.perCall(DigestStatistic.TMP_DISK_TABLES_PER_SECOND),
        dialect);
  }

  /** A scan of a small table is none: the server prefers it to an index. */
  private static @Nullable Double scans(HourSums sums) {
    Double examined = sums.rowsExaminedPerCall();
    boolean isSmall = examined != null && examined < SMALL_TABLE;
    return isSmall ? null : sums.perCall(DigestStatistic.SCANS_PER_SECOND);
  }

  private static @Nullable Double rowsPerRowSent(HourSums sums) {
    Double examined = sums.rowsExaminedPerCall();
    Double sent = sums.rowsSentPerCall();
    return examined == null || sent == null ? null : examined / Math.max(1, sent);
  }

  private static @Nullable Double pagesPerRow(HourSums sums) {
    Double hit = sums.perCall(DigestStatistic.PAGES_HIT_PER_SECOND);
    Double read = sums.perCall(DigestStatistic.PAGES_READ_PER_SECOND);
    Double rows = sums.rowsSentPerCall();
    return hit == null || read == null || rows == null ? null : (hit + read) / Math.max(1, rows);
  }

  private void lookups(QueryLoad query, double rate, List<Hint> hints) {
    Double examined = query.hours().rowsExaminedPerCall();
    Double sent = query.hours().rowsSentPerCall();
    if (examined == null
        || sent == null
        || examined > LOOKUP_EXAMINED
        || sent > LOOKUP_SENT
        || rate < MANY_CALLS_PER_SECOND) {
      return;
    }
    String route = route(query.group().statement());
    double usual = usualCalls(query, route);
    if (rate >= CALLS_OF_MEDIAN * usual) {
      String often = HintFigure.number(rate);
      String rows = HintFigure.number(examined);
      Sentence place =
          route == null
              ? HintFigure.LOOKUPS.of(often, rows)
              : HintFigure.LOOKUPS_OF_ROUTE.of(often, route, rows);
      hints.add(HintRule.N_PLUS_ONE.at(place, dialect));
    }
  }

  private static @Nullable String route(NormalizedStatement statement) {
    return statement.tags().get("route");
  }

  /** The median of the calls of the other queries, of the same route where it is known. */
  private double usualCalls(QueryLoad query, @Nullable String route) {
    return KnownValues.median(
        queries.stream()
            .filter(other -> other != query && other.callsPerSecond() != null)
            .filter(other -> route == null || route.equals(route(other.group().statement())))
            .mapToDouble(other -> Objects.requireNonNull(other.callsPerSecond()))
            .toArray());
  }

  private void polling(QueryLoad query, double rate, List<Hint> hints) {
    Spread spread = calls.spread(query.group().digests());
    if (spread != null && spread.own() <= CONSTANT_SPREAD && spread.others() >= TRAFFIC_SPREAD) {
      Sentence place =
          HintFigure.CONSTANT_CALLS.of(
              HintFigure.number(rate), percent(spread.own()), percent(spread.others()));
      hints.add(HintRule.POLLING.at(place, dialect));
    }
  }

  private static String percent(double share) {
    return HintFigure.number(Math.round(100 * share));
  }
}
