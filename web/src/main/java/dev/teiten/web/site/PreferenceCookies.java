package dev.teiten.web.site;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reader's choices, kept in cookies so that the first byte of a page can depend on them. */
final class PreferenceCookies {

  private static final String LANGUAGE = "teiten-lang";
  private static final String COLUMNS = "teiten-cols";
  // The switch in app.js writes this cookie.
  private static final String THEME = "teiten-theme";
  private static final String ZONE = "teiten-tz";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private PreferenceCookies() {}

  /**
   * The language of {@code ?lang}, otherwise of the cookie, otherwise of the browser. Scripts send
   * their page's language, so a page keeps its language when another window chooses a different
   * one.
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

  /** The columns of {@code ?cols}, otherwise of the cookie; null if never chosen. */
  static @Nullable String columns(Context ctx) {
    String chosen = ctx.queryParam("cols");
    // A cookie's value has only these characters.
    return chosen != null && chosen.matches("[a-z-]{1,120}")
        ? keep(ctx, COLUMNS, chosen)
        : ctx.cookie(COLUMNS);
  }

  /**
   * The zone name of {@code ?tz}, otherwise of the cookie; null without a choice, or if the zone is
   * unknown.
   *
   * @param home the server's zone
   */
  static @Nullable String zone(Context ctx, ZoneId home) {
    String kept = ctx.cookie(ZONE);
    String chosen = ctx.queryParam(TimeZones.PARAMETER);
    if (chosen != null && TimeZones.isKnown(chosen, home)) {
      // An answer with a cookie is not cached, so the cookie is set only when it changes.
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
