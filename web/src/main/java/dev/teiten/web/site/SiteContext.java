package dev.teiten.web.site;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;

/**
 * The common objects of the routes.
 *
 * @param zone the server's time zone, used for weeks and displayed times unless the reader chose
 *     another
 * @param desk the reviews in weeks of that zone; {@link PageVisit#desk} uses the reader's zone
 */
public record SiteContext(ZoneId zone, ReviewDesk desk, Clock clock) {

  /** Renders a page; if a zone was chosen, every address in the page contains it. */
  public static void show(Context ctx, JteModel page) {
    String zone = ctx.attribute(PageVisit.ZONE_CHOSEN);
    ctx.html(zone == null ? page.render() : ZonedLinks.in(page.render(), zone));
  }

  /** Whether the request is a script's request for data, not a page view. */
  public static boolean isData(Context ctx) {
    return ctx.path().startsWith("/api/") || ctx.path().equals("/metrics");
  }
}
