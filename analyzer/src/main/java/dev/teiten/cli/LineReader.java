package dev.teiten.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Lines as {@code wc} counts them: a line feed ends one, a carriage return before it belongs to the
 * end, and one anywhere else to the line.
 */
final class LineReader {
  private final Reader in;
  private final char[] buffer = new char[8192];
  private int at;
  private int end;

  LineReader(Reader in) {
    this.in = in;
  }

  /** The next line without its end; null after the last. */
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

  /** Whether something more can be had without waiting. */
  boolean ready() throws IOException {
    return at < end || in.ready();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
