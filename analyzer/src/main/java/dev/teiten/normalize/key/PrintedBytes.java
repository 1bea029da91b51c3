package dev.teiten.normalize.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing print. ByteArrayOutputStream would take a lock for every byte. */
final class PrintedBytes {
  private byte[] bytes = new byte[256];
  private int size;

  void add(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  void add(byte[] text, int from, int to) {
    room(to - from);
    System.arraycopy(text, from, bytes, size, to - from);
    size += to - from;
  }

  /** Adds a part of a text with its ASCII letters in lower case. */
  void addFolded(byte[] text, int from, int to) {
    room(to - from);
    for (int i = from; i < to; i++) {
      byte b = text[i];
      bytes[size++] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b);
    }
  }

  void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    add(utf8, 0, utf8.length);
  }

  private void room(int wanted) {
    if (size + wanted > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + wanted));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
