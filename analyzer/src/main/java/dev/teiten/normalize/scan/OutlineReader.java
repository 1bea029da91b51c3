package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the outline of one text, eight bytes at once. It leaves out only literals and comments that
 * the rules drop in every context; a text in which the context matters has no outline.
 */
public final class OutlineReader {
  /** Marks a part that is not eight bytes of the text; no valid text has these bits there. */
  private static final int PART = 0x5bd1e995;

  // Marks, and how many bytes of a last part count, stand in the highest byte of a part.
  private static final int LITERAL = 9;
  private static final int LIST = 10;
  private static final int ROWS = 11;
  private static final int COMMENT = 12;

  private static final boolean[] SPECIAL = new boolean[256];

  static {
    for (byte b : "'\"-/#%$0123456789".getBytes(StandardCharsets.US_ASCII)) {
      SPECIAL[b] = true;
    }
    for (int control = 0; control < ' '; control++) {
      SPECIAL[control] = control < '\t' || control > '\r';
    }
    SPECIAL[0x7f] = true;
  }

  private final byte[] text;
  private final Dialect dialect;
  private final boolean mysql;
  private final char nameQuote;
  private final OutlineContext context;
  private int at;
  private long lane1 = 0xcbf29ce484222325L;
  private long lane2 = 0x2545f4914f6cdd1dL;

  /** Marks of name quotes, combined by exclusive or: only whether their number is odd counts. */
  private long quoteMarks;

  /** Where the last comment ends. */
  private int lastComment;

  private @Nullable Map<String, String> tags;

  public OutlineReader(byte[] text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.mysql = dialect == Dialect.MYSQL;
    this.nameQuote = mysql ? '`' : '"';
    this.context = new OutlineContext(text, dialect);
  }

  /** The outline, or null if the context of a literal matters. */
  public @Nullable OutlineHash read() {
    boolean readable = true;
    while (readable && at < text.length) {
      take(plainEnd(at));
      readable = at == text.length || special(text[at]);
    }
    return readable && !inName()
        ? new OutlineHash(FingerprintHash.finish(lane1), FingerprintHash.finish(lane2))
        : null;
  }

  /** The tags of the comments, see {@link CommentTags}. */
  public Map<String, String> tags() {
    return tags == null ? Map.of() : tags;
  }

  private void take(int end) {
    long first = lane1;
    long second = lane2;
    long marks = quoteMarks;
    int from = at;
    for (; from + Long.BYTES <= end; from += Long.BYTES) {
      long bytes = EightBytes.at(text, from);
      first = FingerprintHash.step1(first, bytes);
      second = FingerprintHash.step2(second, bytes);
      marks ^= EightBytes.marks(bytes, nameQuote);
    }
    lane1 = first;
    lane2 = second;
    quoteMarks = marks;
    if (from < end) {
      long bytes = EightBytes.first(EightBytes.at(text, from), end - from);
      part(end - from, bytes);
      quoteMarks ^= EightBytes.marks(bytes, nameQuote);
    }
    at = end;
  }

  private void part(int mark, long bytes) {
    long part = (long) mark << 56 | bytes;
    lane1 = FingerprintHash.step1(lane1, part ^ PART);
    lane2 = FingerprintHash.step2(lane2, part + PART);
  }

  /** Whether the quotes of names that were passed are an odd number. */
  private boolean inName() {
    return Long.bitCount(quoteMarks) % 2 != 0;
  }

  /** The next place where something else than a part of the outline may stand. */
  private int plainEnd(int from) {
    byte[] bytes = text;
    int i = from;
    while (true) {
      // A loop of nothing else is a fast one.
      while (i < bytes.length && !SPECIAL[bytes[i] & 0xff]) {
        i++;
      }
      int next = i == bytes.length ? i : specialEnd(i);
      if (next == i) {
        return i;
      }
      i = next;
    }
  }

  /** The end of what begins like a literal or a comment and is none, or the same place. */
  private int specialEnd(int place) {
    boolean plain =
        switch (text[place]) {
          case '-', '/', '#' -> !CommentScanner.beginsAt(text, place, dialect);
          case '$' -> mysql || ByteClasses.isDigit(text, place + 1);
          case '"' -> !mysql;
          default ->
              ByteClasses.isDigit(text, place) && place > 0 && ByteClasses.isWord(text, place - 1);
        };
    return plain ? place + 1 : place;
  }

  /** Moves over a literal or a comment; false if the context decides about it. */
  private boolean special(byte b) {
    if (inName()) {
      return false;
    }
    return switch (b) {
      case '\'' -> literal(LiteralScanner.quoted(text, at, mysql));
      case '"' ->
          context.isString(at, lastComment) && literal(LiteralScanner.quoted(text, at, true));
      case '-', '/', '#' -> comment(b);
      default -> ByteClasses.isDigit(text, at) && number(NumberScanner.end(text, at, dialect));
    };
  }

  private boolean comment(byte begin) {
    int end = CommentScanner.end(text, at, dialect);
    boolean code = mysql && begin == '/' && CommentScanner.codeBegin(text, at) != 0;
    // A text that ends in a part of a character was cut: U+FFFD.
    boolean cut = end < 0 || (end == text.length && text[end - 1] == (byte) 0xbd);
    if (cut || code || PrecedingText.isNamePrefix(text, at)) {
      return false;
    }
    tags = tags == null ? CommentTags.none() : tags;
    CommentTags.read(text, at, end, tags);
    part(COMMENT, begin);
    at = end;
    lastComment = end;
    return true;
  }

  private boolean number(int end) {
    return (mysql || !context.isOrdinal(at, end, lastComment)) && literal(end);
  }

  private boolean literal(int end) {
    int start = at;
    // A string that touches a word may end elsewhere.
    if (end <= 0 || ByteClasses.isWord(text, end) || !PrecedingText.isFree(text, start)) {
      return false;
    }
    at = LiteralRuns.list(text, end, dialect);
    boolean several = at > end;
    if (several && !mysql && context.isListInDoubt(start)) {
      return false;
    }
    part(several ? LIST : LITERAL, 0);
    boolean row = text[start - 1] == '(' && ByteClasses.at(text, at) == ')';
    if (row && PrecedingText.isValues(text, lastComment, start - 1)) {
      int rows = LiteralRuns.rows(text, at + 1, several, dialect);
      if (rows > at + 1) {
        part(ROWS, 0);
        at = rows;
      }
    }
    return true;
  }
}
