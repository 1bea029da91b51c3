package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/**
 * Double quotes of MySQL where the grammar wants a name: there the mode ANSI_QUOTES is on.
 * Everywhere else they are a string's.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html#sqlmode_ansi_quotes">MySQL:
 *     ANSI_QUOTES</a>
 */
final class AnsiQuotes {
  private static final long PREPARE = NameHash.first("prepare");

  private final TokenList tokens;
  private final Lexer lexer;
  private final OpenParentheses groups;
  private final boolean mysql;

  AnsiQuotes(TokenList tokens, Lexer lexer, OpenParentheses groups) {
    this.tokens = tokens;
    this.lexer = lexer;
    this.groups = groups;
    this.mysql = lexer.dialect == Dialect.MYSQL;
  }

  /** Reads the current literal as a name if it is one. */
  boolean takeName() {
    return mysql && lexer.text[lexer.start] == '"' && isNamePlace() && lexer.takeName();
  }

  /** Whether the text was cut in a name that the current literal may be. */
  boolean isCutName() {
    return mysql && lexer.cut && lexer.text[lexer.start] == '"' && isNamePlace();
  }

  private boolean isNamePlace() {
    int last = tokens.size - 1;
    if (lexer.isBeforeDot()) {
      return true;
    }
    return switch (last < 0 ? TokenKind.END : tokens.kind[last]) {
      case TokenKind.DOT -> tokens.isName(last - 1);
      case TokenKind.COMMA -> isName(last - 1);
      case TokenKind.QUOTED -> isName(last);
      case TokenKind.OPEN -> isBeforeColumns(last - 1);
      case TokenKind.WORD ->
          tokens.has(last, KeywordRole.FROM)
              ? isBeforeTable()
              : tokens.has(last, KeywordRole.TABLE | KeywordRole.TABLE_VERB);
      default -> false;
    };
  }

  private boolean isName(int at) {
    return tokens.is(at, TokenKind.QUOTED) && lexer.text[tokens.start[at]] == '"';
  }

  /** INSERT INTO t (…), where no values but columns follow. */
  private boolean isBeforeColumns(int table) {
    int at = table;
    while (tokens.isName(at) && tokens.is(at - 1, TokenKind.DOT)) {
      at -= 2;
    }
    boolean verb = tokens.has(at - 1, KeywordRole.TABLE_VERB) && tokens.size > 2;
    return tokens.isName(at)
        && !tokens.has(at, KeywordRole.TABLE_VERB | KeywordRole.VALUES)
        && (tokens.has(at - 1, KeywordRole.COLUMNS) || verb);
  }

  /** The FROM of a query, as against TRIM(… FROM …) and PREPARE … FROM. */
  private boolean isBeforeTable() {
    if (groups.depth == 0) {
      return !tokens.isWord(0, PREPARE);
    }
    return tokens.has(groups.innermost() + 1, KeywordRole.QUERY);
  }
}
