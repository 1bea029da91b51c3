package dev.teiten.archive.files;

import dev.teiten.source.SourceSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes Parquet files and answers SQL over them. */
public interface ArchiveEngine extends AutoCloseable {

  /**
   * Writes series as rows of (series, key, detail, starts_at, value). Steps without a value are
   * left out, and zeros of sparse kinds too.
   */
  void writeSeries(Path file, List<SourceSeries> series);

  /**
   * Writes rows of a small table.
   *
   * @param columns name and SQL type of each, such as {@code digest VARCHAR}
   */
  void writeRows(Path file, List<String> columns, List<List<@Nullable Object>> rows);

  /**
   * Answers a query row by row.
   *
   * @param consumer takes each row; the row is valid only during the call
   */
  void forEach(String sql, Consumer<ArchiveRow> consumer);

  /** Answers a query with one element for each row. */
  default <T> List<T> query(String sql, Function<ArchiveRow, T> reader) {
    List<T> answer = new ArrayList<>();
    forEach(sql, row -> answer.add(reader.apply(row)));
    return answer;
  }

  /**
   * Reads every value of a file.
   *
   * @throws ArchiveException if it cannot be read
   */
  default void readAll(Path file) {
    forEach("SELECT max(hash(t)) FROM " + relation(List.of(file)) + " t", row -> {});
  }

  /**
   * The SQL name for the rows of files with equal columns, and a column {@code filename}.
   *
   * @param files at least one
   */
  String relation(List<Path> files);

  /**
   * The SQL name for the rows of files whose columns may differ: a column that a file lacks is NULL
   * in its rows. Opening is slower than {@link #relation}.
   *
   * @param files at least one
   */
  String relationByName(List<Path> files);

  @Override
  void close();
}
