package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;

/**
 * The text of a name or an operator as two numbers. The lanes never mix, so that texts that collide
 * in one lane differ in the other; not a cryptographic hash.
 */
public final class NameHash {
  private static final long SEED_1 = 0xcbf29ce484222325L;
  private static final long SEED_2 = 0x2545f4914f6cdd1dL;
  private static final long FACTOR_1 = 0x9e3779b97f4a7c15L;
  private static final long FACTOR_2 = 0xc4ceb9fe1a85ec53L;

  private static final byte[] UNEQUAL = {'!', '='};

  public long first;
  public long second;

  /**
   * Hashes the word that begins at a place, in lower case.
   *
   * @return its end
   */
  int word(byte[] text, int from) {
    long lane1 = SEED_1;
    long lane2 = SEED_2;
    int at = from;
    int length;
    do {
      long bytes = EightBytes.at(text, at);
      length = EightBytes.wordLength(bytes);
      if (length > 0) {
        long step = EightBytes.first(EightBytes.fold(bytes), length);
        lane1 = step1(lane1, step);
        lane2 = step2(lane2, step);
        at += length;
      }
    } while (length == Long.BYTES);
    if (ByteClasses.at(text, at) == '?' && text[at - 1] == '_') {
      int end = shardEnd(text, at);
      of(text, from, end, true);
      return end;
    }
    end(lane1, lane2, at - from);
    return at;
  }

  /** The end of a name that the rule for shards printed: {@code logs_?}, {@code logs_?_?_x}. */
  private static int shardEnd(byte[] text, int mark) {
    int at = mark;
    while (ByteClasses.at(text, at) == '?' && text[at - 1] == '_') {
      at++;
      if (ByteClasses.at(text, at) == '_') {
        while (ByteClasses.isWord(text, at)) {
          at++;
        }
      }
    }
    return at;
  }

  /** Hashes a part of a text; a word and its name in quotes have the same hash. */
  public void of(byte[] text, int from, int to, boolean fold) {
    long lane1 = SEED_1;
    long lane2 = SEED_2;
    for (int at = from; at < to; at += Long.BYTES) {
      long bytes = EightBytes.at(text, at);
      long step = EightBytes.first(fold ? EightBytes.fold(bytes) : bytes, Math.min(8, to - at));
      lane1 = step1(lane1, step);
      lane2 = step2(lane2, step);
    }
    end(lane1, lane2, to - from);
  }

  /** Hashes an operator; {@code <>} is another spelling of {@code !=}. */
  void operator(byte[] text, int from, int to) {
    if (to == from + 2 && text[from] == '<' && text[from + 1] == '>') {
      of(UNEQUAL, 0, 2, false);
    } else {
      of(text, from, to, false);
    }
  }

  /** Hashes the inside of a quoted name; a doubled quote stands for one. */
  void quoted(byte[] text, int from, int to, boolean fold) {
    byte[] name = LiteralScanner.undoubled(text, from, to);
    if (name == text) {
      of(text, from, to, fold);
    } else {
      of(name, 0, name.length, fold);
    }
  }

  private void end(long lane1, long lane2, int length) {
    first = lane1 + length * FACTOR_2;
    second = lane2 + length * FACTOR_1;
  }

  private static long step1(long hash, long bytes) {
    long mixed = (hash ^ bytes) * FACTOR_1;
    return mixed ^ mixed >>> 32;
  }

  private static long step2(long hash, long bytes) {
    long mixed = (hash + bytes) * FACTOR_2;
    return mixed ^ mixed >>> 29;
  }

  public static NameHash of(byte[] name) {
    NameHash hash = new NameHash();
    hash.of(name, 0, name.length, false);
    return hash;
  }

  public static NameHash of(String name) {
    return of(name.getBytes(StandardCharsets.UTF_8));
  }

  public static long first(String name) {
    return of(name).first;
  }
}
