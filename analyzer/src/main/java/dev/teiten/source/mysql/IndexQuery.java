package dev.teiten.source.mysql;

import dev.teiten.load.StatementPlan.TableIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The indexes of tables in the database that is chosen. */
final class IndexQuery {
  private static final String SQL =
      "SELECT TABLE_NAME, INDEX_NAME, GROUP_CONCAT(IFNULL(COLUMN_NAME, '(expression)')"
          + " ORDER BY SEQ_IN_INDEX SEPARATOR ','), MAX(NON_UNIQUE), MAX(CARDINALITY)"
          + " FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()"
          + " AND LOWER(TABLE_NAME) IN (%s)"
          + " GROUP BY TABLE_NAME, INDEX_NAME ORDER BY TABLE_NAME, INDEX_NAME";

  private IndexQuery() {}

  /**
   * @param tables names, perhaps with a database before a dot
   */
  static List<TableIndex> read(Connection connection, Collection<String> tables)
      throws SQLException {
    List<TableIndex> indexes = new ArrayList<>();
    if (tables.isEmpty()) {
      return indexes;
    }
    String marks = String.join(", ", Collections.nCopies(tables.size(), "LOWER(?)"));
    try (PreparedStatement query = connection.prepareStatement(SQL.formatted(marks))) {
      int at = 1;
      for (String table : tables) {
        query.setString(at++, table.substring(table.lastIndexOf('.') + 1));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          indexes.add(index(rows));
        }
      }
    }
    return indexes;
  }

  private static TableIndex index(ResultSet row) throws SQLException {
    long cardinality = row.getLong(5);
    @Nullable Long known = row.wasNull() ? null : cardinality;
    return new TableIndex(
        row.getString(1), row.getString(2), row.getString(3), row.getInt(4) == 0, known);
  }
}
