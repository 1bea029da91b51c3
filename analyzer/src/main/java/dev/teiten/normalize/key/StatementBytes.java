package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The part of a text that is a statement and can be read without doubt, as UTF-8. */
public final class StatementBytes {
  private StatementBytes() {}

  /** The bytes of a text, without COPY's data, up to a string whose end is in doubt. */
  public static byte[] of(String text, Dialect dialect) {
    if (text.equals(Fingerprint.EMPTY)) {
      return new byte[0];
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (dialect == Dialect.POSTGRESQL && CopyData.isLikely(text)) {
      bytes = upTo(bytes, CopyData.start(bytes));
    }
    return text.indexOf('\\') < 0 ? bytes : upTo(bytes, DoubtfulQuotes.end(bytes, dialect));
  }

  private static byte[] upTo(byte[] bytes, int end) {
    return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
  }
}
