package dev.teiten.archive.duckdb;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveRow;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.source.SourceSeries;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB in memory over Parquet files. Each call has its own connection, so calls may run side by
 * side.
 *
 * @see <a href="https://duckdb.org/docs/data/parquet/overview">Parquet in DuckDB</a>
 */
public final class DuckDbEngine implements ArchiveEngine {
  /**
   * The row groups are small: a file is sorted by series, so a query for one series skips most of
   * them.
   */
  private static final String PARQUET = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)";

  private final DuckDBConnection root;

  public DuckDbEngine() {
    try {
      // DriverManager would also load the drivers of other databases.
      root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
      try (Statement statement = root.createStatement()) {
        statement.execute("SET TimeZone = 'UTC'");
        // Nothing may be downloaded at run time; the needed extensions are built in.
        statement.execute("SET autoinstall_known_extensions = false");
      }
    } catch (SQLException e) {
      throw new ArchiveException("DuckDB does not start", "See the cause with --debug.", e);
    }
  }

  @Override
  public void writeSeries(Path file, List<SourceSeries> series) {
    run(
        "writing " + file,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "CREATE TEMP TABLE chunk (position INTEGER, series VARCHAR, key VARCHAR, detail VARCHAR,"
                    + " sparse BOOLEAN, first TIMESTAMP, step INTEGER, vals FLOAT[])");
            append(connection, series);
            statement.execute(
                "COPY (SELECT series, key, detail, first + to_seconds(step * i) AS starts_at, value FROM"
                    + " (SELECT *, unnest(range(len(vals))) AS i, unnest(vals) AS value FROM chunk)"
                    + " WHERE NOT isnan(value) AND NOT (sparse AND value = 0) ORDER BY position, i) TO "
                    + quoted(file)
                    + " "
                    + PARQUET);
            statement.execute("DROP TABLE chunk");
          }
        });
  }

  private static void append(DuckDBConnection connection, List<SourceSeries> series)
      throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "chunk")) {
      int position = 0;
      for (SourceSeries part : series) {
        appender.beginRow();
        appender.append(position++);
        appender.append(part.kind().storedName());
        appender.append(part.key());
        appender.append(part.detail());
        appender.append(part.kind().isSparse());
        appender.append(LocalDateTime.ofInstant(part.from(), ZoneOffset.UTC));
        appender.append(part.stepSeconds());
        appender.append(part.values());
        appender.endRow();
      }
    }
  }

  @Override
  public void writeRows(Path file, List<String> columns, List<List<@Nullable Object>> rows) {
    run(
        "writing " + file,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE chunk (" + String.join(", ", columns) + ")");
            insert(connection, columns.size(), rows);
            statement.execute("COPY chunk TO " + quoted(file) + " " + PARQUET);
            statement.execute("DROP TABLE chunk");
          }
        });
  }

  private static void insert(
      DuckDBConnection connection, int width, List<List<@Nullable Object>> rows)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(width, "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO chunk VALUES (" + marks + ")")) {
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < width; i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public void forEach(String sql, Consumer<ArchiveRow> consumer) {
    run(
        "querying the archive",
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            ArchiveRow row = ResultRow.of(rows);
            while (rows.next()) {
              consumer.accept(row);
            }
          }
        });
  }

  @Override
  public String relation(List<Path> files) {
    return "read_parquet(" + list(files) + ", filename = true)";
  }

  @Override
  public String relationByName(List<Path> files) {
    return "read_parquet(" + list(files) + ", filename = true, union_by_name = true)";
  }

  private static String list(List<Path> files) {
    return files.stream().map(DuckDbEngine::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(Path file) {
    return ArchiveSql.literal(file.toString());
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw new ArchiveException("DuckDB does not close", "See the cause with --debug.", e);
    }
  }

  private void run(String action, ConnectionTask task) {
    try (DuckDBConnection connection = (DuckDBConnection) root.duplicate()) {
      task.on(connection);
    } catch (SQLException e) {
      throw new ArchiveException(
          "Failed in " + action + ": " + e.getMessage(),
          "Is the disk full, or the archive not writable? `teiten check --archive` finds damaged files.",
          e);
    }
  }

  private interface ConnectionTask {
    void on(DuckDBConnection connection) throws SQLException;
  }
}
