package dev.teiten.web.query;

import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.rank.RouteLoad;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.SqlToken;
import java.util.List;

/**
 * A route of an application over the weeks, formatted for display.
 *
 * @param weeks oldest first
 * @param queries in the order of the ranking
 */
public record RoutePage(
    String route,
    String load,
    String share,
    String peakShare,
    String callsPerSecond,
    String latencyMillis,
    List<CallRow> weeks,
    List<QueryLine> queries,
    String weekHref) {
  private static final int IN_TABLE = 200;

  /** A query of the route. */
  public record QueryLine(
      String href, List<SqlToken> tokens, String load, String share, String peakShare) {}

  static RoutePage of(RouteLoad route, WeeklyReview review) {
    Ranking ranking = review.ranking();
    ReviewWeek week = ranking.week();
    List<Contributor> queries =
        ranking.contributors().stream()
            .filter(query -> route.fingerprints().contains(query.fingerprint()))
            .toList();
    return new RoutePage(
        route.route(),
        NumberFormats.load(route.loadAas()),
        NumberFormats.percent(route.share()),
        NumberFormats.percent(route.peakShare()),
        NumberFormats.rate(route.callsPerSecond()),
        NumberFormats.millis(route.latencySeconds()),
        CallRow.of(
            review.load(),
            queries.stream().flatMap(query -> query.sourceDigests().stream()).toList()),
        queries.stream().map(query -> line(query, ranking)).toList(),
        PageLinks.week(ranking.cluster(), week));
  }

  private static QueryLine line(Contributor query, Ranking ranking) {
    return new QueryLine(
        PageLinks.query(query.fingerprint(), ranking.cluster(), ranking.week()),
        SqlToken.split(ShortStatement.of(query.statement(), IN_TABLE)),
        NumberFormats.load(query.loadAas()),
        NumberFormats.percent(query.share()),
        NumberFormats.percent(query.peakShare()));
  }
}
