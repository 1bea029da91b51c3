package dev.teiten.normalize.shape;

import dev.teiten.normalize.scan.Bytes;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Kind;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.Role;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes a {@link ParserText}. */
final class ParserTextWriter {
  /** More literals in a row tell the parser nothing and cost it time. */
  private static final int KEPT = 2;

  private static final Pattern SHARE_MODE =
      Pattern.compile(" lock in share mode", Pattern.CASE_INSENSITIVE);

  private final Lexer lexer;
  private final StringBuilder out = new StringBuilder();

  private int depth;
  private int deepest;
  // Literals joined by commas up to here, and whether they began just after IN (.
  private int run;
  private boolean inList;
  private int longestList;
  private boolean comma;
  private int before;
  private int roles;
  private boolean path;

  ParserTextWriter(byte[] text, Dialect dialect) {
    this.lexer = new Lexer(text, dialect);
  }

  ParserText write() {
    int kind = lexer.next();
    while (kind != Kind.END) {
      if (kind != Kind.COMMENT) {
        token(kind);
        before = kind;
      }
      kind = lexer.next();
    }
    endRun();
    flushComma();
    // Two spellings of one clause; the parser knows the newer.
    String text = SHARE_MODE.matcher(out).replaceAll(" for share");
    // Below what a hint is about, texts of one query shall be equal.
    int list = longestList < ShapeHints.HUGE_LIST ? 0 : longestList;
    return new ParserText(text.strip(), deepest, list);
  }

  private void token(int kind) {
    switch (kind) {
      case Kind.LITERAL, Kind.LITERALS -> literal(neutral());
      case Kind.USER_VARIABLE -> literal("?");
      case Kind.ELLIPSIS -> ellipsis();
      case Kind.COMMA -> comma();
      case Kind.CUT -> {}
      default -> other(kind);
    }
    if (kind != Kind.OPEN || before != Kind.WORD) {
      roles = kind == Kind.WORD ? lexer.roles : 0;
    }
  }

  private void other(int kind) {
    boolean introducer = kind == Kind.WORD && (lexer.roles & Role.CHARSET) != 0;
    if (introducer) {
      return;
    }
    endRun();
    flushComma();
    if (kind == Kind.OPEN) {
      depth++;
      deepest = Math.max(deepest, depth);
      inList = before == Kind.WORD && (roles & Role.IN) != 0;
    } else if (kind == Kind.CLOSE) {
      depth--;
    }
    path(kind);
    boolean joined = kind == Kind.DOT || before == Kind.DOT || before == Kind.SYSTEM_VARIABLE;
    boolean call = kind == Kind.OPEN && Kind.isName(before);
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
    inList = inList && before == Kind.OPEN;
  }

  private void literal(String neutral) {
    boolean adjacent = Kind.isLiteral(before) && !comma;
    if (adjacent) {
      return;
    }
    run = comma || run == 0 ? run + 1 : 1;
    if (run > KEPT) {
      comma = false;
      return;
    }
    flushComma();
    out.append(' ').append(neutral).append(path ? ")" : "");
    path = false;
  }

  /** The parser takes a -> 'x' = 1 as a -> ('x' = 1), and what follows with it. */
  private void path(int kind) {
    boolean arrow =
        kind == Kind.OPERATOR
            && lexer.text[lexer.start] == '-'
            && Bytes.at(lexer.text, lexer.start + 1) == '>';
    int after = Bytes.at(lexer.text, Bytes.skipSpace(lexer.text, lexer.end));
    path = arrow && Kind.isName(before) && (after == '\'' || after == '"' || after == '?');
    if (path) {
      out.insert(out.lastIndexOf(" ") + 1, '(');
    }
  }

  private void ellipsis() {
    if (before == Kind.OPEN) {
      literal("?");
    }
    comma = false;
  }

  private String neutral() {
    byte first = lexer.text[lexer.start];
    if (Bytes.isDigit(lexer.text, lexer.start) || first == '.') {
      return isLarge() ? Long.toString(ParserText.LARGE) : "1";
    }
    if (first == '\\') {
      return "NULL";
    }
    boolean quoted = first == '\'' || first == '"';
    boolean prefixed = Bytes.at(lexer.text, lexer.start + 1) == '\'';
    if (!quoted && !prefixed) {
      return first == '$' && !Bytes.isDigit(lexer.text, lexer.start + 1) ? "'s'" : "?";
    }
    int second = Bytes.at(lexer.text, lexer.start + 1);
    return quoted && (second == '%' || second == '_') ? "'%'" : "'s'";
  }

  private boolean isLarge() {
    int digits = 0;
    for (int i = lexer.start; i < lexer.end && Bytes.isDigit(lexer.text, i); i++) {
      digits++;
    }
    return digits >= 4;
  }
}
