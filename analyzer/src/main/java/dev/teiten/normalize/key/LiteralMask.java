package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.CommentTags;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.TokenKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Makes a text safe to store. Literals become {@code ?}, comments go, but for tags that frameworks
 * leave ({@link CommentTags}); names, list lengths and everything else stay as they are, and the
 * fingerprint stays the same.
 */
public final class LiteralMask {
  /** Verbs of statements that have little but a name that a driver made. */
  private static final Set<String> NAMED =
      Set.of(
          "SAVEPOINT",
          "RELEASE",
          "ROLLBACK",
          "LISTEN",
          "UNLISTEN",
          "NOTIFY",
          "CLOSE",
          "FETCH",
          "MOVE",
          "PREPARE",
          "EXECUTE",
          "DEALLOCATE");

  private final Lexer lexer;
  private final ByteArrayOutputStream out;
  private final Map<String, String> tags = CommentTags.none();
  private int last;

  private LiteralMask(byte[] text, Dialect dialect) {
    this.lexer = new Lexer(text, dialect);
    this.out = new ByteArrayOutputStream(text.length);
  }

  /** Never throws. The mask of a mask is the mask. */
  public static String mask(String text, Dialect dialect) {
    Fingerprint fingerprint = Fingerprinter.of(text, dialect);
    if (text.equals(fingerprint.text())) {
      return text;
    }
    if (NAMED.contains(fingerprint.verb())) {
      // The name may be a user's, and the print has none.
      return fingerprint.text();
    }
    String masked = masked(text, dialect);
    boolean same =
        Fingerprinter.of(masked, dialect).id().equals(fingerprint.id())
            && masked(masked, dialect).equals(masked);
    // Where masking moves the boundary of a token, the print is stored, which is always safe.
    return same ? masked : fingerprint.text();
  }

  private static String masked(String text, Dialect dialect) {
    return new LiteralMask(StatementBytes.of(text, dialect), dialect).mask();
  }

  private String mask() {
    int copied = 0;
    boolean open = false;
    int kind = lexer.next();
    while (kind != TokenKind.END) {
      between(copied, lexer.start);
      open = token(kind);
      copied = lexer.end;
      kind = lexer.next();
    }
    if (lexer.binary()) {
      return Fingerprint.EMPTY;
    }
    between(copied, lexer.text.length);
    String cut = lexer.cut || open ? " ~" : "";
    return (out.toString(StandardCharsets.UTF_8).strip() + tagged() + cut).strip();
  }

  /** Writes a space for whitespace and for the marks of MySQL's code comments. */
  private void between(int from, int to) {
    if (to > from) {
      boolean line = false;
      for (int i = from; i < to; i++) {
        line |= lexer.text[i] == '\n';
      }
      space(line ? '\n' : ' ');
    }
  }

  private void space(char space) {
    if (last > ' ') {
      write(space);
    }
  }

  /** Writes a token and says whether it is the mark of a cut. */
  private boolean token(int kind) {
    switch (kind) {
      case TokenKind.COMMENT -> comment();
      case TokenKind.LITERAL -> literal();
      case TokenKind.USER_VARIABLE -> ascii("@?");
      case TokenKind.CUT -> {}
      default -> copy(kind);
    }
    return kind == TokenKind.CUT;
  }

  private void literal() {
    // '…'id would become ?id, which is still ?, id; ?+ would not still be ? and +.
    if (last == '?' || last == '@' || ByteClasses.fold((byte) last) != 0) {
      space(' ');
    }
    write('?');
    if (ByteClasses.at(lexer.text, lexer.end) == '+' || ByteClasses.isWord(lexer.text, lexer.end)) {
      space(' ');
    }
  }

  private void comment() {
    CommentTags.read(lexer.text, lexer.start, lexer.end, tags);
    space(' ');
  }

  /** Copies a name or an operator, but no name that was cut inside its quotes. */
  private void copy(int kind) {
    if (kind != TokenKind.QUOTED || !lexer.cut) {
      out.write(lexer.text, lexer.start, lexer.end - lexer.start);
      last = lexer.text[lexer.end - 1];
    }
  }

  private String tagged() {
    if (tags.isEmpty()) {
      return "";
    }
    StringBuilder comment = new StringBuilder(" /*");
    tags.forEach(
        (key, value) ->
            comment
                .append(comment.length() > 3 ? "," : "")
                .append(key)
                .append("='")
                .append(value)
                .append('\''));
    return comment.append("*/").toString();
  }

  private void ascii(String value) {
    value.chars().forEach(this::write);
  }

  private void write(int ascii) {
    out.write(ascii);
    last = ascii;
  }
}
