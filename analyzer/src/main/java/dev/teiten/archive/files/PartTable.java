package dev.teiten.archive.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A small table that only grows: each addition is a part file in the table's folder. Parts may have
 * been written by other versions, with columns less or more.
 *
 * @param <R> what a row is read as
 * @param <C> what the rows of all parts are kept as
 */
final class PartTable<R, C> {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Layout<R> layout;
  private final Function<List<R>, C> collector;
  private List<Path> partsRead = List.of();
  private C content;

  /**
   * How a table is stored.
   *
   * @param name of the folder, such as {@code inventory}
   * @param columns name and SQL type of each, such as {@code region VARCHAR}
   * @param reader gives null for a row that lacks what identifies it; such rows are left out
   */
  record Layout<R>(String name, List<String> columns, Function<ArchiveRow, @Nullable R> reader) {
    Layout {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param collector makes the content from the rows of all parts, which come in no order
   */
  PartTable(
      ArchiveFiles files, ArchiveEngine engine, Layout<R> layout, Function<List<R>, C> collector) {
    this.files = files;
    this.engine = engine;
    this.layout = layout;
    this.collector = collector;
    this.content = collector.apply(List.of());
  }

  /**
   * Adds a part.
   *
   * @param rows values in the order of the columns
   */
  void add(List<List<@Nullable Object>> rows) {
    if (!rows.isEmpty()) {
      files.addPart(layout.name, file -> engine.writeRows(file, layout.columns, rows));
    }
  }

  /** The content of all parts; they are read again only when the list of parts has changed. */
  synchronized C content() {
    List<Path> parts = files.parts(layout.name);
    if (!parts.equals(partsRead)) {
      content = collector.apply(parts.isEmpty() ? List.of() : read(parts));
      partsRead = parts;
    }
    return content;
  }

  private List<R> read(List<Path> parts) {
    return engine.query("SELECT * FROM " + engine.relationByName(parts), layout.reader).stream()
        .filter(Objects::nonNull)
        .toList();
  }
}
