package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The weekly review: {@code /clusters/{c}/weeks/{w}?slice=sql&sort=peak&q=likes}. */
public final class WeeklyRoutes {

  private final SiteContext site;

  public WeeklyRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/clusters/{cluster}/weeks/{week}", this::show);
  }

  private void show(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    String cluster = visit.cluster();
    ReviewWeek week = visit.week();
    SiteContext.show(ctx, WeeklyModel.of(visit.desk().review(cluster, week), visit));
  }
}
