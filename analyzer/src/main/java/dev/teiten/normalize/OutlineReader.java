package dev.teiten.normalize;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the outline of one text, eight bytes at once. It leaves out only what the rules leave out
 * wherever it stands; where they would have to look twice, the text has no outline.
 */
final class OutlineReader {
  /** The kind of what is not eight bytes of the text; no valid text has it where marks have 0. */
  private static final int PART = 0x5bd1e995;

  // Marks, and how many bytes of a last part count, stand in the highest byte of a part.
  private static final int LITERAL = 9;
  private static final int LIST = 10;
  private static final int ROWS = 11;
  private static final int COMMENT = 12;

  private static final String VALUES = "values";
  private static final boolean[] BEFORE_LITERAL = new boolean[128];
  private static final boolean[] SPECIAL = new boolean[256];

  static {
    for (byte b : " \n\t\r(,=<>+-*/[".getBytes(StandardCharsets.US_ASCII)) {
      BEFORE_LITERAL[b] = true;
    }
    for (byte b : "'\"`-/#%$0123456789".getBytes(StandardCharsets.US_ASCII)) {
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
  private final Hash128 hash = new Hash128();
  private int at;
  private int lastComment;
  private @Nullable Map<String, String> tags;

  OutlineReader(byte[] text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.mysql = dialect == Dialect.MYSQL;
  }

  @Nullable Outline read() {
    boolean known = true;
    while (known && at < text.length) {
      take(plainEnd(at));
      known = at == text.length || special(text[at]);
    }
    return known ? new Outline(hash.first(), hash.second()) : null;
  }

  /** What the comments say, see {@link CommentTags}. */
  Map<String, String> tags() {
    return tags == null ? Map.of() : tags;
  }

  private void take(int end) {
    while (at + Long.BYTES <= end) {
      long bytes = EightBytes.at(text, at);
      hash.add(0, bytes, bytes);
      at += Long.BYTES;
    }
    if (at < end) {
      part(end - at, EightBytes.first(EightBytes.at(text, at), end - at));
      at = end;
    }
  }

  private void part(int mark, long bytes) {
    long part = (long) mark << 56 | bytes;
    hash.add(PART, part, part);
  }

  /** The next place where something else than a part of the outline may stand. */
  private int plainEnd(int from) {
    int i = from;
    while (i < text.length) {
      int next = SPECIAL[text[i] & 0xff] ? specialEnd(i) : i + 1;
      if (next == i) {
        break;
      }
      i = next;
    }
    return i;
  }

  /** The end of what begins like a literal or a comment and is none, or the same place. */
  private int specialEnd(int place) {
    boolean plain =
        switch (text[place]) {
          case '-', '/', '#' -> !Comments.beginsAt(text, place, dialect);
          case '$' -> mysql || Bytes.isDigit(text, place + 1);
          default -> Bytes.isDigit(text, place) && place > 0 && Bytes.isWord(text, place - 1);
        };
    boolean name = text[place] == (mysql ? '`' : '"');
    return name ? Math.max(place, Literals.quoted(text, place, false)) : plain ? place + 1 : place;
  }

  /** Goes on; whether it is known what stands here. */
  private boolean special(byte b) {
    return switch (b) {
      case '\'' -> literal(Literals.quoted(text, at, mysql));
      case '"' -> mysql && literal(Literals.quoted(text, at, true));
      case '-', '/', '#' -> comment(b);
      default -> Bytes.isDigit(text, at) && literal(Numbers.end(text, at, dialect));
    };
  }

  private boolean comment(byte begin) {
    int end = Comments.end(text, at, dialect);
    boolean code = mysql && begin == '/' && Comments.codeBegin(text, at) != 0;
    // A text that ends in a part of a character was cut: U+FFFD.
    boolean cut = end < 0 || (end == text.length && text[end - 1] == (byte) 0xbd);
    if (cut || code || isNamePrefix(at)) {
      return false;
    }
    tags = tags == null ? CommentTags.none() : tags;
    CommentTags.read(text, at, end, tags);
    part(COMMENT, begin);
    at = end;
    lastComment = end;
    return true;
  }

  private boolean literal(int end) {
    int start = at;
    if (end <= 0 || !isAlone(start) || isNamePrefix(start)) {
      return false;
    }
    at = LiteralRuns.list(text, end, dialect);
    boolean several = at > end;
    part(several ? LIST : LITERAL, 0);
    if (text[start - 1] == '(' && Bytes.at(text, at) == ')' && isAfterValues(start - 1)) {
      int rows = LiteralRuns.rows(text, at + 1, several, dialect);
      if (rows > at + 1) {
        part(ROWS, 0);
        at = rows;
      }
    }
    return true;
  }

  /** With a prefix or a sign before it, it is something else: N'a', @'a', the second 1 of 1e-1. */
  private boolean isAlone(int start) {
    int before = start > 0 ? text[start - 1] : 0;
    boolean sign = before == '-' || before == '+';
    boolean exponent = sign && start > 1 && Bytes.fold(text[start - 2]) == 'e';
    return before > 0 && BEFORE_LITERAL[before] && !exponent;
  }

  /** Whether what comes here is a name because of what stands before: a.1, a.values. */
  private boolean isNamePrefix(int place) {
    int before = beforeBlanks(place);
    return before >= 0 && (text[before] == '.' || text[before] == '@');
  }

  /** Whether VALUES of an INSERT or REPLACE stands before a parenthesis. */
  private boolean isAfterValues(int open) {
    int from = beforeBlanks(open) + 1 - VALUES.length();
    if (from <= lastComment || Bytes.isWord(text, from - 1) || isNamePrefix(from)) {
      return false;
    }
    for (int i = 0; i < VALUES.length(); i++) {
      if (Bytes.fold(text[from + i]) != VALUES.charAt(i)) {
        return false;
      }
    }
    int verb = Bytes.fold(text[0]);
    return verb == 'i' || verb == 'r';
  }

  /** The place of the last byte before a place that is not a blank; -1 if none is. */
  private int beforeBlanks(int place) {
    int i = place - 1;
    while (i >= 0 && Bytes.classAt(text, i) == Bytes.SPACE) {
      i--;
    }
    return i;
  }
}
