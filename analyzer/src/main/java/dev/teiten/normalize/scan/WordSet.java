package dev.teiten.normalize.scan;

import java.util.Arrays;

/** Words by their hash, to be looked up without an allocation. */
public final class WordSet {
  private final long[] hashes;

  private WordSet(long[] hashes) {
    this.hashes = hashes;
  }

  /**
   * @param words between single spaces
   */
  public static WordSet of(String words) {
    return new WordSet(
        Arrays.stream(words.split(" ")).mapToLong(NameHash::first).sorted().toArray());
  }

  /**
   * @param hash {@link NameHash#first} of a word
   */
  public boolean contains(long hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** Whether a token is one of the words. */
  public boolean isAt(TokenList tokens, int at) {
    return tokens.is(at, TokenKind.WORD) && contains(tokens.hash1[at]);
  }
}
