package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock by which only one process samples an instance at a time, since two would overwrite each
 * other's day. The system releases the lock when the process ends; its file stays.
 */
final class SamplingLock implements AutoCloseable {
  private static final String NAME = ".sampling";

  private final FileChannel channel;

  private SamplingLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param folder of the instance
   * @throws ArchiveException if another process holds the lock
   */
  static SamplingLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isOurs(channel)) {
        return new SamplingLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new ArchiveException(
          "Cannot write into " + folder, "Is the archive's folder writable?", e);
    }
    throw new ArchiveException(
        "This server is being sampled into " + folder + " already",
        "Stop the other `teiten sample`, or name another archive.");
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ArchiveException("Cannot unlock the archive", "See the cause with --debug.", e);
    }
  }
}
