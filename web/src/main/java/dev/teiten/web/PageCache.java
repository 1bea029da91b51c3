package dev.teiten.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.teiten.web.access.AccessPolicy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Caches answers. A page depends on its address, the reader, the reader's language and theme, and
 * the archive's content. While these stay equal, the same bytes are sent again, or a 304 if the
 * browser still has them.
 *
 * <p>An answer with its own cache header, or with a cookie, is never cached.
 */
final class PageCache {
  /** A review page takes some 100 KB. */
  private static final int MAX_ANSWERS = 200;

  /** Lifetime of an answer; a page may show the current day. */
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final String ATTRIBUTE = "teiten-page-version";

  private final LongSupplier version;
  private final AccessPolicy access;
  private final Cache<CacheKey, Answer> answers =
      Caffeine.newBuilder().maximumSize(MAX_ANSWERS).expireAfterWrite(MAX_AGE).build();

  private record CacheKey(
      String path,
      @Nullable String query,
      @Nullable String reader,
      @Nullable String cookies,
      @Nullable String languages) {}

  private CacheKey key(Context ctx) {
    return new CacheKey(
        ctx.path(),
        ctx.queryString(),
        access.reader(ctx),
        ctx.header("Cookie"),
        ctx.header("Accept-Language"));
  }

  private record Answer(
      long version,
      String contentType,
      @Nullable String disposition,
      byte[] body,
      byte[] compressed,
      String tag) {}

  /**
   * @param version changes whenever an answer may have changed
   */
  PageCache(LongSupplier version, AccessPolicy access) {
    this.version = version;
    this.access = access;
  }

  void register(RoutesConfig routes) {
    routes.before(this::answer);
    routes.after(this::keep);
  }

  private void answer(Context ctx) {
    if (ctx.method() != HandlerType.GET) {
      return;
    }
    // The answer belongs to this version, even if the archive grows meanwhile.
    long now = version.getAsLong();
    ctx.attribute(ATTRIBUTE, now);
    Answer cached = answers.getIfPresent(key(ctx));
    if (cached != null && cached.version() == now) {
      send(ctx, cached);
      ctx.attribute(ATTRIBUTE, null);
      ctx.skipRemainingHandlers();
    }
  }

  private void keep(Context ctx) {
    Long made = ctx.attribute(ATTRIBUTE);
    String type = ctx.res().getContentType();
    if (made == null || type == null || !isOurs(ctx)) {
      return;
    }
    String text = ctx.result();
    if (text != null) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      Answer answer =
          new Answer(
              made,
              type,
              ctx.res().getHeader("Content-Disposition"),
              body,
              compressed(body),
              "\"" + UUID.randomUUID() + "\"");
      answers.put(key(ctx), answer);
      send(ctx, answer);
    }
  }

  private static boolean isOurs(Context ctx) {
    return ctx.status() == HttpStatus.OK
        && ctx.res().getHeader("Cache-Control") == null
        && ctx.res().getHeader("Set-Cookie") == null;
  }

  private void send(Context ctx, Answer answer) {
    // What needs a login may not stay on the disk of a browser.
    ctx.header(
        "Cache-Control",
        access.kind() == AccessPolicy.Kind.OPEN ? "no-cache" : "private, no-store");
    ctx.header("ETag", answer.tag);
    ctx.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
    if (answer.tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(HttpStatus.NOT_MODIFIED).result("");
      return;
    }
    if (answer.disposition != null) {
      ctx.header("Content-Disposition", answer.disposition);
    }
    ctx.contentType(answer.contentType);
    ctx.disableCompression();
    String accepted = ctx.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      ctx.header("Content-Encoding", "gzip").result(answer.compressed);
    } else {
      ctx.result(answer.body);
    }
  }

  private static byte[] compressed(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
