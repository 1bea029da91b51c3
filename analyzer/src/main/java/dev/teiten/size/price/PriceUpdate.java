package dev.teiten.size.price;

import dev.teiten.load.TeitenException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes fetched prices into a price file. */
public final class PriceUpdate {
  private PriceUpdate() {}

  /**
   * Replaces all rows of the regions of {@code fetched}, and keeps the rows of other regions. The
   * file is written aside and renamed, so that readers see the old prices or the new ones.
   *
   * @throws TeitenException if the file cannot be read or written
   */
  public static void write(Path file, List<PriceRow> fetched) {
    Set<String> regions = fetched.stream().map(PriceRow::region).collect(Collectors.toSet());
    List<PriceRow> rows = new ArrayList<>(fetched);
    if (Files.exists(file)) {
      PriceBook.read(file).stream()
          .filter(row -> !regions.contains(row.region()))
          .forEach(rows::add);
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
      try {
        try (Writer out = Files.newBufferedWriter(aside)) {
          PriceFile.write(out, rows);
        }
        move(aside, file);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new TeitenException(
          "The price file " + file + " could not be written: " + e.getMessage(),
          "Name a file in a folder that you may write to, with --file.",
          e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
