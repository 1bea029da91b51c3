package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.web.site.Site;
import dev.teiten.web.site.Visit;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The weekly review: {@code /clusters/{c}/weeks/{w}?slice=sql&sort=peak&q=likes}. */
public final class WeeklyRoutes {

  private final Site site;

  public WeeklyRoutes(Site site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/clusters/{cluster}/weeks/{week}", this::show);
  }

  private void show(Context ctx) {
    Visit visit = new Visit(ctx, site);
    String cluster = visit.cluster();
    ReviewWeek week = visit.week();
    Site.show(ctx, WeeklyModel.of(visit.desk().review(cluster, week), visit));
  }
}
