package dev.teiten.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as {@code wc} counts them. A line feed ends a line; a carriage return before it
 * belongs to the end, any other carriage return to the line.
 */
final class LineReader {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The bytes of the next line without its end; null after the last line. */
  byte @Nullable [] next() throws IOException {
    byte[] line = {};
    boolean any = false;
    boolean ended = false;
    while (!ended && (at < end || fill())) {
      any = true;
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line = joined(line, start);
      ended = at < end;
      at += ended ? 1 : 0;
    }
    if (!any) {
      return null;
    }
    boolean carriageReturn = line.length > 0 && line[line.length - 1] == '\r';
    return carriageReturn ? Arrays.copyOf(line, line.length - 1) : line;
  }

  private byte[] joined(byte[] line, int start) {
    if (line.length == 0) {
      return Arrays.copyOfRange(buffer, start, at);
    }
    byte[] whole = Arrays.copyOf(line, line.length + at - start);
    System.arraycopy(buffer, start, whole, line.length, at - start);
    return whole;
  }

  /** Whether a read returns at once. */
  boolean ready() throws IOException {
    return at < end || in.available() > 0;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
