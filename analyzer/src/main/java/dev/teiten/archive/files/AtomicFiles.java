package dev.teiten.archive.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files under a temporary name and renames them. The file is on disk before it gets its
 * name, and the name is on disk before the call returns, so a power cut loses nothing.
 */
public final class AtomicFiles {
  /** The end of a temporary name, which starts with a dot. */
  public static final String SUFFIX = ".tmp";

  private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);

  private AtomicFiles() {}

  /** Readers see the old file or the complete new one. */
  public static void put(Path target, Consumer<Path> writer) {
    try {
      createFolders(target.getParent());
      Path temporary =
          target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
      try {
        writer.accept(temporary);
        rename(temporary, target);
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

  /** Renames a file within its folder; it replaces a file of the new name. */
  static void rename(Path file, Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = target.getParent();
    if (folder != null) {
      sync(folder);
    }
  }

  private static void createFolders(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    createFolders(parent);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // Another writer was faster; or a file is in the way, which the write will tell.
      return;
    }
    if (parent != null) {
      sync(parent);
    }
  }

  /** Brings the names of a folder to disk. Windows cannot, and needs not. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("{} is not synced", folder, e);
    }
  }
}
