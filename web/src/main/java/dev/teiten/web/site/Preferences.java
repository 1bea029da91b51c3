package dev.teiten.web.site;

import dev.teiten.web.view.Links;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reader chose, kept in cookies so that the first byte of a page already knows it. */
final class Preferences {

  private static final String LANGUAGE = "teiten-lang";
  // Written by the switch in app.js.
  private static final String THEME = "teiten-theme";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private Preferences() {}

  /** The language of {@code ?lang}, else of the cookie, else of the browser. */
  static String language(Context ctx) {
    String chosen = ctx.queryParam("lang");
    if (chosen != null) {
      Cookie cookie = new Cookie(LANGUAGE, chosen.equals("ja") ? "ja" : "en");
      cookie.setMaxAge(YEAR_SECONDS);
      cookie.setSameSite(SameSite.LAX);
      ctx.cookie(cookie);
      return chosen;
    }
    String kept = ctx.cookie(LANGUAGE);
    if (kept != null) {
      return kept;
    }
    String accepted = ctx.header("Accept-Language");
    return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("ja") ? "ja" : "en";
  }

  static @Nullable String theme(Context ctx) {
    String theme = ctx.cookie(THEME);
    return "dark".equals(theme) || "light".equals(theme) ? theme : null;
  }

  /** The same address with the other language asked for. */
  static String otherLanguageHref(Context ctx, String language) {
    return ctx.path() + Links.with(changed(ctx, "lang", language.equals("ja") ? "en" : "ja"));
  }

  /** The parameters of the address, with {@code pairs} in place of those of the same names. */
  static @Nullable String[] changed(Context ctx, @Nullable String... pairs) {
    List<@Nullable String> changed = new ArrayList<>();
    Set<String> replaced = new HashSet<>(Set.of("lang"));
    for (int i = 0; i < pairs.length; i += 2) {
      replaced.add(String.valueOf(pairs[i]));
    }
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!replaced.contains(name)) {
                values.forEach(value -> changed.addAll(List.of(name, value)));
              }
            });
    changed.addAll(Arrays.asList(pairs));
    return changed.toArray(new String[0]);
  }
}
