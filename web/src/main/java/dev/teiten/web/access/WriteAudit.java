package dev.teiten.web.access;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs who wrote what from where: one line for each write, login and logout that succeeded. The
 * line has the address of the request and no body, so it holds no statement and no label.
 */
public final class WriteAudit {
  private static final Logger LOG = LoggerFactory.getLogger("teiten.audit");
  private static final String AUTHOR = "teiten-author";

  private final AccessPolicy access;

  public WriteAudit(AccessPolicy access) {
    this.access = access;
  }

  /** Remembers the author that a request names, for its line. */
  public static void name(Context ctx, String author) {
    ctx.attribute(AUTHOR, author);
  }

  /** Logs a write that has been answered. */
  public void note(Context ctx) {
    if (WriteGuard.isRead(ctx) || ctx.statusCode() >= 400) {
      return;
    }
    LOG.info(
        "{} {} {} by {} from {}",
        ctx.req().getMethod(),
        // As it was sent: encoded, and on one line.
        ctx.req().getRequestURI(),
        ctx.statusCode(),
        who(ctx),
        access.client(ctx));
  }

  private String who(Context ctx) {
    String reader = access.reader(ctx);
    if (reader != null) {
      return plain(reader);
    }
    String author = ctx.attribute(AUTHOR);
    // A name in the request is a statement, not a login.
    return author == null ? "-" : "\"" + plain(author) + "\"";
  }

  private static String plain(@Nullable String text) {
    return String.valueOf(text).replaceAll("\\p{Cntrl}", " ");
  }
}
