package dev.teiten.normalize.shape;

import dev.teiten.normalize.key.StatementBytes;
import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes a {@link ParserText}. */
public final class ParserTextWriter {
  /** Literals of a kind that the parser gets of a list; more would only cost it time. */
  private static final int MOST_LITERALS = 2;

  private static final Pattern SHARE_MODE =
      Pattern.compile(" lock in share mode", Pattern.CASE_INSENSITIVE);

  private final Lexer lexer;
  private final StringBuilder out = new StringBuilder();
  private final JsonPaths paths = new JsonPaths(out);

  private int depth;
  private int deepest;
  // Literals joined by commas up to here, and whether they began just after IN (.
  private int run;
  private boolean inList;
  private int longestList;
  private int kindsOfRun;
  private boolean comma;
  private int before;
  private int roles;

  private ParserTextWriter(byte[] text, Dialect dialect) {
    this.lexer = new Lexer(text, dialect);
  }

  /** The text of a statement for the parser. Never throws. */
  public static ParserText write(String statement, Dialect dialect) {
    return new ParserTextWriter(StatementBytes.of(statement, dialect), dialect).write();
  }

  private ParserText write() {
    int kind = lexer.next();
    while (kind != TokenKind.END) {
      if (kind != TokenKind.COMMENT) {
        token(kind);
        before = kind;
      }
      kind = lexer.next();
    }
    endRun();
    flushComma();
    // Two spellings of one clause; the parser knows the newer.
    String text = SHARE_MODE.matcher(out).replaceAll(" for share");
    // The length of a list without a hint must not tell texts of one query apart.
    int list = longestList < ParserText.HUGE_LIST ? 0 : longestList;
    return new ParserText(text.strip(), deepest, list);
  }

  private void token(int kind) {
    switch (kind) {
      case TokenKind.LITERAL, TokenKind.LITERALS -> literal(neutral());
      case TokenKind.USER_VARIABLE -> literal("?");
      case TokenKind.ELLIPSIS -> ellipsis();
      case TokenKind.COMMA -> comma();
      case TokenKind.CUT, TokenKind.REPEAT -> {}
      default -> other(kind);
    }
    if (kind != TokenKind.OPEN || before != TokenKind.WORD) {
      roles = kind == TokenKind.WORD ? lexer.roles : 0;
    }
  }

  private void other(int kind) {
    boolean introducer = kind == TokenKind.WORD && (lexer.roles & KeywordRole.CHARSET) != 0;
    if (introducer) {
      return;
    }
    endRun();
    flushComma();
    if (kind == TokenKind.OPEN) {
      depth++;
      deepest = Math.max(deepest, depth);
      inList = before == TokenKind.WORD && (roles & KeywordRole.IN) != 0;
      paths.parenthesis(TokenKind.isName(before) && (roles & KeywordRole.SPACED) == 0);
    } else if (kind == TokenKind.CLOSE) {
      depth--;
      paths.close();
    } else if (isPath(kind)) {
      path();
    }
    boolean joined =
        kind == TokenKind.DOT || before == TokenKind.DOT || before == TokenKind.SYSTEM_VARIABLE;
    boolean call = kind == TokenKind.OPEN && TokenKind.isName(before);
    if (!joined && !call) {
      out.append(' ');
    }
    out.append(
        new String(lexer.text, lexer.start, lexer.end - lexer.start, StandardCharsets.UTF_8));
  }

  private void comma() {
    if (comma || run == 0) {
      endRun();
      flushComma();
    }
    comma = true;
  }

  private void flushComma() {
    if (comma) {
      out.append(',');
      comma = false;
    }
  }

  private void endRun() {
    boolean list = inList && run > 0;
    longestList = list ? Math.max(longestList, run) : longestList;
    run = 0;
    inList = inList && before == TokenKind.OPEN;
  }

  private void literal(String neutral) {
    boolean adjacent = TokenKind.isLiteral(before) && !comma;
    if (adjacent) {
      return;
    }
    boolean first = !comma || run == 0;
    run = first ? 1 : run + 1;
    int seen = first ? 0 : kindsOfRun;
    kindsOfRun = seen | kind(neutral);
    if (run > MOST_LITERALS && kindsOfRun == seen) {
      comma = false;
      return;
    }
    flushComma();
    out.append(' ').append(neutral);
    paths.literal();
  }

  /** A bit for strings, numbers and others: a hint needs to see them side by side. */
  private static int kind(String neutral) {
    char first = neutral.charAt(0);
    return first == '\'' ? 1 : Character.isDigit(first) ? 2 : 4;
  }

  /** Whether the token is {@code ->}, {@code ->>}, {@code #>} or {@code #>>} before a literal. */
  private boolean isPath(int kind) {
    int first = lexer.text[lexer.start];
    boolean arrow =
        kind == TokenKind.OPERATOR
            && (first == '-' || first == '#')
            && ByteClasses.at(lexer.text, lexer.start + 1) == '>';
    int next = ByteClasses.skipSpace(lexer.text, lexer.end);
    int after = ByteClasses.at(lexer.text, next);
    boolean literal = after == '\'' || after == '"' || after == '?' || after == '$';
    return arrow && (literal || ByteClasses.isDigit(lexer.text, next));
  }

  private void path() {
    if (TokenKind.isName(before)) {
      paths.begin();
    } else if (before == TokenKind.CLOSE) {
      paths.beginWithParenthesis();
    } else {
      paths.resume();
    }
  }

  private void ellipsis() {
    if (before == TokenKind.OPEN) {
      literal("?");
    }
    comma = false;
  }

  private String neutral() {
    byte first = lexer.text[lexer.start];
    if (ByteClasses.isDigit(lexer.text, lexer.start) || first == '.') {
      return isLarge() ? Long.toString(ParserText.LARGE) : isZero() ? "0" : "1";
    }
    if (first == '\\') {
      return "NULL";
    }
    boolean quoted = first == '\'' || first == '"';
    boolean prefixed = ByteClasses.at(lexer.text, lexer.start + 1) == '\'';
    if (!quoted && !prefixed) {
      return first == '$' && !ByteClasses.isDigit(lexer.text, lexer.start + 1) ? "'s'" : "?";
    }
    int second = ByteClasses.at(lexer.text, lexer.start + (quoted ? 1 : 2));
    return (second == '%' || second == '_') ? "'%'" : "'s'";
  }

  private boolean isZero() {
    for (int i = lexer.start; i < lexer.end; i++) {
      if (lexer.text[i] != '0') {
        return false;
      }
    }
    return true;
  }

  private boolean isLarge() {
    int digits = 0;
    for (int i = lexer.start; i < lexer.end && ByteClasses.isDigit(lexer.text, i); i++) {
      digits++;
    }
    return digits >= 4;
  }
}
