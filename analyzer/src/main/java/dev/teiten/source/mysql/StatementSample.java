package dev.teiten.source.mysql;

import dev.teiten.load.Engine;
import dev.teiten.load.TeitenException;
import dev.teiten.source.StatementMask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a query with its literals, as the server remembers it. It is never kept, logged or
 * shown.
 *
 * @param schema the database in which it ran; null if none
 */
record StatementSample(String text, @Nullable String schema) {
  /** MySQL's mark at the end of a text that it cut. */
  private static final String CUT = "...";

  /** The newest first: last statements of each connection, then samples by digest. */
  private static final String SQL =
      "SELECT SQL_TEXT, CURRENT_SCHEMA FROM performance_schema.events_statements_history"
          + " WHERE SQL_TEXT IS NOT NULL AND NESTING_EVENT_ID IS NULL"
          + " UNION ALL SELECT QUERY_SAMPLE_TEXT, SCHEMA_NAME FROM (SELECT QUERY_SAMPLE_TEXT,"
          + " SCHEMA_NAME FROM performance_schema.events_statements_summary_by_digest"
          + " WHERE QUERY_SAMPLE_TEXT IS NOT NULL ORDER BY LAST_SEEN DESC) AS samples";

  /**
   * @throws TeitenException if the server has no whole statement of the query
   */
  static StatementSample find(Statement statement, String fingerprint, StatementMask mask)
      throws SQLException {
    boolean cut = false;
    try (ResultSet rows = statement.executeQuery(SQL)) {
      while (rows.next()) {
        String text = rows.getString(1);
        boolean complete = !text.endsWith(CUT);
        if (mask.id(text, complete, Engine.MYSQL).equals(fingerprint)) {
          if (complete) {
            return new StatementSample(text, rows.getString(2));
          }
          cut = true;
        }
      }
    }
    if (cut) {
      throw new TeitenException(
          "No plan: the server has only the beginning of the statement",
          "SET PERSIST_ONLY performance_schema_max_sql_text_length = 65536; and start it again.");
    }
    throw new TeitenException(
        "No plan: this server has no statement of the query " + fingerprint,
        "Does the query run there, and since the digest table was emptied?");
  }

  /** Without the text, which has literals. */
  @Override
  public String toString() {
    return "StatementSample of " + schema;
  }
}
