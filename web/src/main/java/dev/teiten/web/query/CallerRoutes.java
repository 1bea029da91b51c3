package dev.teiten.web.query;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.rank.RouteLoad;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.MissingText;
import dev.teiten.web.site.PageNotFoundException;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageLinks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** One route of an application: {@code /routes/likes/received?cluster=pairs-main&week=2026-W46}. */
public final class CallerRoutes {
  private final SiteContext site;

  public CallerRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the route; the name of an application's route has slashes of its own. */
  public void register(RoutesConfig routes) {
    routes.get("/routes/<route>", this::show);
  }

  private void show(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    String asked = ctx.pathParam("route");
    RouteVisit found =
        find(asked, visit)
            .orElseThrow(
                () ->
                    new PageNotFoundException(
                        MissingText.NO_ROUTE.of(asked), MissingText.WHERE_ROUTES.of()));
    String cluster = found.review().ranking().cluster();
    ReviewWeek week = found.review().ranking().week();
    String route = found.route().route();
    PageFrame frame =
        visit.frame(
            visit.texts().get("route.title") + " " + route,
            List.of(
                visit.fleetCrumb(week),
                new Crumb(cluster, PageLinks.week(cluster, week)),
                new Crumb(week.label(), PageLinks.week(cluster, week)),
                new Crumb(route, null)),
            week,
            other -> PageLinks.route(route, cluster, other));
    SiteContext.show(
        ctx, new StaticTemplates().pagesRoute(frame, RoutePage.of(found.route(), found.review())));
  }

  private record RouteVisit(WeeklyReview review, RouteLoad route) {}

  /** The route in the cluster and week of the address, otherwise in the newest week that has it. */
  private static Optional<RouteVisit> find(String asked, PageVisit visit) {
    String askedWeek = visit.param("week");
    List<ReviewWeek> weeks =
        askedWeek == null ? visit.desk().weeks() : List.of(visit.desk().week(askedWeek));
    for (int i = weeks.size() - 1; i >= 0; i--) {
      for (String cluster : clusters(weeks.get(i), visit)) {
        Ranking ranking = visit.desk().result(cluster, weeks.get(i)).ranking();
        for (RouteLoad route : RouteLoad.of(ranking)) {
          if (isNamed(asked, route.route())) {
            return Optional.of(new RouteVisit(visit.desk().review(cluster, weeks.get(i)), route));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> clusters(ReviewWeek week, PageVisit visit) {
    String asked = visit.param("cluster");
    return asked != null
        ? List.of(asked)
        : visit.desk().fleet(week).stream()
            .map(ClusterSummary::cluster)
            .map(cluster -> cluster.name())
            .toList();
  }

  /** An address has no slash before the route. */
  private static boolean isNamed(String asked, String route) {
    return route.equals(asked) || route.equals("/" + asked);
  }
}
