package dev.teiten.web.site;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What the routes share.
 *
 * @param zone the server's: whose midnight separates the weeks, and whose times the pages show, for
 *     whoever chose no other
 * @param desk in weeks of that zone; {@link PageVisit#desk} has the reader's
 */
public record SiteContext(ZoneId zone, ReviewDesk desk, Clock clock) {

  /** Answers with a page, in which a zone that was chosen is in every address. */
  public static void show(Context ctx, JteModel page) {
    String zone = ctx.attribute(PageVisit.ZONE_CHOSEN);
    ctx.html(zone == null ? page.render() : ZonedLinks.in(page.render(), zone));
  }

  /** Whether a script asks for data, rather than a reader for a page. */
  public static boolean isData(Context ctx) {
    return ctx.path().startsWith("/api/");
  }
}
