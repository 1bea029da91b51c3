package dev.teiten.normalize;

import dev.teiten.load.TextCut;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A normalized statement for a list of queries. The tables and the conditions of a SELECT say more
 * than its columns, so that a long list of columns becomes {@code …}.
 */
public final class ShortStatement {

  /** Characters of the longest list of columns that is kept. */
  private static final int LONGEST_KEPT = 20;

  /** No SELECT is open at this depth of parentheses. */
  private static final int NONE = -1;

  private final StringBuilder out = new StringBuilder();

  /** Where in {@link #out} the list of the last SELECT begins, for each open parenthesis. */
  private final Deque<Integer> lists = new ArrayDeque<>();

  private ShortStatement() {
    lists.push(NONE);
  }

  /** Code points of a statement that names a query in a sentence or a line of a list. */
  private static final int LONGEST_NAME = 60;

  /** The short form, cut to the length of a name. */
  public static String name(String statement) {
    return of(statement, LONGEST_NAME);
  }

  /** The short form with at most {@code most} code points. */
  public static String of(String statement, int most) {
    return TextCut.toLength(of(statement), most);
  }

  /**
   * {@code select … from likes l where …}; the statement itself where there is nothing to leave
   * out.
   */
  public static String of(String statement) {
    ShortStatement shortened = new ShortStatement();
    int start = 0;
    while (start < statement.length()) {
      int end = end(statement, start);
      shortened.add(statement.substring(start, end));
      start = end;
    }
    return shortened.out.toString();
  }

  private void add(String piece) {
    switch (piece) {
      case "(" -> lists.push(NONE);
      case ")" -> {
        if (lists.size() > 1) {
          lists.pop();
        }
      }
      default -> {
        if (piece.equalsIgnoreCase("from")) {
          leaveOut();
        }
      }
    }
    out.append(piece);
    if (piece.equalsIgnoreCase("select")) {
      lists.pop();
      lists.push(out.length());
    }
  }

  /** Leaves out the list of columns that a FROM ends. */
  private void leaveOut() {
    int start = lists.pop();
    lists.push(NONE);
    if (start != NONE && out.substring(start).strip().length() > LONGEST_KEPT) {
      out.setLength(start);
      out.append(" … ");
    }
  }

  private static int end(String text, int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"' || first == '`') {
      int close = text.indexOf(first, start + 1);
      return close < 0 ? text.length() : close + 1;
    }
    int end = start + 1;
    while (isWord(first) && end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '.' || c == '$';
  }
}
