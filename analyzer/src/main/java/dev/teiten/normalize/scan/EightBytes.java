package dev.teiten.normalize.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tests on eight bytes of a text at once, the first of them in the lowest bits. A loop over bytes
 * costs a mispredicted branch at the end of every word; this has none for words of up to eight
 * bytes, which most are.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Anderson, Bit
 *     Twiddling Hacks: a byte in a word</a>
 */
final class EightBytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = EACH << 7;

  /** The mark of the first byte; the highest bits of bytes are marks. */
  static final long FIRST = 0x80;

  private static final long LOW = ~HIGH;

  private EightBytes() {}

  /** The bytes that begin at a place; beyond the end of the text they are 0. */
  static long at(byte[] text, int at) {
    if (at + Long.BYTES <= text.length) {
      return (long) LONG.get(text, at);
    }
    long bytes = 0;
    for (int i = text.length - 1; i >= at; i--) {
      bytes = bytes << 8 | (text[i] & 0xff);
    }
    return bytes;
  }

  /** The first of the bytes, and 0 for the others. */
  static long first(long bytes, int count) {
    return count == 0 ? 0 : bytes & (-1L >>> (64 - 8 * count));
  }

  /** How many bytes, from the first on, can stand in a word: see {@link ByteClasses#isWord}. */
  static int wordLength(long bytes) {
    long low = bytes & LOW;
    long lower = low | EACH * 0x20;
    long word = between(lower, 'a', 'z') | between(low, '0', '9') | is(low, '_') | is(low, '$');
    return leading(word | bytes);
  }

  /** How many bytes, from the first on, are digits. */
  static int digits(long bytes) {
    return leading(digitMarks(bytes));
  }

  /** Marks the digits. */
  static long digitMarks(long bytes) {
    return between(bytes & LOW, '0', '9') & ~bytes & HIGH;
  }

  /** Marks the bytes that equal an ASCII character. */
  static long marks(long bytes, int character) {
    return is(bytes & LOW, character) & ~bytes & HIGH;
  }

  /** How many bytes come before the first that equals one of two characters. */
  static int before(long bytes, int first, int second) {
    return leading(~(has(bytes ^ EACH * first) | has(bytes ^ EACH * second)));
  }

  /** Letters of ASCII in lower case. */
  static long fold(long bytes) {
    return bytes | (between(bytes & LOW, 'A', 'Z') & ~bytes & HIGH) >>> 2;
  }

  // The high bit of a byte says that it lies in the range; the bytes have none before.
  private static long between(long low, int from, int to) {
    return (low + EACH * (0x80 - from)) & ~(low + EACH * (0x7f - to));
  }

  private static long is(long low, int value) {
    return ~((low ^ EACH * value) + LOW);
  }

  // Exact up to the first zero byte, which is all that the caller reads.
  private static long has(long bytes) {
    return (bytes - EACH) & ~bytes;
  }

  /** How many bytes, from the first on, are marked. */
  static int leading(long marks) {
    return Long.numberOfTrailingZeros(~marks & HIGH) >>> 3;
  }
}
