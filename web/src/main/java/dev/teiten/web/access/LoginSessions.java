package dev.teiten.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of browsers after the token login: random ids in the memory of this process, valid
 * for twelve hours. A restart ends all of them.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html">OWASP,
 *     session management</a>
 */
final class LoginSessions {
  static final String COOKIE = "teiten-session";
  static final Duration LENGTH = Duration.ofHours(12);

  private static final int ID_BYTES = 32;
  private static final int MOST_SESSIONS = 10_000;

  private final byte[] token;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Boolean> ids;

  LoginSessions(String token, Clock clock) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.ids =
        Caffeine.newBuilder()
            .maximumSize(MOST_SESSIONS)
            .expireAfterWrite(LENGTH)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  boolean isToken(@Nullable String said) {
    // Compares in constant time.
    return said != null && MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
  }

  /** A cookie value for a reader who entered the token. */
  String begin() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String cookie = HexFormat.of().formatHex(id);
    ids.put(cookie, true);
    return cookie;
  }

  boolean isValid(@Nullable String cookie) {
    return cookie != null && ids.getIfPresent(cookie) != null;
  }

  void end(@Nullable String cookie) {
    if (cookie != null) {
      ids.invalidate(cookie);
    }
  }

  void endAll() {
    ids.invalidateAll();
  }
}
