package dev.teiten.archive.duckdb;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveRow;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The row at which a result set stands.
 *
 * @param columns the index of each column, by name
 */
record ResultRow(ResultSet rows, Map<String, Integer> columns) implements ArchiveRow {

  static ResultRow of(ResultSet rows) throws SQLException {
    ResultSetMetaData metaData = rows.getMetaData();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.put(metaData.getColumnLabel(i), i);
    }
    return new ResultRow(rows, columns);
  }

  @Override
  public @Nullable Object value(String column) {
    Integer index = columns.get(column);
    try {
      return index == null ? null : rows.getObject(index);
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  @Override
  public double[] numbers(String column) {
    if (!(value(column) instanceof Array array)) {
      return new double[0];
    }
    try {
      Object[] boxed = (Object[]) array.getArray();
      double[] numbers = new double[boxed.length];
      for (int i = 0; i < boxed.length; i++) {
        numbers[i] = ((Number) boxed[i]).doubleValue();
      }
      return numbers;
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  private static ArchiveException unreadable(String column, SQLException e) {
    return new ArchiveException(
        "The column " + column + " of an answer is not readable: " + e.getMessage(),
        "Are the archive's files written by Teiten?",
        e);
  }
}
