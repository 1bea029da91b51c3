package dev.teiten.web.fleet;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.FleetWeek;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.PageFrame;
import dev.teiten.web.view.PageFrame.Crumb;
import dev.teiten.web.view.PageLinks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The fleet of one week: {@code /?week=2026-W46&q=pairs}. */
public final class FleetRoutes {
  /** A page with rows that are coming is loaded again, also without scripts. */
  private static final String SECONDS_TO_NEXT = "5";

  private final SiteContext site;

  public FleetRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/", this::show);
  }

  private void show(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    List<ReviewWeek> weeks = visit.desk().weeks();
    String title = visit.texts().get("fleet.title");
    if (weeks.isEmpty()) {
      SiteContext.show(
          ctx,
          new StaticTemplates().pagesNothing(visit.frame(title, List.of(new Crumb(title, null)))));
      return;
    }
    String asked = visit.param("week");
    ReviewWeek week = asked == null ? latest(weeks, visit) : visit.desk().week(asked);
    DateFormats dates = visit.dates();
    List<Crumb> crumbs =
        List.of(
            new Crumb(title, null), new Crumb(week.label() + " (" + dates.week(week) + ")", null));
    PageFrame frame = visit.frame(title + " " + week.label(), crumbs, week, PageLinks::fleet);
    FleetWeek fleet = visit.desk().fleet(week);
    if (!fleet.coming().isEmpty()) {
      ctx.header("Cache-Control", "no-store").header("Refresh", SECONDS_TO_NEXT);
    }
    FleetPage page = FleetPage.of(week, weeks, fleet, visit);
    SiteContext.show(ctx, new StaticTemplates().pagesFleet(frame, page));
  }

  /** The last week that has ended, otherwise the newest week. */
  private ReviewWeek latest(List<ReviewWeek> weeks, PageVisit visit) {
    ReviewWeek complete = ReviewWeek.lastComplete(site.clock().instant(), visit.zone());
    return weeks.contains(complete) ? complete : weeks.get(weeks.size() - 1);
  }
}
