package dev.teiten.web.share;

import dev.teiten.rank.Ranking;
import dev.teiten.review.CsvTables;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewDocument;
import dev.teiten.review.ReviewedWeek;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;

/** The review as Markdown, CSV, JSON, and one HTML file. */
public final class ShareRoutes {

  private final SiteContext site;

  public ShareRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes) {
    String week = "/clusters/{cluster}/weeks/{week}";
    routes.get(
        week + "/review.md",
        ctx -> send(ctx, "md", "text/markdown", v -> ReviewDocument.markdown(reviewed(v))));
    routes.get(
        week + "/ranking.csv",
        ctx -> send(ctx, "csv", "text/csv", v -> CsvTables.ranking(reviewed(v).ranking()).csv()));
    routes.get(
        week + "/review.html",
        ctx ->
            send(
                ctx,
                "html",
                "text/html",
                v -> ReviewFile.of(v.desk().review(v.cluster(), v.week()), v.texts().language())));
    routes.get(
        "/api" + week + "/review",
        ctx ->
            ctx.contentType("application/json")
                .result(JsonDocuments.review(reviewed(new PageVisit(ctx, site)))));
  }

  private void send(Context ctx, String ending, String type, Function<PageVisit, String> form) {
    PageVisit visit = new PageVisit(ctx, site);
    Ranking ranking = reviewed(visit).ranking();
    // The name comes from the archive, without characters that a header cannot contain.
    String name =
        ranking.cluster().replaceAll("[^A-Za-z0-9.-]", "_") + "-" + ranking.week().label();
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"");
    ctx.contentType(type + "; charset=utf-8").result(form.apply(visit));
  }

  private static ReviewedWeek reviewed(PageVisit visit) {
    return visit.desk().reviewed(visit.cluster(), visit.week());
  }
}
