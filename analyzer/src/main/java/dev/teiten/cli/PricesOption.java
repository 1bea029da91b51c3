package dev.teiten.cli;

import dev.teiten.size.price.PriceBook;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --prices FILE}: its prices take precedence over all others. */
public final class PricesOption {

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "Prices of your own (CSV, see `teiten prices`); they win over the archive's and the bundled.")
  @Nullable Path file;

  /** The prices by rising precedence: the bundled ones, the archive folder's, the user's file. */
  public PriceBook book(Path archive) {
    return over(PriceBook.of(archive));
  }

  PriceBook over(PriceBook book) {
    return file == null ? book : book.with(file);
  }
}
