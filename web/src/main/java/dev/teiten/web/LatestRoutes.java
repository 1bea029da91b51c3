package dev.teiten.web;

import dev.teiten.load.ReviewWeek;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * Addresses without a week lead to the newest week of a cluster: {@code /clusters/C} and {@code
 * …/weeks/latest}, with whatever follows.
 */
final class LatestRoutes {
  private static final String LATEST = "/weeks/latest";

  private final SiteContext site;

  LatestRoutes(SiteContext site) {
    this.site = site;
  }

  void register(RoutesConfig routes) {
    routes.get("/clusters/{cluster}", ctx -> lead(ctx, ""));
    routes.get("/clusters/{cluster}" + LATEST, ctx -> lead(ctx, ""));
    routes.get("/clusters/{cluster}" + LATEST + "/<rest>", this::leadOn);
    routes.get("/api/clusters/{cluster}" + LATEST + "/<rest>", this::leadOn);
  }

  private void leadOn(Context ctx) {
    lead(ctx, "/" + ctx.pathParam("rest"));
  }

  private void lead(Context ctx, String rest) {
    PageVisit visit = new PageVisit(ctx, site);
    ReviewWeek week = visit.desk().newestWeek(visit.cluster());
    String path = ctx.path();
    int end = path.indexOf(LATEST);
    String cluster = end < 0 ? path : path.substring(0, end);
    String query = ctx.queryString();
    ctx.header("Cache-Control", "no-store");
    ctx.redirect(
        cluster + "/weeks/" + week.label() + rest + (query == null ? "" : "?" + query),
        HttpStatus.FOUND);
  }
}
