package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageLinks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;

/**
 * The what-if page: {@code
 * /clusters/{c}/weeks/{w}/sizing?fix=F:80&target=db.r6g.4xlarge&readers=3}.
 */
public final class SizingRoutes {

  private static final String QUICK = "quick";

  private final SiteContext site;

  public SizingRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/clusters/{cluster}/weeks/{week}/sizing", this::show);
  }

  private void show(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    String cluster = visit.cluster();
    ReviewWeek week = visit.week();
    Ranking ranking = visit.desk().review(cluster, week).ranking();
    WhatIfRequest question = WhatIfRequest.of(visit, ranking);
    if (isForm(visit, question)) {
      // A form sends its empty fields too; the address keeps only chosen values.
      ctx.redirect(
          visit.zoned(PageLinks.sizing(cluster, week) + question.query()), HttpStatus.SEE_OTHER);
      return;
    }
    if (!question.problems().isEmpty()) {
      ctx.status(HttpStatus.BAD_REQUEST);
    }
    // While a slider is dragged, the page gets quick answers; the script requests the full answer
    // at the end.
    QuickAdvice sizing =
        visit.param(QUICK) == null
            ? new QuickAdvice(visit.desk().sizing(cluster, week, question.whatIf()), true)
            : visit.desk().sizingAtHand(cluster, week, question.whatIf());
    HourlyUse hourly = visit.desk().hourly(cluster, week, question.whatIf()).orElse(null);
    String title = visit.texts().get("sizing.title");
    PageFrame frame =
        visit.frame(
            title + " " + cluster + " " + week.label(),
            List.of(
                visit.fleetCrumb(week),
                new Crumb(cluster, PageLinks.week(cluster, week)),
                new Crumb(week.label() + " (" + visit.dates().week(week) + ")", null),
                new Crumb(title, null)),
            week,
            other -> PageLinks.sizing(cluster, other) + question.query());
    SiteContext.show(
        ctx,
        new StaticTemplates()
            .pagesSizing(frame, SizingPage.of(sizing, hourly, ranking, question, visit.dates())));
  }

  private static boolean isForm(PageVisit visit, WhatIfRequest question) {
    Map<String, List<String>> params = visit.allParams();
    boolean fields =
        params.keySet().stream()
            .map(name -> name.split("\\.", 2))
            .anyMatch(parts -> parts.length == 2 && ParamKind.of(parts[0]).isPresent());
    long written =
        params.entrySet().stream()
            .filter(parameter -> ParamKind.of(parameter.getKey()).isPresent())
            .mapToLong(parameter -> parameter.getValue().size())
            .sum();
    return fields || written != question.entries().size();
  }
}
