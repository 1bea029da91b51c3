package dev.teiten.web.site;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a reader chose, kept in cookies so that the first byte of a page already knows it. */
final class PreferenceCookies {

  private static final String LANGUAGE = "teiten-lang";
  private static final String COLUMNS = "teiten-cols";
  // Written by the switch in app.js.
  private static final String THEME = "teiten-theme";
  private static final String ZONE = "teiten-tz";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private PreferenceCookies() {}

  /**
   * The language of {@code ?lang}, else of the cookie, else of the browser. Who asks for data says
   * it with the request, as our pages' scripts do: a page stays in its language when another is
   * chosen in another window.
   */
  static String language(Context ctx) {
    String chosen = ctx.queryParam("lang");
    if (chosen != null) {
      return keep(ctx, LANGUAGE, chosen.equals("ja") ? "ja" : "en");
    }
    String kept = SiteContext.isData(ctx) ? null : ctx.cookie(LANGUAGE);
    if (kept != null) {
      return kept;
    }
    String accepted = ctx.header("Accept-Language");
    return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("ja") ? "ja" : "en";
  }

  /** The columns of {@code ?cols}, else of the cookie; null if never chosen. */
  static @Nullable String columns(Context ctx) {
    String chosen = ctx.queryParam("cols");
    // Anything else would not be a cookie's value.
    return chosen != null && chosen.matches("[a-z-]{1,120}")
        ? keep(ctx, COLUMNS, chosen)
        : ctx.cookie(COLUMNS);
  }

  /**
   * The name of the zone of {@code ?tz}, else of the cookie; null if none was chosen, or there is
   * no such zone.
   *
   * @param home the server's zone
   */
  static @Nullable String zone(Context ctx, ZoneId home) {
    String kept = ctx.cookie(ZONE);
    String chosen = ctx.queryParam(TimeZones.PARAMETER);
    if (chosen != null && TimeZones.isKnown(chosen, home)) {
      // An answer that sets a cookie is not kept, so that it is set only where it changes.
      return chosen.equals(kept) ? chosen : keep(ctx, ZONE, chosen);
    }
    return kept != null && TimeZones.isKnown(kept, home) ? kept : null;
  }

  static @Nullable String theme(Context ctx) {
    String theme = ctx.cookie(THEME);
    return "dark".equals(theme) || "light".equals(theme) ? theme : null;
  }

  private static String keep(Context ctx, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
    return value;
  }
}
