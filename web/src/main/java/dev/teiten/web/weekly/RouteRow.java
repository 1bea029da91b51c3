package dev.teiten.web.weekly;

import dev.teiten.rank.Ranking;
import dev.teiten.rank.RouteLoad;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import java.util.List;

/** A route of an application with the load of its queries, formatted for display. */
public record RouteRow(
    String href,
    String route,
    int queries,
    String load,
    String share,
    String peakShare,
    String callsPerSecond,
    String latencyMillis) {

  static List<RouteRow> of(Ranking ranking) {
    return RouteLoad.of(ranking).stream().map(route -> of(route, ranking)).toList();
  }

  private static RouteRow of(RouteLoad route, Ranking ranking) {
    return new RouteRow(
        PageLinks.route(route.route(), ranking.cluster(), ranking.week()),
        route.route(),
        route.fingerprints().size(),
        NumberFormats.load(route.loadAas()),
        NumberFormats.percent(route.share()),
        NumberFormats.percent(route.peakShare()),
        NumberFormats.rate(route.callsPerSecond()),
        NumberFormats.millis(route.latencySeconds()));
  }
}
