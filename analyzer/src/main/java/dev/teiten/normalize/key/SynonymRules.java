package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordLists;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.KeywordTable;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenList;

/** Replaces the spellings of one keyword or function by the spelling that stands for all. */
final class SynonymRules {
  private static final long SHOW = NameHash.first("show");
  private static final long LOAD = NameHash.first("load");
  private static final long OUTFILE = NameHash.first("outfile");
  private static final long RANGE = NameHash.first("range");
  private static final long LIST = NameHash.first("list");

  private final TokenList tokens;
  private final KeywordTable keywords;

  SynonymRules(TokenList tokens, Lexer lexer) {
    this.tokens = tokens;
    this.keywords = KeywordLists.of(lexer.dialect);
  }

  /**
   * After a word or a name was added.
   *
   * @param roles of the word
   */
  void afterName(int roles) {
    boolean shown = (roles & KeywordRole.SAME_SHOWN) != 0 && isShown();
    if (shown || (roles & KeywordRole.SAME_WORD) != 0) {
      replace(last());
    }
  }

  /** Before a parenthesis is added. */
  void beforeParenthesis() {
    int last = last();
    if (tokens.has(last, KeywordRole.SAME_CALL) || isColumns(last)) {
      replace(last);
    }
  }

  private int last() {
    return tokens.size - 1;
  }

  private boolean isShown() {
    boolean file = tokens.isLiteral(last() - 1) && tokens.isWord(last() - 2, OUTFILE);
    return file || tokens.isWord(0, SHOW) || tokens.isWord(0, LOAD);
  }

  /** JSON_TABLE(a, '$' COLUMNS (…)), PARTITION BY RANGE COLUMNS (…). */
  private boolean isColumns(int at) {
    boolean after =
        tokens.isLiteral(at - 1) || tokens.isWord(at - 1, RANGE) || tokens.isWord(at - 1, LIST);
    return tokens.has(at, KeywordRole.SAME_SHOWN) && after;
  }

  private void replace(int at) {
    NameHash hash = NameHash.of(keywords.canonical(tokens.hash1[at]));
    tokens.hash1[at] = hash.first;
    tokens.hash2[at] = hash.second;
    tokens.roles[at] |= KeywordRole.STANDS;
  }
}
