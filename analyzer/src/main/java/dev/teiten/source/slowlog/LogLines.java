package dev.teiten.source.slowlog;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file, one after another in one buffer. Of a longer line only the beginning is
 * kept, so that the memory is bounded.
 */
final class LogLines {
  /** Bytes of a line that are kept at least. */
  private static final int LONGEST = 1 << 18;

  private static final int BUFFER = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private int start;
  private int end;
  private int next;
  private long offset;
  private long length;
  private long dropped;
  private boolean closed;
  private byte last;

  LogLines(InputStream in) {
    this.in = in;
  }

  /** Reads the next line; false at the end of the file. */
  boolean next() throws IOException {
    offset += length;
    start = next;
    dropped = 0;
    int newline = find(start);
    closed = newline >= 0;
    int stop = closed ? newline : filled;
    length = stop - start + dropped + (closed ? 1 : 0);
    next = closed ? newline + 1 : filled;
    if (stop > start && buffer[stop - 1] == '\r') {
      stop--;
    }
    last = stop > start ? buffer[stop - 1] : 0;
    end = dropped > 0 ? start + LONGEST : stop;
    return length > 0;
  }

  /** The place of the next end of a line; -1 if the file ends before. */
  private int find(int from) throws IOException {
    int scanned = from;
    while (true) {
      for (int i = scanned; i < filled; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      makeRoom();
      scanned = filled;
      int count = in.read(buffer, filled, BUFFER - filled);
      if (count < 0) {
        return -1;
      }
      filled += count;
    }
  }

  /** Makes room in a full buffer: read lines go, then the middle of a line that is too long. */
  private void makeRoom() {
    if (filled < BUFFER) {
      return;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    } else {
      // The last byte tells whether a statement ends.
      buffer[LONGEST] = buffer[filled - 1];
      dropped += filled - LONGEST - 1;
      filled = LONGEST + 1;
    }
  }

  /** The bytes that hold the line, from {@link #start} to {@link #end}. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Bytes of the file before the line. */
  long offset() {
    return offset;
  }

  /** Whether the line lacks its middle and its end. */
  boolean isCut() {
    return dropped > 0;
  }

  /** Whether the line is complete; only the last of a file may not be. */
  boolean isClosed() {
    return closed;
  }

  /** Whether the line, before it was cut, ends with that character. */
  boolean endsWith(char character) {
    return last == character;
  }

  boolean startsWith(byte[] prefix) {
    return holds(start, prefix);
  }

  /** Whether these bytes stand at that place of the line. */
  boolean holds(int at, byte[] expected) {
    if (at + expected.length > end) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (buffer[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** The place of these bytes in the line; -1 if they are not in it. */
  int indexOf(byte[] expected) {
    for (int i = start; i + expected.length <= end; i++) {
      if (holds(i, expected)) {
        return i;
      }
    }
    return -1;
  }
}
