package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import dev.teiten.normalize.scan.WordSet;

/**
 * PostgreSQL's types that stand before their literals: {@code date '…'} is {@code '…'::date}.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS-GENERIC">
 *     PostgreSQL: constants of other types</a>
 */
final class CastTypes {
  static final NameHash CAST = NameHash.of("::");

  private static final WordSet TYPES = WordSet.of("date time timestamp timestamptz interval");

  private CastTypes() {}

  /** Whether a word is a type that casts the literal after it. */
  static boolean isType(TokenList tokens, int at, Dialect dialect) {
    return dialect == Dialect.POSTGRESQL
        && tokens.is(at, TokenKind.WORD)
        && TYPES.contains(tokens.hash1[at])
        && !isCast(tokens, at - 1)
        && !tokens.is(at - 1, TokenKind.DOT);
  }

  static boolean isCast(TokenList tokens, int at) {
    return tokens.is(at, TokenKind.OPERATOR) && tokens.hash1[at] == CAST.first;
  }
}
