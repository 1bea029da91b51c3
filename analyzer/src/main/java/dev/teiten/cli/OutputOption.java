package dev.teiten.cli;

import dev.teiten.review.TextTable;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --format}; the default is a table, on a terminal and in a pipe. */
final class OutputOption {
  enum Format {
    TABLE,
    JSON,
    CSV,
    MARKDOWN
  }

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "table (default), json, csv or markdown.")
  @Nullable Format format;

  /**
   * Prints the result in the chosen format.
   *
   * @param table the rows for reading
   * @param data the rows for programs
   */
  void print(
      PrintWriter out, Supplier<TextTable> table, Supplier<TextTable> data, Supplier<String> json) {
    switch (format == null ? Format.TABLE : format) {
      case JSON -> out.println(json.get());
      case CSV -> out.print(data.get().csv());
      case MARKDOWN -> out.print(table.get().markdown());
      case TABLE -> out.print(table.get().text());
    }
    out.flush();
  }

  boolean isTable() {
    return format == null || format == Format.TABLE;
  }
}
