package dev.teiten.normalize;

import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Changes a statement in ways that must, or must not, keep its group. It splits the text with an
 * own simple splitter, so that it does not share the scanner's mistakes.
 */
public final class StatementMutations {
  private static final List<String> MYSQL_LITERALS =
      List.of(
          "1",
          "-7",
          "+3.25",
          "1e-9",
          ".5",
          "5.",
          "0xFF",
          "0b01",
          "X'4D'",
          "b'01'",
          "N'x'",
          "NULL",
          "_utf8mb4'x'",
          "'it''s'",
          "'it\\'s'",
          "'back\\\\'",
          "\"x\"\"y\"",
          "\"x\\\"y\"",
          "''",
          "'a' 'b'",
          "TRUE",
          "?",
          "'-- no comment'",
          "'/* no comment'",
          "'; drop'",
          "'a,b),(c'",
          "'東京🙂'");
  private static final List<String> POSTGRESQL_LITERALS =
      List.of(
          "1",
          "-7",
          "+3.25",
          "1e-9",
          ".5",
          "0xFF",
          "1_000",
          "X'4D'",
          "B'01'",
          "N'x'",
          "NULL",
          "'it''s'",
          "'back\\'",
          "E'it\\'s'",
          "U&'x'",
          "$$a'b$$",
          "$q$a$$b$q$",
          "''",
          "FALSE",
          "$1",
          ":name",
          "%s",
          "'-- no comment'",
          "'/* no comment'",
          "'a,b),(c'",
          "'東京🙂'");
  private static final List<String> COMMENTS =
      List.of("/* c */", "/**/", "-- c\n", "/* 'q */", "/* a='b',c='d' */", "/* ; */");

  private final Dialect dialect;
  private final Random random;

  public StatementMutations(Dialect dialect, long seed) {
    this.dialect = dialect;
    this.random = new Random(seed);
  }

  /** Words, literals (marked by {@code «»} in the template) and single characters. */
  static List<String> pieces(String template) {
    List<String> pieces = new ArrayList<>();
    int i = 0;
    while (i < template.length()) {
      int j = i + 1;
      char c = template.charAt(i);
      if (c == '«') {
        j = template.indexOf('»', i) + 1;
      } else if (Character.isLetterOrDigit(c) || c == '_') {
        while (j < template.length() && isWord(template.charAt(j))) {
          j++;
        }
      } else if (c == ' ') {
        i++;
        continue;
      } else if (j < template.length() && "<=>=!=<>->".contains(template.substring(i, j + 1))) {
        j++;
      }
      pieces.add(template.substring(i, j));
      i = j;
    }
    return pieces;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Another statement of the same group: other literals, lists, rows, spaces, case, comments. */
  public String same(String template) {
    StringBuilder out = new StringBuilder(random.nextInt(4) == 0 ? comment() : "");
    for (String piece : pieces(template)) {
      out.append(space());
      switch (piece.charAt(0)) {
        case '«' -> out.append(literals(piece));
        default -> out.append(isWord(piece.charAt(0)) ? randomCase(piece) : piece);
      }
    }
    return out.append(random.nextBoolean() ? ";" : "").append(space()).toString();
  }

  /**
   * {@code «»} one literal, {@code «,»} a list of two or more, {@code «in»} one of one or more,
   * {@code «rows:X»} one or more times X.
   */
  private String literals(String piece) {
    String kind = piece.substring(1, piece.length() - 1);
    if (kind.startsWith("rows:")) {
      int rows = 1 + random.nextInt(4);
      List<String> all = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        all.add(row(kind.substring(5)));
      }
      return String.join(space() + "," + space(), all);
    }
    int least = kind.equals(",") ? 2 : 1;
    int count = kind.isEmpty() ? 1 : least + random.nextInt(6);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(literal());
    }
    return String.join(space() + "," + space(), all);
  }

  private String row(String row) {
    StringBuilder out = new StringBuilder();
    for (char c : row.toCharArray()) {
      out.append(c == '#' ? literal() : String.valueOf(c));
    }
    return out.toString();
  }

  private String literal() {
    List<String> all = dialect == Dialect.MYSQL ? MYSQL_LITERALS : POSTGRESQL_LITERALS;
    return all.get(random.nextInt(all.size()));
  }

  private String comment() {
    if (dialect == Dialect.MYSQL && random.nextInt(5) == 0) {
      return "# it's one\n";
    }
    boolean nested = dialect == Dialect.POSTGRESQL && random.nextInt(5) == 0;
    return nested ? "/* a /* b */ c */" : COMMENTS.get(random.nextInt(COMMENTS.size()));
  }

  private String space() {
    return switch (random.nextInt(8)) {
      case 0 -> "\n";
      case 1 -> "\t ";
      case 2 -> "\r\n\n\n";
      case 3 -> " " + comment() + " ";
      default -> " ";
    };
  }

  private String randomCase(String word) {
    StringBuilder out = new StringBuilder();
    boolean upper = random.nextBoolean();
    for (char c : word.toCharArray()) {
      boolean change = random.nextInt(4) == 0 ? random.nextBoolean() : upper;
      out.append(change ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return out.toString();
  }
}
