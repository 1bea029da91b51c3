package dev.teiten.web.tasks;

import dev.teiten.review.store.AuthorStamp;
import dev.teiten.web.access.AccessPolicy;
import dev.teiten.web.access.WriteAudit;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The author of a change.
 *
 * @param name empty if unknown
 * @param verified whether a login proxy names the author, so that the name cannot be forged
 */
record TaskAuthor(String name, boolean verified) {
  private static final String COOKIE = "teiten-author";
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  /** The author named by the reverse proxy, otherwise the last name entered in this browser. */
  static TaskAuthor of(Context ctx, AccessPolicy access) {
    if (access.kind() == AccessPolicy.Kind.HEADER) {
      String said = access.reader(ctx);
      return new TaskAuthor(said == null ? "" : said.strip(), true);
    }
    return new TaskAuthor(kept(ctx.cookie(COOKIE)), false);
  }

  /**
   * The author of a form; the name is kept for the next form.
   *
   * @throws dev.teiten.load.SettingException if the name is missing
   */
  static AuthorStamp sign(Context ctx, AccessPolicy access, Instant now) {
    TaskAuthor author = of(ctx, access);
    if (author.verified()) {
      return new AuthorStamp(author.name(), now);
    }
    String given = ctx.formParam("author");
    AuthorStamp by = new AuthorStamp(given == null ? "" : given, now);
    WriteAudit.name(ctx, by.author());
    Cookie cookie = new Cookie(COOKIE, URLEncoder.encode(by.author(), StandardCharsets.UTF_8));
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
    return by;
  }

  private static String kept(@Nullable String cookie) {
    try {
      return cookie == null ? "" : URLDecoder.decode(cookie, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
