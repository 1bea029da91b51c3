package dev.teiten.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes files under a temporary name and renames them. */
public final class AtomicFiles {
  /** The end of a temporary name, which starts with a dot. */
  public static final String SUFFIX = ".tmp";

  private AtomicFiles() {}

  /** Readers see the old file or the complete new one. */
  public static void put(Path target, Consumer<Path> writer) {
    try {
      Files.createDirectories(target.getParent());
      Path temporary =
          target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
      try {
        writer.accept(temporary);
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ArchiveException(
          "Cannot write " + target + ": " + e.getMessage(),
          "Is the archive's folder writable, and the disk not full?",
          e);
    }
  }
}
