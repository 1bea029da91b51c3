package dev.teiten.source.slowlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** The id of a log: a hash of its first statement's time, length, place and query. */
final class LogId {
  private static final int BYTES = 16;

  private LogId() {}

  static String of(Instant end, double seconds, long position, String digest) {
    String first = String.join(" ", end.toString(), "" + seconds, "" + position, digest);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(first.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
