package dev.teiten.web.access;

import dev.teiten.web.view.WrongText;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects against cross-site request forgery: only Teiten's pages, and scripts with the token, may
 * write. Another site's page can make a browser send a request, but not with a custom header, and
 * browsers report the origin.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP,
 *     custom request headers and Fetch Metadata</a>
 */
public final class WriteGuard {

  /** Header that Teiten's pages send with every write; any value. */
  static final String HEADER = "X-Teiten-Csrf";

  /** The router would take its value for the method. */
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private WriteGuard() {}

  /**
   * @throws RefusedException if the request writes and may come from another site
   */
  public static void check(Context ctx) {
    if (ctx.header(OVERRIDE) != null) {
      throw new RefusedException(400, WrongText.OVERRIDE.of(), WrongText.SEND_METHOD.of());
    }
    if (isRead(ctx)) {
      return;
    }
    // A form cannot send a header, but browsers report its origin.
    boolean form = ctx.path().equals("/login") || isForm(ctx) && isOurs(ctx);
    boolean marked = ctx.header(HEADER) != null || ctx.header("Authorization") != null;
    if (isForeign(ctx) || !(form || marked)) {
      throw new RefusedException(403, WrongText.FOREIGN.of(), WrongText.SEND_HEADER.of(HEADER));
    }
  }

  static boolean isRead(Context ctx) {
    return READS.contains(ctx.req().getMethod());
  }

  private static boolean isForm(Context ctx) {
    return ctx.path().equals("/logout")
        || ctx.path().equals("/tasks")
        || ctx.path().startsWith("/tasks/");
  }

  /** Whether the browser reports this server as the origin. */
  private static boolean isOurs(Context ctx) {
    String origin = ctx.header("Origin");
    return "same-origin".equals(ctx.header("Sec-Fetch-Site"))
        || origin != null && isHost(origin, ctx.header("Host"));
  }

  private static boolean isForeign(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = ctx.header("Origin");
    return origin != null && !isHost(origin, ctx.header("Host"));
  }

  private static boolean isHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
