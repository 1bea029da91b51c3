package dev.teiten.archive.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The format version of an archive: the highest N of the empty files {@code format-N} at its root.
 * An archive without such a file has version 1, which Teiten 0.1.0 wrote. Writers only add files,
 * so concurrent writers of different versions cannot lower the version.
 */
public final class ArchiveFormat {
  /**
   * Since version 2, parts of a table may have different columns. Since version 3 there are
   * engines, counters and statistics that older versions cannot read.
   */
  public static final int CURRENT = 3;

  private static final int FIRST = 1;
  private static final String PREFIX = "format-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([1-9][0-9]{0,8})");

  private final Path root;

  /**
   * @param root the archive's folder; it may not exist yet
   */
  public ArchiveFormat(Path root) {
    this.root = root;
  }

  /**
   * Checks that this version of Teiten can read the archive.
   *
   * @throws ArchiveException if the archive's format is newer, or its folder is not readable
   */
  public void checkReadable() {
    int version = version();
    if (version > CURRENT) {
      throw new ArchiveException(
          FormatText.NEWER.of(root, version, CURRENT), FormatText.UPDATE.of());
    }
  }

  /**
   * Checks the format and marks the archive with the current version. To be called before each
   * write, since another process may have written a newer format meanwhile.
   *
   * @throws ArchiveException if the archive's format is newer, or its folder is not writable
   */
  void prepareWrite() {
    checkReadable();
    Path file = root.resolve(PREFIX + CURRENT);
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(root);
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // Another writer was faster.
      return;
    } catch (IOException e) {
      throw new ArchiveException("Cannot write " + file, "Is the archive's folder writable?", e);
    }
  }

  private int version() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(name -> Integer.parseInt(name.group(1)))
          .max()
          .orElse(FIRST);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return FIRST;
    } catch (IOException e) {
      throw new ArchiveException("Cannot read " + root, "Is the archive's folder readable?", e);
    }
  }
}
