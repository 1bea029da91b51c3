package dev.teiten.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes files beside their place and renames them. */
public final class AtomicFiles {
  public static final String SUFFIX = ".tmp";

  private AtomicFiles() {}

  /** Whoever reads sees what was there before, or the whole. */
  public static void put(Path target, Consumer<Path> writer) {
    try {
      Files.createDirectories(target.getParent());
      Path aside =
          target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
      try {
        writer.accept(aside);
        Files.move(
            aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new ArchiveException(
          "Cannot write " + target + ": " + e.getMessage(),
          "Is the archive's folder writable, and the disk not full?",
          e);
    }
  }
}
