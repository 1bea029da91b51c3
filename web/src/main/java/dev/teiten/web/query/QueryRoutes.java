package dev.teiten.web.query;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.MissingText;
import dev.teiten.web.site.PageNotFoundException;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.ReviewDesk;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageLinks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One query: {@code /queries/{fingerprint}?cluster=pairs-main&week=2026-W46}. */
public final class QueryRoutes {

  private final SiteContext site;

  public QueryRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/queries/{fingerprint}", this::show);
  }

  private void show(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    String asked = ctx.pathParam("fingerprint");
    WeeklyReview review = find(asked, visit);
    String fingerprint = review.ranking().currentId(asked);
    String cluster = review.ranking().cluster();
    ReviewWeek week = review.ranking().week();
    String title = visit.texts().get("query.title");
    PageFrame frame =
        visit.frame(
            title + " " + fingerprint,
            List.of(
                visit.fleetCrumb(week),
                new Crumb(cluster, PageLinks.week(cluster, week)),
                new Crumb(week.label(), PageLinks.week(cluster, week)),
                new Crumb(fingerprint, null)),
            week,
            other -> PageLinks.query(fingerprint, cluster, other));
    SiteContext.show(
        ctx,
        new StaticTemplates()
            .pagesQuery(
                frame,
                QueryPage.of(fingerprint, review, visit.dates()),
                PlanSection.of(visit.desk().plans(cluster, fingerprint), visit.dates()),
                QueryTasks.of(fingerprint, review, site.desk().book().now(), visit)));
  }

  /** The review in the address, otherwise the newest one that contains the query. */
  private WeeklyReview find(String fingerprint, PageVisit visit) {
    String askedWeek = visit.param("week");
    String askedCluster = visit.param("cluster");
    List<ReviewWeek> weeks =
        askedWeek == null ? visit.desk().weeks() : List.of(visit.desk().week(askedWeek));
    for (int i = weeks.size() - 1; i >= 0; i--) {
      WeeklyReview review = find(fingerprint, askedCluster, weeks.get(i), visit.desk());
      if (review != null) {
        return review;
      }
    }
    throw new PageNotFoundException(
        askedWeek == null
            ? MissingText.NO_QUERY.of(fingerprint)
            : MissingText.NO_QUERY_IN.of(fingerprint, askedWeek),
        MissingText.WHERE_QUERIES.of());
  }

  private static @Nullable WeeklyReview find(
      String fingerprint, @Nullable String cluster, ReviewWeek week, ReviewDesk desk) {
    if (cluster != null) {
      return find(fingerprint, List.of(cluster), week, desk);
    }
    List<String> names = desk.fleet(week).stream().map(row -> row.cluster().name()).toList();
    return find(fingerprint, names, week, desk);
  }

  /** Asks the results, and makes the review of the first cluster that has the query. */
  private static @Nullable WeeklyReview find(
      String fingerprint, List<String> clusters, ReviewWeek week, ReviewDesk desk) {
    for (String cluster : clusters) {
      if (QueryPage.knows(fingerprint, desk.result(cluster, week).ranking())) {
        return desk.review(cluster, week);
      }
    }
    return null;
  }
}
