package dev.teiten.web.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The session cookie of a browser after the token login. It contains its expiry, signed with the
 * token; the token is never sent. A new token ends all sessions.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
final class SessionCookies {

  static final String COOKIE = "teiten-session";
  static final Duration LENGTH = Duration.ofHours(12);

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] token;
  private final Clock clock;

  SessionCookies(String token, Clock clock) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  boolean isToken(@Nullable String said) {
    return said != null && same(token, said.getBytes(StandardCharsets.UTF_8));
  }

  /** A cookie value for a reader who entered the token. */
  String issue() {
    String end = String.valueOf(clock.instant().plus(LENGTH).getEpochSecond());
    return end + "." + sign(end);
  }

  boolean isValid(@Nullable String cookie) {
    if (cookie == null || !cookie.matches("\\d{1,12}\\.[0-9a-f]{64}")) {
      return false;
    }
    int dot = cookie.indexOf('.');
    String end = cookie.substring(0, dot);
    boolean signed =
        same(
            sign(end).getBytes(StandardCharsets.US_ASCII),
            cookie.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
    return signed && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // Every Java runtime has this algorithm.
    }
  }

  /** Compares in constant time. */
  private static boolean same(byte[] expected, byte[] said) {
    return MessageDigest.isEqual(expected, said);
  }
}
