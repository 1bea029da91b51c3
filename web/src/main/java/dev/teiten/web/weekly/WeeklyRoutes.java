package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.web.site.Site;
import dev.teiten.web.site.Visit;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.Frame;
import dev.teiten.web.view.Frame.Crumb;
import dev.teiten.web.view.Links;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

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
    WeeklyPage page = WeeklyPage.of(site.desk().review(cluster, week), visit);
    Frame frame =
        visit.frame(
            cluster + " " + week.label(),
            List.of(
                visit.fleetCrumb(week),
                new Crumb(cluster, null),
                new Crumb(week.label() + " (" + visit.dates().week(week) + ")", null)),
            week,
            other -> Links.week(cluster, other));
    visit.show(new StaticTemplates().pagesWeekly(frame, page));
  }
}
