package dev.teiten.normalize.scan;

/** Finds the beginnings and ends of comments. */
final class CommentScanner {
  private CommentScanner() {}

  /**
   * @return whether a comment begins here that is not MySQL's {@code /*!}, which is code
   */
  static boolean beginsAt(byte[] text, int at, Dialect dialect) {
    int next = ByteClasses.at(text, at + 1);
    return switch (text[at]) {
      case '#' -> dialect == Dialect.MYSQL;
      case '/' -> next == '*';
      case '-' -> next == '-' && (dialect == Dialect.POSTGRESQL || spaceAt(text, at + 2));
      default -> false;
    };
  }

  // MySQL wants a space after the two dashes, or 5--1 would lose its end.
  private static boolean spaceAt(byte[] text, int at) {
    return at >= text.length || ByteClasses.classAt(text, at) == ByteClasses.SPACE;
  }

  /**
   * The end of a comment.
   *
   * @return just after it, or {@code ~text.length} if it is cut
   */
  static int end(byte[] text, int at, Dialect dialect) {
    if (text[at] == '/') {
      return block(text, at + 2, dialect == Dialect.POSTGRESQL);
    }
    int i = at;
    while (i < text.length && text[i] != '\n') {
      i++;
    }
    return i;
  }

  /** The next place that is neither whitespace nor in a comment. */
  static int skip(byte[] text, int from, Dialect dialect) {
    int at = ByteClasses.skipSpace(text, from);
    while (at < text.length && beginsAt(text, at, dialect)) {
      int end = end(text, at, dialect);
      at = end < 0 ? text.length : ByteClasses.skipSpace(text, end);
    }
    return at;
  }

  private static int block(byte[] text, int at, boolean nested) {
    int depth = 1;
    for (int i = at; i + 1 < text.length; i++) {
      if (text[i] == '*' && text[i + 1] == '/') {
        depth--;
        i++;
      } else if (nested && text[i] == '/' && text[i + 1] == '*') {
        depth++;
        i++;
      }
      if (depth == 0) {
        return i + 1;
      }
    }
    return ~text.length;
  }

  /**
   * Just after the head of {@code /*!40101}, whose contents are code. MariaDB's {@code /*M!} is a
   * comment to MySQL.
   *
   * @return 0 if no such comment begins here, or if its version is one that no server has
   */
  static int codeBegin(byte[] text, int at) {
    int mark = at + 2;
    if (ByteClasses.at(text, at + 1) != '*' || ByteClasses.at(text, mark) != '!') {
      return 0;
    }
    int i = mark + 1;
    int version = 0;
    while (ByteClasses.isDigit(text, i) && i - mark <= 6) {
      version = version * 10 + text[i] - '0';
      i++;
    }
    return version >= 99_999 ? 0 : i;
  }
}
