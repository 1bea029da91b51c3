package dev.teiten.source.mysql;

import dev.teiten.load.StatementPlan.PlanStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns of EXPLAIN, none of which has a literal. */
final class PlanRows {
  private PlanRows() {}

  static List<PlanStep> steps(ResultSet rows) throws SQLException {
    List<PlanStep> steps = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        steps.add(
            new PlanStep(
                text(rows, "select_type"),
                text(rows, "table"),
                text(rows, "type"),
                text(rows, "possible_keys"),
                text(rows, "key"),
                text(rows, "key_len"),
                text(rows, "ref"),
                number(rows, "rows"),
                number(rows, "filtered"),
                text(rows, "Extra")));
      }
    }
    return steps;
  }

  private static String text(ResultSet rows, String column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  private static @Nullable Double number(ResultSet rows, String column) throws SQLException {
    double number = rows.getDouble(column);
    return rows.wasNull() ? null : number;
  }
}
