package dev.teiten.normalize.scan;

/**
 * The bytes around a literal, where they decide whether it is one: numbers that are columns of
 * ORDER BY, and double quotes around names. In doubt it is none.
 */
final class OutlineContext {
  private static final int INTRODUCES_NAME =
      KeywordRole.FROM | KeywordRole.TABLE | KeywordRole.TABLE_VERB;
  private static final int UNKNOWN = -1;

  private final byte[] text;
  private final KeywordTable keywords;

  /** Where the first BY ends; the length of the text if there is none. */
  private int firstBy = UNKNOWN;

  OutlineContext(byte[] text, Dialect dialect) {
    this.text = text;
    this.keywords = KeywordLists.of(dialect);
  }

  /** Whether a number may be a column of ORDER BY or GROUP BY. */
  boolean isOrdinal(int start, int end, int lastComment) {
    if (end <= 0 || end - start > NumberScanner.MOST_ORDINAL_DIGITS) {
      return false;
    }
    int before = PrecedingText.beforeBlanks(text, start);
    boolean place = before < 0 || text[before] == ',' || isWord(before) || lastComment > before;
    return place && firstBy() <= start;
  }

  private int firstBy() {
    if (firstBy == UNKNOWN) {
      firstBy = text.length;
      for (int i = 1; i < text.length && firstBy == text.length; i++) {
        boolean by = ByteClasses.fold(text[i]) == 'y' && ByteClasses.fold(text[i - 1]) == 'b';
        firstBy = by && !ByteClasses.isWord(text, i + 1) ? i + 1 : firstBy;
      }
    }
    return firstBy;
  }

  /** Whether the word before a list may be a type, or a number in it a column of ORDER BY. */
  boolean isListInDoubt(int start) {
    int before = PrecedingText.beforeBlanks(text, start);
    boolean word = before >= 0 && isWord(before);
    boolean inParentheses = before >= 0 && text[before] == '(';
    return word || (!inParentheses && firstBy() <= start);
  }

  private boolean isWord(int at) {
    return ByteClasses.fold(text[at]) != 0;
  }

  /** Whether a double quote of MySQL begins a string. */
  boolean isString(int start, int lastComment) {
    int before = PrecedingText.beforeBlanks(text, start);
    int end = LiteralScanner.quoted(text, start, false);
    if (before < 0 || lastComment > before || ByteClasses.at(text, Math.max(end, 0)) == '.') {
      return false;
    }
    if (text[before] == '(') {
      return PrecedingText.isValues(text, lastComment, before)
          || !opensColumns(before, lastComment);
    }
    return !isWord(before) || (roles(before) & INTRODUCES_NAME) == 0;
  }

  /** Whether columns may follow a parenthesis, as in INSERT INTO t ("a"). */
  private boolean opensColumns(int open, int lastComment) {
    int last = PrecedingText.beforeBlanks(text, open);
    if (last >= 0 && !isWord(last)) {
      return !isBeforeCall(text[last]);
    }
    int introduction = PrecedingText.beforeBlanks(text, wordStart(last));
    while (introduction > 0 && text[introduction] == '.') {
      int qualifier = PrecedingText.beforeBlanks(text, introduction);
      introduction = PrecedingText.beforeBlanks(text, wordStart(qualifier));
    }
    if (introduction < 0 || lastComment > wordStart(introduction)) {
      return true;
    }
    return isWord(introduction)
        ? (roles(introduction) & INTRODUCES_NAME) != 0
        : !isBeforeCall(text[introduction]);
  }

  /** Whether an expression may begin after a byte, and no table. */
  private static boolean isBeforeCall(byte b) {
    return b == '(' || b == ',' || b == '=' || b == '<' || b == '>' || b == '+' || b == '*';
  }

  private int wordStart(int last) {
    int start = last;
    while (start > 0 && isWord(start - 1)) {
      start--;
    }
    return start;
  }

  private int roles(int last) {
    int start = wordStart(last);
    NameHash hash = new NameHash();
    hash.of(text, start, last + 1, true);
    return keywords.roles(hash.first, last + 1 - start);
  }
}
