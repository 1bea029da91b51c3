package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.DoubtfulQuotes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The part of a text that is a statement and can be read without doubt, as UTF-8. */
public final class StatementBytes {
  private StatementBytes() {}

  /** The bytes of a text, without COPY's data, up to a string whose end is in doubt. */
  public static byte[] of(String text, Dialect dialect) {
    byte[] bytes = withoutRows(text, dialect);
    boolean doubtful = text.contains("\\'") || text.contains("\\\"");
    return doubtful ? upTo(bytes, DoubtfulQuotes.end(bytes, dialect)) : bytes;
  }

  /** The bytes of a text without COPY's data. */
  static byte[] withoutRows(String text, Dialect dialect) {
    byte[] bytes = whole(text);
    if (dialect == Dialect.POSTGRESQL && CopyData.isLikely(text)) {
      return upTo(bytes, CopyData.start(bytes));
    }
    return bytes;
  }

  /** All bytes of a text. */
  static byte[] whole(String text) {
    return text.equals(Fingerprint.EMPTY) ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] upTo(byte[] bytes, int end) {
    return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
  }
}
