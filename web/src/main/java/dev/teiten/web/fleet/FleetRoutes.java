package dev.teiten.web.fleet;

import dev.teiten.load.ReviewWeek;
import dev.teiten.web.site.Site;
import dev.teiten.web.site.Visit;
import dev.teiten.web.templates.StaticTemplates;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Frame;
import dev.teiten.web.view.Frame.Crumb;
import dev.teiten.web.view.Links;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The fleet of one week: {@code /?week=2026-W46&q=pairs}. */
public final class FleetRoutes {

  private final Site site;

  public FleetRoutes(Site site) {
    this.site = site;
  }

  /** Adds the route. */
  public void register(RoutesConfig routes) {
    routes.get("/", this::show);
  }

  private void show(Context ctx) {
    Visit visit = new Visit(ctx, site);
    List<ReviewWeek> weeks = visit.desk().weeks();
    String title = visit.texts().get("fleet.title");
    if (weeks.isEmpty()) {
      Site.show(
          ctx,
          new StaticTemplates().pagesNothing(visit.frame(title, List.of(new Crumb(title, null)))));
      return;
    }
    String asked = visit.param("week");
    ReviewWeek week = asked == null ? latest(weeks, visit) : visit.desk().week(asked);
    Dates dates = visit.dates();
    List<Crumb> crumbs =
        List.of(
            new Crumb(title, null), new Crumb(week.label() + " (" + dates.week(week) + ")", null));
    Frame frame = visit.frame(title + " " + week.label(), crumbs, week, Links::fleet);
    FleetPage page = FleetPage.of(week, weeks, visit.desk().fleet(week), visit);
    Site.show(ctx, new StaticTemplates().pagesFleet(frame, page));
  }

  /** The last week that has ended, or the newest there is. */
  private ReviewWeek latest(List<ReviewWeek> weeks, Visit visit) {
    ReviewWeek complete = ReviewWeek.lastComplete(site.clock().instant(), visit.zone());
    return weeks.contains(complete) ? complete : weeks.get(weeks.size() - 1);
  }
}
