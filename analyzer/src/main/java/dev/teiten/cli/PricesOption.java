package dev.teiten.cli;

import dev.teiten.size.price.PriceBook;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --prices FILE}: prices that win over all others. */
public final class PricesOption {

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "Prices of your own (CSV, see `teiten prices`); they win over the archive's and the bundled.")
  @Nullable Path file;

  /** The bundled prices, over them those in the archive's folder, over them the user's file. */
  public PriceBook book(Path archive) {
    return over(PriceBook.of(archive));
  }

  PriceBook over(PriceBook book) {
    return file == null ? book : book.with(file);
  }
}
