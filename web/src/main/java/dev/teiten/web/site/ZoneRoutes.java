package dev.teiten.web.site;

import dev.teiten.web.view.PageLinks;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/**
 * Keeps the zone in the address. A week and its numbers depend on the zone's midnight. A reader who
 * chose a zone is therefore redirected to an address with the zone, so that a copied address shows
 * equal numbers to others.
 */
public final class ZoneRoutes {

  private static final Pattern PAGES = Pattern.compile("/|/tasks(/.+)?|/clusters/.+|/queries/.+");

  private final SiteContext site;

  public ZoneRoutes(SiteContext site) {
    this.site = site;
  }

  /** Adds the handler that runs before every answer. */
  public void register(RoutesConfig routes) {
    routes.before(this::check);
  }

  private void check(Context ctx) {
    String asked = ctx.queryParam(TimeZones.PARAMETER);
    if (asked != null) {
      TimeZones.parse(asked, site.zone());
      return;
    }
    String kept = PreferenceCookies.zone(ctx, site.zone());
    if (kept != null && ctx.method() == HandlerType.GET && PAGES.matcher(ctx.path()).matches()) {
      String query = ctx.queryString();
      String tz = PageLinks.with(TimeZones.PARAMETER, kept);
      ctx.redirect(ctx.path() + (query == null ? tz : "?" + query + "&" + tz.substring(1)));
      ctx.skipRemainingHandlers();
    }
  }
}
