package dev.teiten.archive.duckdb;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.source.SourceSeries;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB in memory over Parquet files. Each call works on a connection of its own, so calls may run
 * side by side.
 *
 * @see <a href="https://duckdb.org/docs/data/parquet/overview">Parquet in DuckDB</a>
 */
public final class DuckDbEngine implements ArchiveEngine {
  /**
   * Small row groups: a file is sorted by series, so most of it is skipped when one series is asked
   * for.
   */
  private static final String PARQUET = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)";

  private final DuckDBConnection root;

  public DuckDbEngine() {
    try {
      // Not by DriverManager, which would start every other database's driver too.
      root = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
      try (Statement statement = root.createStatement()) {
        statement.execute("SET TimeZone = 'UTC'");
        // Nothing may be downloaded at run time; what is needed is built in.
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
      for (SourceSeries one : series) {
        appender.beginRow();
        appender.append(position++);
        appender.append(one.kind().name().toLowerCase(Locale.ROOT));
        appender.append(one.key());
        appender.append(one.detail());
        appender.append(one.kind().isSparse());
        appender.append(LocalDateTime.ofInstant(one.from(), ZoneOffset.UTC));
        appender.append(one.stepSeconds());
        appender.append(one.values());
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
  public <T> List<T> query(String sql, RowReader<T> reader) {
    return onConnection(
        "asking the archive",
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            List<T> answer = new ArrayList<>();
            Row row = new ResultRow(rows);
            while (rows.next()) {
              answer.add(reader.read(row));
            }
            return answer;
          }
        });
  }

  @Override
  public String relation(List<Path> files) {
    return "read_parquet(["
        + files.stream().map(DuckDbEngine::quoted).collect(Collectors.joining(", "))
        + "], filename = true)";
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw new ArchiveException("DuckDB does not close", "See the cause with --debug.", e);
    }
  }

  private <T> T onConnection(String action, ConnectionQuery<T> work) {
    try (DuckDBConnection connection = (DuckDBConnection) root.duplicate()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new ArchiveException(
          "Failed in " + action + ": " + e.getMessage(),
          "Is the disk full, or the archive not writable?",
          e);
    }
  }

  private void run(String action, ConnectionTask task) {
    onConnection(
        action,
        connection -> {
          task.on(connection);
          return true;
        });
  }

  private interface ConnectionTask {
    void on(DuckDBConnection connection) throws SQLException;
  }

  private interface ConnectionQuery<T> {
    T on(DuckDBConnection connection) throws SQLException;
  }

  private record ResultRow(ResultSet rows) implements Row {
    @Override
    public String string(int column) {
      String value = read(() -> rows.getString(column));
      return value == null ? "" : value;
    }

    @Override
    public double number(int column) {
      return read(() -> rows.getDouble(column));
    }

    @Override
    public @Nullable Object value(int column) {
      return read(() -> rows.getObject(column));
    }

    @Override
    public double[] numbers(int column) {
      Array array = read(() -> rows.getArray(column));
      Object[] boxed = array == null ? new Object[0] : read(() -> (Object[]) array.getArray());
      double[] numbers = new double[boxed.length];
      for (int i = 0; i < boxed.length; i++) {
        numbers[i] = ((Number) boxed[i]).doubleValue();
      }
      return numbers;
    }

    private static <T> T read(Read<T> read) {
      try {
        return read.get();
      } catch (SQLException e) {
        throw new ArchiveException(
            "An answer of the archive is not readable: " + e.getMessage(), "", e);
      }
    }

    private interface Read<T> {
      T get() throws SQLException;
    }
  }
}
