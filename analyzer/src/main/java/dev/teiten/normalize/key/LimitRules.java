package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordLists;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/**
 * The literals of LIMIT. {@code limit 5, 10}, {@code limit 10 offset 5} and {@code offset 5 limit
 * 10} are {@code limit ? offset ?}.
 */
final class LimitRules {
  private static final NameHash OFFSET = NameHash.of("offset");

  private final TokenList tokens;
  private final Lexer lexer;

  /** Whether LIMIT with and without OFFSET are one, as they were in the former version. */
  private final boolean former;

  private final int offsetRoles;

  LimitRules(TokenList tokens, Lexer lexer, boolean former) {
    this.tokens = tokens;
    this.lexer = lexer;
    this.former = former;
    this.offsetRoles =
        KeywordLists.of(lexer.dialect).roles(OFFSET.first, "offset".length()) | KeywordRole.STANDS;
  }

  /**
   * Adds the current literal if it belongs to LIMIT.
   *
   * @param many whether it stands for several, or follows another one after a comma
   */
  boolean add(boolean many) {
    int last = tokens.size - 1;
    boolean limit = tokens.has(last, KeywordRole.LIMIT);
    boolean offset = tokens.has(last, KeywordRole.OFFSET);
    if (offset && tokens.isLiteral(last - 1) && tokens.has(last - 2, KeywordRole.LIMIT)) {
      tokens.size -= 2;
      addBoth(true);
      return true;
    }
    if (!limit) {
      return false;
    }
    boolean before = tokens.isLiteral(last - 1) && tokens.has(last - 2, KeywordRole.OFFSET);
    if (before) {
      tokens.move(last, last - 2);
      tokens.size = last - 1;
    }
    addBoth(many || before);
    return true;
  }

  private void addBoth(boolean offset) {
    tokens.add(TokenKind.LITERAL, lexer);
    if (offset && !former) {
      tokens.addMade(TokenKind.WORD, OFFSET, offsetRoles);
      tokens.addMade(TokenKind.LITERAL);
    }
  }
}
