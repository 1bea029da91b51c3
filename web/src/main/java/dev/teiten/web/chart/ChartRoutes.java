package dev.teiten.web.chart;

import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * The load chart's data: {@code /api/clusters/{c}/weeks/{w}/load?slice=waits&from=…&to=…}. A step
 * without data is {@code null}.
 */
public final class ChartRoutes {

  private final SiteContext site;

  public ChartRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/api/clusters/{cluster}/weeks/{week}/load", this::load);
  }

  private void load(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    WeeklyReview review = visit.desk().review(visit.cluster(), visit.week());
    LoadChart chart =
        LoadChart.of(
            review,
            Slice.of(visit.param("slice", "waits"), review.dimensions()),
            visit.range(),
            visit.texts());
    ctx.contentType("application/json").result(ChartJson.of(chart, review.marks()).toString());
  }
}
