package dev.teiten.web.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a statement into indented lines: one line per clause, and one line per condition below it.
 */
public final class SqlLayout {

  private static final String INDENT = "  ";

  private final List<SqlToken> out = new ArrayList<>();
  private int depth;
  private boolean between;
  private boolean needsSpace;

  private SqlLayout() {}

  /** The pieces of {@code statement}, with line breaks as separate white space. */
  public static List<SqlToken> lines(String statement) {
    SqlLayout layout = new SqlLayout();
    List<SqlToken> tokens =
        SqlToken.split(statement).stream().filter(t -> !t.css().equals("ws")).toList();
    for (int i = 0; i < tokens.size(); i++) {
      layout.add(tokens.get(i), i == 0 ? null : tokens.get(i - 1));
    }
    return layout.out;
  }

  private void add(SqlToken token, @Nullable SqlToken before) {
    if (token.text().equals(")")) {
      depth = Math.max(0, depth - 1);
    }
    if (before != null && startsClause(token, before)) {
      lineBreak(2 * depth);
    } else if (before != null && !between && token.isKeyword("AND", "OR")) {
      lineBreak(2 * depth + 1);
    } else if (needsSpace && !isTight(token, before)) {
      out.add(new SqlToken("ws", " "));
    }
    between = token.isKeyword("BETWEEN") || (between && !token.isKeyword("AND"));
    out.add(token);
    if (token.text().equals("(")) {
      depth++;
    }
    needsSpace = !token.text().equals("(");
  }

  private void lineBreak(int indent) {
    out.add(new SqlToken("ws", "\n" + INDENT.repeat(indent)));
  }

  private static boolean startsClause(SqlToken token, SqlToken before) {
    if (token.isKeyword("JOIN")) {
      return !before.isKeyword("INNER", "LEFT", "RIGHT", "OUTER", "CROSS", "FULL");
    }
    if (token.isKeyword("LEFT", "RIGHT")) {
      return !before.text().equals("(") && !before.text().equals(",");
    }
    if (token.isKeyword("FROM")) {
      return !before.isKeyword("DELETE");
    }
    return token.isKeyword(
        "WHERE",
        "GROUP",
        "ORDER",
        "HAVING",
        "LIMIT",
        "UNION",
        "SET",
        "VALUES",
        "INNER",
        "CROSS",
        "SELECT",
        "RETURNING");
  }

  private static boolean isTight(SqlToken token, @Nullable SqlToken before) {
    boolean call = token.text().equals("(") && before != null && before.css().equals("id");
    return call || List.of(",", ")", ".", ";").contains(token.text());
  }
}
