package dev.teiten.archive.files;

import dev.teiten.source.SourceSeries;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What writes Parquet and answers SQL over it. */
public interface ArchiveEngine extends AutoCloseable {

  /**
   * Writes series as rows of (series, key, detail, starts_at, value). Zeros of sparse kinds are
   * left out, and so are steps without a value.
   */
  void writeSeries(Path file, List<SourceSeries> series);

  /**
   * Writes rows of a small table.
   *
   * @param columns name and SQL type of each, such as {@code digest VARCHAR}
   */
  void writeRows(Path file, List<String> columns, List<List<@Nullable Object>> rows);

  /** Asks in SQL; values come as the JDBC driver gives them. */
  <T> List<T> query(String sql, RowReader<T> reader);

  /**
   * How SQL names the rows of these Parquet files, with a column {@code filename}; at least one
   * file.
   */
  String relation(List<Path> files);

  @Override
  void close();

  /** Turns a row into something better. */
  interface RowReader<T> {
    T read(Row row);
  }

  /** One row of an answer; columns count from 1. */
  interface Row {
    String string(int column);

    double number(int column);

    @Nullable Object value(int column);

    /** The elements of a column of lists of numbers. */
    double[] numbers(int column);
  }
}
