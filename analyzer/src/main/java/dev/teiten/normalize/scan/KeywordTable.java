package dev.teiten.normalize.scan;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words that have a role in the rules, by hash, because the scanner looks up every word. */
public final class KeywordTable {
  private static final int SIZE = 1024;
  private static final int LONGEST = 19;

  private final long[] hashes = new long[SIZE];
  private final int[] roles = new int[SIZE];
  private final @Nullable String[] canonical = new @Nullable String[SIZE];

  KeywordTable() {}

  /**
   * The roles of a word, 0 for none.
   *
   * @param hash {@link NameHash#first} of the word
   */
  public int roles(long hash, int length) {
    if (length > LONGEST) {
      return 0;
    }
    int slot = slot(hash);
    return hashes[slot] == hash ? roles[slot] : 0;
  }

  /** The spelling that stands for a word and its synonyms; the word must have one. */
  public String canonical(long hash) {
    return Objects.requireNonNull(canonical[slot(hash)]);
  }

  /** The roles of a word that is known to be short enough. */
  int roles(long hash) {
    return roles(hash, 0);
  }

  private int slot(long hash) {
    int slot = (int) (hash ^ (hash >>> 29) ^ (hash >>> 47)) & (SIZE - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (SIZE - 1);
    }
    return slot;
  }

  /** Gives each of some words, between spaces, one more role. */
  KeywordTable add(int role, String words) {
    for (String word : words.split(" ")) {
      put(role, word, null);
    }
    return this;
  }

  /** The first word stands for all of them. */
  KeywordTable same(int role, String words) {
    String[] spellings = words.split(" ");
    put(0, spellings[0], spellings[0]);
    for (int i = 1; i < spellings.length; i++) {
      put(role, spellings[i], spellings[0]);
    }
    return this;
  }

  private void put(int role, String word, @Nullable String stands) {
    long hash = NameHash.first(word.toLowerCase(Locale.ROOT));
    int slot = slot(hash);
    hashes[slot] = hash;
    roles[slot] |= role;
    if (stands != null) {
      canonical[slot] = stands;
    }
  }
}
