package dev.teiten.normalize;

/**
 * Two 64-bit lanes that never mix before the end: FNV-1a in one, a multiplicative hash over sums in
 * the other, so that what collides in one does not in the other. Not a cryptographic hash.
 */
final class Hash128 {
  static final long SEED_1 = 0xcbf29ce484222325L;
  static final long SEED_2 = 0x2545f4914f6cdd1dL;
  static final long PRIME_1 = 0x100000001b3L;
  static final long PRIME_2 = 0x9e3779b97f4a7c15L;

  private long lane1 = SEED_1;
  private long lane2 = SEED_2;

  static long step1(long hash, int b) {
    return (hash ^ (b & 0xff)) * PRIME_1;
  }

  static long step2(long hash, int b) {
    return (hash + (b & 0xff)) * PRIME_2;
  }

  static long first(CharSequence ascii) {
    long hash = SEED_1;
    for (int i = 0; i < ascii.length(); i++) {
      hash = step1(hash, ascii.charAt(i));
    }
    return hash;
  }

  static long first(byte[] bytes) {
    long hash = SEED_1;
    for (byte b : bytes) {
      hash = step1(hash, b);
    }
    return hash;
  }

  static long second(CharSequence ascii) {
    long hash = SEED_2;
    for (int i = 0; i < ascii.length(); i++) {
      hash = step2(hash, ascii.charAt(i));
    }
    return hash;
  }

  void add(int kind, long token1, long token2) {
    lane1 = (lane1 ^ token1 ^ kind) * PRIME_2;
    lane1 ^= lane1 >>> 32;
    lane2 = (Long.rotateLeft(lane2, 27) + token2 + kind) * 0xc4ceb9fe1a85ec53L;
    lane2 ^= lane2 >>> 29;
  }

  /** 32 hexadecimal digits. */
  String hex() {
    return hex(finish(lane1 + lane2)) + hex(finish(lane2 ^ Long.rotateLeft(lane1, 31)));
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }

  /** The finishing step of MurmurHash3, by Austin Appleby (public domain). */
  static long finish(long value) {
    long hash = value;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
