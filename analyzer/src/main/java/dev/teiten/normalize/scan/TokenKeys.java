package dev.teiten.normalize.scan;

/** One number for each token, to compare the beginnings of statements. */
public final class TokenKeys {
  private TokenKeys() {}

  public static boolean isLiteral(long key) {
    return key == FingerprintHash.finish(TokenKind.LITERAL)
        || key == FingerprintHash.finish(TokenKind.LITERALS);
  }

  /** The keys of tokens; quoted and plain names that say the same have the same key. */
  public static long[] of(TokenList tokens) {
    long[] keys = new long[tokens.size];
    for (int i = 0; i < keys.length; i++) {
      int kind = TokenKind.isName(tokens.kind[i]) ? TokenKind.WORD : tokens.kind[i];
      keys[i] =
          FingerprintHash.finish(tokens.hash1[i] + Long.rotateLeft(tokens.hash2[i], 17) + kind);
    }
    return keys;
  }
}
