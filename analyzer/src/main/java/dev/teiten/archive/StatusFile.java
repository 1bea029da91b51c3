package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file of the archive's folder {@code status}, by which a monitor watches a command. */
public final class StatusFile {
  private final Path file;

  /**
   * @param root the archive's folder
   * @param name of the file, such as {@code collect.json}
   */
  public StatusFile(Path root, String name) {
    this.file = root.resolve(ArchiveFiles.STATUS).resolve(name);
  }

  /**
   * Replaces the text.
   *
   * @throws ArchiveException if the folder cannot be written
   */
  public void write(String text) {
    AtomicFiles.put(file, temporary -> write(temporary, text));
  }

  /** The text; empty if there is none. */
  public String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // A monitor's file is missing until the first write, and a broken one is no error.
      return "";
    }
  }

  private static void write(Path temporary, String text) {
    try {
      Files.writeString(temporary, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
