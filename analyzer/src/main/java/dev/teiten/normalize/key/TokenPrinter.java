package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.KeywordLists;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.KeywordTable;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.nio.charset.StandardCharsets;

/** Prints tokens so that scanning the print again gives the same tokens. */
final class TokenPrinter {
  private static final long UNEQUAL = NameHash.first("!=");
  private static final long CHARSET_MARK = NameHash.first("_charset");

  private final byte[] text;
  private final TokenList tokens;
  final Dialect dialect;
  private final ShardFolding shards;
  private final KeywordTable keywords;
  private final TokenSpacing spacing;
  private PrintedBytes out = new PrintedBytes();

  /**
   * @param shards how the names of shards are printed
   */
  TokenPrinter(byte[] text, TokenList tokens, Dialect dialect, ShardFolding shards) {
    this.text = text;
    this.tokens = tokens;
    this.dialect = dialect;
    this.shards = shards;
    this.keywords = KeywordLists.of(dialect);
    this.spacing = new TokenSpacing(tokens);
  }

  String print(boolean truncated) {
    out = new PrintedBytes();
    for (int i = 0; i < tokens.size; i++) {
      if (i > 0 && spacing.isBefore(i)) {
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
    if ((tokens.roles[at] & KeywordRole.STANDS) != 0) {
      return keywords.canonical(tokens.hash1[at]);
    }
    int quotes = tokens.is(at, TokenKind.QUOTED) ? 1 : 0;
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
    String printed = new String(name, 0, length, StandardCharsets.UTF_8);
    return tokens.has(at, KeywordRole.SHARD) ? shards.folded(printed) : printed;
  }

  private byte caseOf(int at, byte b) {
    boolean exact = tokens.is(at, TokenKind.QUOTED) && dialect == Dialect.POSTGRESQL;
    return !exact && b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  boolean isWord(int at, String word) {
    return tokens.hash1[at] == NameHash.first(word);
  }

  private void token(int at) {
    switch (tokens.kind[at]) {
      case TokenKind.WORD -> word(at);
      case TokenKind.QUOTED -> {
        boolean shard = tokens.has(at, KeywordRole.SHARD);
        named(name(at), !shard || !isPlain(name(at).replace("_?", "_")));
      }
      case TokenKind.LITERAL -> out.add(operatorMark(at) ? "'?'" : "?");
      case TokenKind.LITERALS -> literals(at);
      case TokenKind.USER_VARIABLE -> out.add("@?");
      case TokenKind.REPEAT -> out.add("…");
      case TokenKind.COMMA -> out.add(',');
      case TokenKind.SYSTEM_VARIABLE -> out.add("@@");
      case TokenKind.OPERATOR -> operator(at);
      default -> out.add(text, tokens.start[at], tokens.end[at]);
    }
  }

  private void word(int at) {
    boolean replaced = tokens.has(at, KeywordRole.STANDS | KeywordRole.SHARD);
    if (replaced || tokens.hash1[at] == CHARSET_MARK || literalLike(at)) {
      named(name(at), literalLike(at));
    } else {
      out.addFolded(text, tokens.start[at], tokens.end[at]);
    }
  }

  private void operator(int at) {
    if (tokens.hash1[at] == UNEQUAL) {
      out.add("!=");
    } else if (CastTypes.isCast(tokens, at)) {
      out.add("::");
    } else {
      out.add(text, tokens.start[at], tokens.end[at]);
    }
  }

  /** After an operand, PostgreSQL would take a bare question mark as its JSON operator. */
  private boolean operatorMark(int at) {
    return dialect == Dialect.POSTGRESQL
        && tokens.isOperand(at - 1)
        && !tokens.has(at - 1, KeywordRole.TYPE);
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
      case TokenKind.WORD -> !tokens.has(at, KeywordRole.AFTER);
      case TokenKind.OPERATOR ->
          CastTypes.isCast(tokens, at)
              || tokens.hash1[at] == UNEQUAL
              || "=<>|&^*/%".indexOf(text[tokens.start[at]]) < 0;
      case TokenKind.CLOSE, TokenKind.CLOSE_BRACKET, TokenKind.COMMA, TokenKind.SEMICOLON -> false;
      default -> true;
    };
  }

  /**
   * 0X7F is a name to MySQL, and would be a number in lower case; 7e and PostgreSQL's $a would be
   * literals that were cut if they were the last.
   */
  private boolean literalLike(int at) {
    int start = tokens.start[at];
    boolean made = tokens.end[at] == start;
    if (made) {
      return false;
    }
    int letters = start;
    while (ByteClasses.isDigit(text, letters)) {
      letters++;
    }
    if (letters == start) {
      return text[start] == '$' && dialect == Dialect.POSTGRESQL;
    }
    int letter = ByteClasses.at(text, letters);
    boolean exponent = letters == tokens.end[at] - 1 && ByteClasses.fold((byte) letter) == 'e';
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
    if (bytes.length == 0
        || ByteClasses.classAt(bytes, 0) != ByteClasses.LETTER
        || bytes[0] == '$') {
      return false;
    }
    for (byte b : bytes) {
      if (b == 0 || ByteClasses.fold(b) != b || (b == '$' && dialect == Dialect.POSTGRESQL)) {
        return false;
      }
    }
    return keywords.roles(NameHash.of(bytes).first, bytes.length) == 0;
  }
}
