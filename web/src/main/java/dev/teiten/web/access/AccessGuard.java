package dev.teiten.web.access;

import dev.teiten.web.site.PageVisit;
import dev.teiten.web.site.SiteContext;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.WrongText;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks access to every address except those of the login. */
public final class AccessGuard {

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String BEARER = "Bearer ";

  private final AccessPolicy access;
  private final boolean openMetrics;
  private final LoginSessions sessions;
  private final LoginThrottle throttle;

  /**
   * @param openMetrics whether {@code /metrics} needs no login
   */
  public AccessGuard(AccessPolicy access, boolean openMetrics, Clock clock) {
    this.access = access;
    this.openMetrics = openMetrics;
    this.sessions = new LoginSessions(access.secret(), clock);
    this.throttle = new LoginThrottle(clock);
  }

  LoginSessions sessions() {
    return sessions;
  }

  /**
   * Checks a token, and counts a wrong one.
   *
   * @throws RefusedException if the address sent too many wrong ones
   */
  boolean isToken(Context ctx, @Nullable String said) {
    String address = access.client(ctx);
    if (throttle.isBlocked(address)) {
      ctx.header("Retry-After", String.valueOf(LoginThrottle.WINDOW.toSeconds()));
      throw new RefusedException(429, WrongText.MANY_LOGINS.of(), WrongText.WAIT.of());
    }
    boolean right = sessions.isToken(said);
    if (!right) {
      throttle.note(address);
    }
    return right;
  }

  /**
   * Accepts a request, or redirects the reader to the login.
   *
   * @throws RefusedException if the request is refused and a login would not help
   */
  public void check(Context ctx) {
    if (isFree(ctx.path()) || isKnown(ctx)) {
      return;
    }
    boolean page = ctx.method().name().equals("GET") && !SiteContext.isData(ctx);
    if (access.kind() == AccessPolicy.Kind.TOKEN && page) {
      ctx.redirect("/login" + PageLinks.with("next", here(ctx)), HttpStatus.SEE_OTHER);
      ctx.skipRemainingHandlers();
      return;
    }
    if (access.kind() == AccessPolicy.Kind.TOKEN) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"teiten\"");
    }
    throw switch (access.kind()) {
      case OPEN ->
          new RefusedException(403, WrongText.OTHER_NAME.of(), WrongText.ASK_LOOPBACK.of());
      case TOKEN -> new RefusedException(401, WrongText.NO_TOKEN.of(), WrongText.SEND_TOKEN.of());
      case HEADER ->
          new RefusedException(403, WrongText.NOT_LOGGED_IN.of(), WrongText.THROUGH_PROXY.of());
    };
  }

  private boolean isFree(String path) {
    return openMetrics && path.equals("/metrics")
        || path.equals("/healthz")
        || path.equals("/readyz")
        || path.equals("/login")
        || path.startsWith("/static/")
        || path.startsWith("/echarts/");
  }

  private boolean isKnown(Context ctx) {
    return switch (access.kind()) {
      case OPEN -> isLocalName(ctx.header("Host"));
      case TOKEN -> isSession(ctx) || isBearer(ctx);
      case HEADER -> access.isProxy(ctx.req().getRemoteAddr()) && isNamed(ctx);
    };
  }

  private boolean isSession(Context ctx) {
    boolean valid = sessions.isValid(ctx.cookie(LoginSessions.COOKIE));
    ctx.attribute(PageVisit.SESSION, valid);
    return valid;
  }

  private boolean isBearer(Context ctx) {
    String authorization = ctx.header("Authorization");
    return authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && isToken(ctx, authorization.substring(BEARER.length()).strip());
  }

  /** Rejects foreign host names that resolve to 127.0.0.1 (DNS rebinding). */
  private static boolean isLocalName(@Nullable String host) {
    return host == null || LOOPBACK_NAMES.contains(host.replaceAll(":\\d+$", ""));
  }

  /** Whether exactly one header names the reader; of two, a client may have sent one. */
  private boolean isNamed(Context ctx) {
    List<String> names = Collections.list(ctx.req().getHeaders(access.secret()));
    return names.size() == 1 && !names.get(0).isBlank();
  }

  private static String here(Context ctx) {
    String query = ctx.queryString();
    return ctx.path() + (query == null ? "" : "?" + query);
  }
}
