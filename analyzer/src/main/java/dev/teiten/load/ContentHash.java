package dev.teiten.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Hashes by which contents are told apart: SHA-256 as hexadecimal digits. */
public final class ContentHash {
  private ContentHash() {}

  /** The hash of lines, in their order. */
  public static String of(Stream<String> lines) {
    MessageDigest digest = sha256();
    lines.forEachOrdered(
        line -> {
          digest.update(line.getBytes(UTF_8));
          digest.update((byte) '\n');
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
