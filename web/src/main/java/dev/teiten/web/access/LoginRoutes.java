package dev.teiten.web.access;

import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.templates.StaticTemplates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The login: a token is entered once and answered with a same-site cookie. */
public final class LoginRoutes {

  private final SiteContext site;
  private final AccessGuard guard;

  public LoginRoutes(SiteContext site, AccessGuard guard) {
    this.site = site;
    this.guard = guard;
  }

  /** Adds the routes. */
  public void register(RoutesConfig routes) {
    routes.get("/login", ctx -> show(ctx, next(ctx.queryParam("next")), false));
    routes.post("/login", this::login);
    routes.get("/logout", this::leave);
    routes.post("/logout", this::logout);
  }

  private void login(Context ctx) {
    String next = next(ctx.formParam("next"));
    if (!guard.isToken(ctx, ctx.formParam("token"))) {
      ctx.status(401);
      show(ctx, next, true);
      return;
    }
    setCookie(ctx, guard.sessions().begin(), (int) LoginSessions.LENGTH.toSeconds());
    ctx.redirect(next, HttpStatus.SEE_OTHER);
  }

  private static void setCookie(Context ctx, String value, int seconds) {
    Cookie cookie = new Cookie(LoginSessions.COOKIE, value);
    cookie.setHttpOnly(true);
    cookie.setSecure(isHttps(ctx));
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge(seconds);
    ctx.cookie(cookie);
  }

  private void leave(Context ctx) {
    PageVisit visit = new PageVisit(ctx, site);
    String title = visit.texts().get("logout.title");
    ctx.header("Cache-Control", "no-store");
    SiteContext.show(ctx, new StaticTemplates().pagesLogout(visit.frame(title, List.of())));
  }

  private void logout(Context ctx) {
    if (ctx.formParam("all") == null) {
      guard.sessions().end(ctx.cookie(LoginSessions.COOKIE));
    } else {
      guard.sessions().endAll();
    }
    setCookie(ctx, "", 0);
    ctx.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private void show(Context ctx, String next, boolean wrong) {
    PageVisit visit = new PageVisit(ctx, site);
    ctx.header("Cache-Control", "no-store");
    String title = visit.texts().get("login.title");
    SiteContext.show(
        ctx, new StaticTemplates().pagesLogin(visit.frame(title, List.of()), next, wrong));
  }

  private static boolean isHttps(Context ctx) {
    return ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
  }

  /** A target on this server; {@code //other.example} would lead elsewhere. */
  private static String next(@Nullable String asked) {
    return asked != null && asked.matches("/(?![/\\\\])[^\\p{Cntrl}]*") ? asked : "/";
  }
}
