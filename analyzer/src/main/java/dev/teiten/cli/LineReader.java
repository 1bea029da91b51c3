package dev.teiten.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as {@code wc} counts them. A line feed ends a line; a carriage return before it
 * belongs to the end, any other carriage return to the line.
 */
final class LineReader {
  private final Reader in;
  private final char[] buffer = new char[8192];
  private int at;
  private int end;

  LineReader(Reader in) {
    this.in = in;
  }

  /** The next line without its end; null after the last line. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.append(buffer, start, at - start);
      if (at < end) {
        at++;
        break;
      }
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return any ? line.toString() : null;
  }

  /** Whether a read returns at once. */
  boolean ready() throws IOException {
    return at < end || in.ready();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
