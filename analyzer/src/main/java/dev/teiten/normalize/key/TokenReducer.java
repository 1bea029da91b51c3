package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/** Applies the rules: a token is added, or it changes the tokens before it. */
final class TokenReducer {
  private static final long USE = NameHash.first("use");
  private static final long EXECUTE = NameHash.first("execute");

  final TokenList tokens = new TokenList();

  /** Whether the text was cut; final after {@link #finish}. */
  boolean truncated;

  private final Lexer lexer;
  private final OpenParentheses groups = new OpenParentheses();
  private final boolean former;
  private final LiteralRules literals;
  private final AnsiQuotes quotes;
  private final StatementHead head;
  private final SynonymRules synonyms;

  /**
   * @param former whether to apply the rules of {@link Fingerprint#FORMER_VERSION}
   */
  TokenReducer(Lexer lexer, boolean former) {
    this.lexer = lexer;
    this.former = former;
    this.literals = new LiteralRules(tokens, lexer, former);
    this.quotes = new AnsiQuotes(tokens, lexer, groups);
    this.head = new StatementHead(tokens, lexer);
    this.synonyms = new SynonymRules(tokens, lexer);
  }

  /** Begins with another text. */
  void reset() {
    tokens.size = 0;
    truncated = false;
    groups.reset();
    head.begin();
  }

  /** Takes every token but comments. */
  void accept(int kind) {
    switch (kind) {
      case TokenKind.WORD -> word();
      case TokenKind.QUOTED -> name(kind);
      case TokenKind.LITERAL -> literal(false);
      case TokenKind.LITERALS -> literal(true);
      case TokenKind.OPEN -> open();
      case TokenKind.CLOSE -> close();
      case TokenKind.CLOSE_BRACKET -> closeBracket();
      case TokenKind.SEMICOLON -> semicolon();
      case TokenKind.USER_VARIABLE -> userVariable();
      case TokenKind.ELLIPSIS -> ellipsis();
      case TokenKind.CUT -> truncated = true;
      case TokenKind.OPERATOR -> tokens.addNamed(kind, lexer);
      default -> tokens.add(kind, lexer);
    }
  }

  private int last() {
    return tokens.size - 1;
  }

  private void literal(boolean list) {
    if (!former && quotes.takeName()) {
      name(TokenKind.QUOTED);
    } else if (former || !quotes.isCutName()) {
      literals.add(list);
    }
  }

  private void word() {
    int roles = lexer.roles;
    if ((roles & KeywordRole.RULED) == 0) {
      name(TokenKind.WORD);
      return;
    }
    boolean drop = (roles & KeywordRole.ASC) != 0 && tokens.size > 0;
    if (drop) {
      return;
    }
    boolean value = (roles & KeywordRole.NULL) != 0 && literals.isNullValue();
    if (value || ((roles & KeywordRole.BOOLEAN) != 0 && literals.isBooleanValue())) {
      literals.add(false);
      lexer.wasLiteral();
    } else {
      name(TokenKind.WORD);
    }
  }

  private void name(int kind) {
    boolean database = tokens.size == 1 && lexer.dialect == Dialect.MYSQL && tokens.isWord(0, USE);
    if (!former && groups.depth == 0 && head.dropsBefore(kind)) {
      groups.reset();
    }
    if (database || (!former && head.isMadeName(kind))) {
      literals.add(false);
      lexer.wasLiteral();
      return;
    }
    tokens.addNamed(kind, lexer);
    synonyms.afterName(lexer.roles);
  }

  private void open() {
    synonyms.beforeParenthesis();
    if (!former && groups.depth == 0 && head.dropsBefore(TokenKind.OPEN)) {
      groups.reset();
    }
    groups.open(tokens);
    tokens.add(TokenKind.OPEN, lexer);
  }

  private void close() {
    tokens.add(TokenKind.CLOSE, lexer);
    if (groups.close(tokens)) {
      lexer.skipRows(tokens.is(last() - 1, TokenKind.LITERALS));
    }
  }

  // A single literal in ARRAY[1] is a list, like in IN (1).
  private void closeBracket() {
    int last = last();
    boolean array =
        tokens.is(last - 1, TokenKind.OPEN_BRACKET) && tokens.has(last - 2, KeywordRole.ARRAY);
    if (array && tokens.is(last, TokenKind.LITERAL)) {
      tokens.kind[last] = TokenKind.LITERALS;
    }
    tokens.add(TokenKind.CLOSE_BRACKET, lexer);
  }

  private void semicolon() {
    if (tokens.size > 0 && !tokens.is(last(), TokenKind.SEMICOLON)) {
      tokens.add(TokenKind.SEMICOLON, lexer);
    }
    head.begin();
  }

  private void userVariable() {
    boolean using =
        tokens.is(last(), TokenKind.COMMA) && tokens.is(last() - 1, TokenKind.USER_VARIABLE);
    if (using && tokens.isWord(0, EXECUTE)) {
      tokens.size -= 2;
    }
    tokens.add(TokenKind.USER_VARIABLE, lexer);
  }

  private void ellipsis() {
    int before = last() - 1;
    boolean list =
        tokens.is(last(), TokenKind.COMMA)
            && (tokens.isLiteral(before) || tokens.is(before, TokenKind.USER_VARIABLE));
    boolean end = ByteClasses.skipSpace(lexer.text, lexer.end) == lexer.text.length;
    if (end && !list && !tokens.is(last(), TokenKind.OPEN)) {
      truncated = true;
    } else {
      literals.add(true);
    }
  }

  /** In a text that was cut: trims folded tokens; true if there was something to trim. */
  boolean trim(TokenList folded) {
    int size = folded.size;
    new TruncationRules(lexer, folded, groups).trim();
    head.dropPart(folded);
    return folded.size < size;
  }

  /** After the last token. */
  void finish(boolean knownTruncated) {
    if (tokens.is(last(), TokenKind.SEMICOLON)) {
      tokens.size--;
    }
    TruncationRules cut = new TruncationRules(lexer, tokens, groups);
    truncated |= knownTruncated || lexer.cut || groups.depth > 0;
    truncated |= cut.isMark(last()) || cut.isCharacterCut();
    if (truncated) {
      cut.drop();
      if (!former) {
        head.dropPart(tokens);
      }
    }
  }
}
