package dev.teiten.web.site;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What the routes share.
 *
 * @param zone whose midnight separates the weeks, and whose times the pages show
 */
public record Site(ZoneId zone, ReviewDesk desk, Clock clock) {

  /** Answers with a page. */
  public static void show(Context ctx, JteModel page) {
    ctx.html(page.render());
  }
}
