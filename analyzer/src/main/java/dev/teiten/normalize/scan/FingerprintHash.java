package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;

/** The id: two 64-bit lanes over the tokens, mixed at the end. Not a cryptographic hash. */
public final class FingerprintHash {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private long lane1 = 0xcbf29ce484222325L;
  private long lane2 = 0x2545f4914f6cdd1dL;

  public void add(int kind, long token1, long token2) {
    lane1 = step1(lane1, token1 ^ kind);
    lane2 = step2(lane2, token2 + kind);
  }

  static long step1(long lane, long token) {
    long mixed = (lane ^ token) * 0x9e3779b97f4a7c15L;
    return mixed ^ mixed >>> 32;
  }

  static long step2(long lane, long token) {
    long mixed = (Long.rotateLeft(lane, 27) + token) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 29;
  }

  /** A prefix of ASCII, and 32 hexadecimal digits. */
  public String hex(String prefix) {
    int start = prefix.length();
    byte[] text = new byte[start + 32];
    for (int i = 0; i < start; i++) {
      text[i] = (byte) prefix.charAt(i);
    }
    digits(text, start, finish(lane1 + lane2));
    digits(text, start + 16, finish(lane2 ^ Long.rotateLeft(lane1, 31)));
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void digits(byte[] text, int at, long value) {
    for (int i = 0; i < 16; i++) {
      text[at + i] = DIGITS[(int) (value >>> (60 - 4 * i)) & 0xf];
    }
  }

  /** The finishing step of MurmurHash3, by Austin Appleby (public domain). */
  static long finish(long value) {
    long hash = value;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
