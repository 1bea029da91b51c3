package dev.teiten.archive;

import dev.teiten.archive.files.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes temporary files of collects that were killed. */
public final class StaleTempFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StaleTempFiles.class);

  /** Files that another collector is writing are younger. */
  private static final Duration OLD = Duration.ofHours(1);

  private StaleTempFiles() {}

  /**
   * Deletes those that are over an hour old.
   *
   * @param root the archive's folder
   */
  public static void delete(Path root, Instant now) {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> old =
          files
              .filter(StaleTempFiles::isTemporary)
              .filter(file -> modified(file).isBefore(now.minus(OLD)))
              .toList();
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("a new archive", e);
    } catch (IOException | UncheckedIOException e) {
      LOG.info(
          "Files that a killed collect left in {} stay for the next run: {}", root, e.getMessage());
    }
  }

  private static boolean isTemporary(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(AtomicFiles.SUFFIX);
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MAX;
    }
  }
}
