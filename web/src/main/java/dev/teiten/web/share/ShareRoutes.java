package dev.teiten.web.share;

import dev.teiten.review.CsvTables;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewDocument;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiFunction;

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
        ctx ->
            send(
                ctx,
                "md",
                "text/markdown",
                (review, v) -> ReviewDocument.markdown(List.of(review))));
    routes.get(
        week + "/ranking.csv",
        ctx ->
            send(ctx, "csv", "text/csv", (review, v) -> CsvTables.ranking(review.ranking()).csv()));
    routes.get(
        week + "/review.html",
        ctx ->
            send(
                ctx,
                "html",
                "text/html",
                (review, visit) -> ReviewFile.of(review, visit.texts().language())));
    routes.get(
        "/api" + week + "/review",
        ctx ->
            ctx.contentType("application/json")
                .result(JsonDocuments.reviews(List.of(review(new PageVisit(ctx, site))))));
  }

  private void send(
      Context ctx, String ending, String type, BiFunction<WeeklyReview, PageVisit, String> form) {
    PageVisit visit = new PageVisit(ctx, site);
    WeeklyReview review = review(visit);
    // The name comes from the archive, without characters that a header cannot contain.
    String name =
        review.ranking().cluster().replaceAll("[^A-Za-z0-9.-]", "_")
            + "-"
            + review.ranking().week().label();
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"");
    ctx.contentType(type + "; charset=utf-8").result(form.apply(review, visit));
  }

  private static WeeklyReview review(PageVisit visit) {
    return visit.desk().review(visit.cluster(), visit.week());
  }
}
