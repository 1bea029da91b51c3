package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Bytes;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Keywords;
import dev.teiten.normalize.scan.Kind;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.Role;
import dev.teiten.normalize.scan.Tokens;
import java.nio.charset.StandardCharsets;

/** Prints tokens so that scanning the print again gives the same tokens. */
final class Printer {
  private static final long CAST = NameHash.first("::");
  private static final long UNEQUAL = NameHash.first("!=");
  private static final long CHARSET_MARK = NameHash.first("_charset");

  private final byte[] text;
  private final Tokens tokens;
  final Dialect dialect;
  private final Keywords keywords;
  private Print out = new Print();

  Printer(byte[] text, Tokens tokens, Dialect dialect) {
    this.text = text;
    this.tokens = tokens;
    this.dialect = dialect;
    this.keywords = Keywords.of(dialect);
  }

  String print(boolean truncated) {
    out = new Print();
    for (int i = 0; i < tokens.size; i++) {
      if (i > 0 && spaceBefore(i)) {
        out.add(' ');
      }
      token(i);
    }
    if (truncated) {
      out.add(tokens.size == 0 ? "~" : " ~");
    }
    return out.toString();
  }

  /** A name as the rules see it: in lower case (but for PostgreSQL's quotes), without quotes. */
  String name(int at) {
    if ((tokens.roles[at] & Role.STANDS) != 0) {
      return keywords.canonical(tokens.hash1[at]);
    }
    int quotes = tokens.is(at, Kind.QUOTED) ? 1 : 0;
    int end = tokens.end[at];
    boolean closed =
        quotes == 1 && end > tokens.start[at] + 1 && text[end - 1] == text[tokens.start[at]];
    byte[] name = new byte[end - tokens.start[at] + 1];
    int length = 0;
    for (int i = tokens.start[at] + quotes; i < (closed ? end - 1 : end); i++) {
      name[length++] = caseOf(at, text[i]);
      if (quotes == 1 && text[i] == text[tokens.start[at]]) {
        i++;
      }
    }
    if (tokens.has(at, Role.SHARD)) {
      name[length++] = '?';
    }
    return new String(name, 0, length, StandardCharsets.UTF_8);
  }

  private byte caseOf(int at, byte b) {
    boolean exact = tokens.is(at, Kind.QUOTED) && dialect == Dialect.POSTGRESQL;
    return !exact && b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  boolean isWord(int at, String word) {
    return tokens.hash1[at] == NameHash.first(word);
  }

  private void token(int at) {
    switch (tokens.kind[at]) {
      case Kind.WORD -> word(at);
      case Kind.QUOTED -> named(name(at), true);
      case Kind.LITERAL -> out.add(operatorMark(at) ? "'?'" : "?");
      case Kind.LITERALS -> literals(at);
      case Kind.USER_VARIABLE -> out.add("@?");
      case Kind.SYSTEM_VARIABLE -> out.add("@@");
      case Kind.OPERATOR -> operator(at);
      default -> out.add(text, tokens.start[at], tokens.end[at]);
    }
  }

  private void word(int at) {
    boolean replaced = tokens.has(at, Role.STANDS | Role.SHARD);
    if (replaced || tokens.hash1[at] == CHARSET_MARK || literalLike(at)) {
      named(name(at), literalLike(at));
    } else {
      out.addFolded(text, tokens.start[at], tokens.end[at]);
    }
  }

  private void operator(int at) {
    if (tokens.hash1[at] == UNEQUAL) {
      out.add("!=");
    } else {
      out.add(text, tokens.start[at], tokens.end[at]);
    }
  }

  /** After an operand, PostgreSQL would take a bare question mark as its JSON operator. */
  private boolean operatorMark(int at) {
    return dialect == Dialect.POSTGRESQL
        && tokens.isOperand(at - 1)
        && !tokens.has(at - 1, Role.TYPE);
  }

  private void literals(int at) {
    if (operatorMark(at)) {
      out.add("'?', ...");
    } else {
      out.add(operandFollows(at + 1) ? "?, ..." : "?+");
    }
  }

  private boolean operandFollows(int at) {
    if (at >= tokens.size) {
      return false;
    }
    return switch (tokens.kind[at]) {
      case Kind.WORD -> !tokens.has(at, Role.AFTER);
      case Kind.OPERATOR ->
          tokens.hash1[at] == UNEQUAL || "=<>|&^*/%".indexOf(text[tokens.start[at]]) < 0;
      case Kind.CLOSE, Kind.CLOSE_BRACKET, Kind.COMMA, Kind.SEMICOLON -> false;
      default -> true;
    };
  }

  /**
   * 0X7F is a name to MySQL, and would be a number in lower case; 7e and PostgreSQL's $a would be
   * literals that were cut if they were the last.
   */
  private boolean literalLike(int at) {
    int start = tokens.start[at];
    int letters = start;
    while (Bytes.isDigit(text, letters)) {
      letters++;
    }
    if (letters == start) {
      return text[start] == '$' && dialect == Dialect.POSTGRESQL;
    }
    int letter = Bytes.at(text, letters);
    boolean exponent = letters == tokens.end[at] - 1 && Bytes.fold((byte) letter) == 'e';
    boolean number = text[start] == '0' && (letter == 'X' || letter == 'B' || letter == 'O');
    return exponent || (number && letters == start + 1);
  }

  private void named(String name, boolean quoted) {
    // In parentheses it would read as MySQL's mark, which is nothing.
    boolean mark = name.equals("_charset");
    if (!mark && (!quoted || isPlain(name))) {
      out.add(name);
      return;
    }
    String quote = dialect == Dialect.MYSQL ? "`" : "\"";
    out.add(quote + name.replace(quote, quote + quote) + quote);
  }

  private boolean isPlain(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || Bytes.classAt(bytes, 0) != Bytes.LETTER || bytes[0] == '$') {
      return false;
    }
    for (byte b : bytes) {
      if (b == 0 || Bytes.fold(b) != b || (b == '$' && dialect == Dialect.POSTGRESQL)) {
        return false;
      }
    }
    return keywords.roles(NameHash.of(bytes).first, bytes.length) == 0;
  }

  private boolean spaceBefore(int at) {
    if (isCast(at) || isCast(at - 1)) {
      // With another operator it would read as one.
      return tokens.is(at, Kind.OPERATOR) && tokens.is(at - 1, Kind.OPERATOR);
    }
    switch (tokens.kind[at - 1]) {
      case Kind.OPEN, Kind.OPEN_BRACKET, Kind.SYSTEM_VARIABLE:
        return false;
      case Kind.DOT:
        // Without a name before it, the dot and a digit would be a number.
        return !tokens.isName(at - 2);
      default:
        break;
    }
    return switch (tokens.kind[at]) {
      case Kind.COMMA, Kind.CLOSE, Kind.CLOSE_BRACKET, Kind.SEMICOLON -> false;
      case Kind.DOT -> !tokens.isName(at - 1);
      case Kind.OPEN -> !isCall(at - 1);
      case Kind.OPEN_BRACKET -> !tokens.isOperand(at - 1) && !tokens.has(at - 1, Role.ARRAY);
      default -> true;
    };
  }

  private boolean isCast(int at) {
    return tokens.is(at, Kind.OPERATOR) && tokens.hash1[at] == CAST;
  }

  private boolean isCall(int at) {
    if (!tokens.isName(at) || tokens.has(at, Role.SPACED | Role.VALUES)) {
      return false;
    }
    int before = at - 1;
    while (tokens.is(before, Kind.DOT) && tokens.isName(before - 1)) {
      before -= 2;
    }
    while (tokens.has(before, Role.MODIFIER | Role.NOT)) {
      before--;
    }
    return !tokens.has(before, Role.COLUMNS);
  }
}
