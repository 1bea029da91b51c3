package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Bytes;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Keywords;
import dev.teiten.normalize.scan.Kind;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.Role;
import dev.teiten.normalize.scan.Tokens;

/** The rules: what a token does to the tokens before it. */
final class Reducer {
  private static final long USE = NameHash.first("use");
  private static final long SHOW = NameHash.first("show");
  private static final long LOAD = NameHash.first("load");
  private static final long OUTFILE = NameHash.first("outfile");
  private static final long RANGE = NameHash.first("range");
  private static final long LIST = NameHash.first("list");
  private static final long EXECUTE = NameHash.first("execute");

  final Tokens tokens = new Tokens();

  /** Whether the text was cut; final after {@link #finish}. */
  boolean truncated;

  private final Lexer lexer;
  private final Groups groups = new Groups();
  private final LiteralRules literals;
  private final Keywords keywords;

  Reducer(Lexer lexer) {
    this.lexer = lexer;
    this.literals = new LiteralRules(tokens, lexer);
    this.keywords = Keywords.of(lexer.dialect);
  }

  /** Begins with another text. */
  void reset() {
    tokens.size = 0;
    truncated = false;
    groups.reset();
  }

  /** Takes every token but comments. */
  void accept(int kind) {
    switch (kind) {
      case Kind.WORD -> word();
      case Kind.QUOTED -> name(kind);
      case Kind.LITERAL -> literals.add(false);
      case Kind.LITERALS -> literals.add(true);
      case Kind.OPEN -> open();
      case Kind.CLOSE -> close();
      case Kind.CLOSE_BRACKET -> closeBracket();
      case Kind.SEMICOLON -> semicolon();
      case Kind.USER_VARIABLE -> userVariable();
      case Kind.ELLIPSIS -> ellipsis();
      case Kind.CUT -> truncated = true;
      case Kind.OPERATOR -> tokens.addNamed(kind, lexer);
      default -> tokens.add(kind, lexer);
    }
  }

  private int last() {
    return tokens.size - 1;
  }

  private void word() {
    int roles = lexer.roles;
    if ((roles & Role.RULED) == 0) {
      name(Kind.WORD);
      return;
    }
    boolean drop = (roles & Role.ASC) != 0 && tokens.size > 0;
    if (drop) {
      return;
    }
    boolean value = (roles & Role.NULL) != 0 && literals.isNullValue();
    if (value || ((roles & Role.BOOLEAN) != 0 && literals.isBooleanValue())) {
      literals.add(false);
    } else {
      name(Kind.WORD);
    }
  }

  private void name(int kind) {
    boolean database = tokens.size == 1 && lexer.dialect == Dialect.MYSQL && tokens.isWord(0, USE);
    if (database) {
      literals.add(false);
      lexer.wasLiteral();
      return;
    }
    tokens.addNamed(kind, lexer);
    int roles = lexer.roles;
    boolean shown = (roles & Role.SAME_SHOWN) != 0 && isShown();
    if (shown || (roles & Role.SAME_WORD) != 0) {
      replaceSynonym(last());
    }
  }

  private boolean isShown() {
    boolean file = tokens.isLiteral(last() - 1) && tokens.isWord(last() - 2, OUTFILE);
    return file || tokens.isWord(0, SHOW) || tokens.isWord(0, LOAD);
  }

  /** JSON_TABLE(a, '$' COLUMNS (…)), PARTITION BY RANGE COLUMNS (…). */
  private boolean isColumns(int at) {
    boolean after =
        tokens.isLiteral(at - 1) || tokens.isWord(at - 1, RANGE) || tokens.isWord(at - 1, LIST);
    return tokens.has(at, Role.SAME_SHOWN) && after;
  }

  private void replaceSynonym(int at) {
    NameHash hash = NameHash.of(keywords.canonical(tokens.hash1[at]));
    tokens.hash1[at] = hash.first;
    tokens.hash2[at] = hash.second;
    tokens.roles[at] |= Role.STANDS;
  }

  private void open() {
    int last = last();
    if (tokens.has(last, Role.SAME_CALL) || isColumns(last)) {
      replaceSynonym(last);
    }
    groups.open(tokens);
    tokens.add(Kind.OPEN, lexer);
  }

  private void close() {
    tokens.add(Kind.CLOSE, lexer);
    if (groups.close(tokens)) {
      lexer.skipRows(tokens.is(last() - 1, Kind.LITERALS));
    }
  }

  // ARRAY[1] is a list as IN (1) is.
  private void closeBracket() {
    int last = last();
    boolean array = tokens.is(last - 1, Kind.OPEN_BRACKET) && tokens.has(last - 2, Role.ARRAY);
    if (array && tokens.is(last, Kind.LITERAL)) {
      tokens.kind[last] = Kind.LITERALS;
    }
    tokens.add(Kind.CLOSE_BRACKET, lexer);
  }

  private void semicolon() {
    if (tokens.size > 0 && !tokens.is(last(), Kind.SEMICOLON)) {
      tokens.add(Kind.SEMICOLON, lexer);
    }
  }

  private void userVariable() {
    boolean using = tokens.is(last(), Kind.COMMA) && tokens.is(last() - 1, Kind.USER_VARIABLE);
    if (using && tokens.isWord(0, EXECUTE)) {
      tokens.size -= 2;
    }
    tokens.add(Kind.USER_VARIABLE, lexer);
  }

  private void ellipsis() {
    int before = last() - 1;
    boolean list =
        tokens.is(last(), Kind.COMMA)
            && (tokens.isLiteral(before) || tokens.is(before, Kind.USER_VARIABLE));
    boolean end = Bytes.skipSpace(lexer.text, lexer.end) == lexer.text.length;
    if (end && !list && !tokens.is(last(), Kind.OPEN)) {
      truncated = true;
    } else {
      literals.add(true);
    }
  }

  /** After the last token. */
  void finish(boolean knownTruncated) {
    if (tokens.is(last(), Kind.SEMICOLON)) {
      tokens.size--;
    }
    Cut cut = new Cut(lexer, tokens, groups);
    truncated |= knownTruncated || lexer.cut || groups.depth > 0;
    truncated |= cut.isMark(last()) || cut.isCharacterCut();
    if (truncated) {
      cut.drop();
    }
  }
}
