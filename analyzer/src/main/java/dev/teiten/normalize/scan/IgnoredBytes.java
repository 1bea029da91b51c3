package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;

/**
 * Bytes that mean nothing to the rules: control characters, the marks of MySQL's code comments, and
 * {@code (_charset)}, which stands for an introducer like {@code _utf8mb4} in MySQL's digest texts.
 */
final class IgnoredBytes {
  private static final byte[] CHARSET_MARK = "(_charset)".getBytes(StandardCharsets.US_ASCII);

  private final boolean mysql;
  private boolean inCode;
  private int controls;

  IgnoredBytes(Dialect dialect) {
    this.mysql = dialect == Dialect.MYSQL;
  }

  void reset() {
    inCode = false;
    controls = 0;
  }

  /** Whether a code comment is open. */
  boolean inCode() {
    return inCode;
  }

  /** Whether too many control characters stood outside of literals for the text to be SQL. */
  boolean binary(int length) {
    return controls > 4 && controls > length / 16;
  }

  /** After a byte of whitespace. */
  int space(byte[] text, int at) {
    if (text[at] < '\t' || text[at] > '\r') {
      controls++;
    }
    return at + 1;
  }

  /** The end of a mark that begins here, or the same place if none does. */
  int mark(byte[] text, int at) {
    int next = ByteClasses.at(text, at + 1);
    return switch (text[at]) {
      case '(' -> next == '_' ? charset(text, at) : at;
      case '/' -> next == '*' && mysql ? codeBegin(text, at) : at;
      case '*' -> next == '/' && inCode ? codeEnd(at) : at;
      default -> at;
    };
  }

  private static int charset(byte[] text, int at) {
    return ByteClasses.matches(text, at, CHARSET_MARK) ? at + CHARSET_MARK.length : at;
  }

  private int codeBegin(byte[] text, int at) {
    int code = CommentScanner.codeBegin(text, at);
    inCode |= code != 0;
    return code == 0 ? at : code;
  }

  private int codeEnd(int at) {
    inCode = false;
    return at + 2;
  }
}
