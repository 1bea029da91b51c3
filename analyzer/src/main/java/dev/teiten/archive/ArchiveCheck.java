package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ParquetNames;
import dev.teiten.archive.files.ParquetSeal;
import dev.teiten.archive.files.ParquetSeal.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads every Parquet file and kept result of an archive, and mends damage as far as it can be
 * mended.
 */
public final class ArchiveCheck {
  private static final String LOAD = "load";

  private final Path root;
  private final ArchiveEngine engine;

  /** The condition of a file. */
  public enum FileState {
    /** Checked by its checksum. */
    SOUND,
    /** Written without a checksum, and readable. */
    WITHOUT_CHECKSUM,
    DAMAGED,
    /** A damaged result; it is made again when it is needed. */
    DAMAGED_RESULT,
    /** Not written by Teiten, and not read. */
    FOREIGN,
    /** Damaged once, and set aside. */
    SET_ASIDE
  }

  /** A file with its condition. */
  public record CheckedFile(Path path, FileState state) {}

  public ArchiveCheck(Path root, ArchiveEngine engine) {
    this.root = root;
    this.engine = engine;
  }

  /**
   * The condition of each Parquet file and result, in the order of paths. Temporary files and
   * summaries are left out: both may be deleted at any time.
   */
  public List<CheckedFile> files() {
    List<CheckedFile> checked = new ArrayList<>();
    for (Path file : all()) {
      FileState state = state(file);
      if (state != null) {
        checked.add(new CheckedFile(file, state));
      }
    }
    return checked;
  }

  /** Sets a damaged file aside, or gives a readable file its checksum; others stay. */
  public void repair(CheckedFile file) {
    switch (file.state) {
      case DAMAGED -> ArchiveFiles.setAside(file.path);
      case DAMAGED_RESULT -> delete(file.path);
      case WITHOUT_CHECKSUM -> ArchiveFiles.put(file.path, copy -> copy(file.path, copy));
      default -> {}
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ArchiveException("Cannot delete " + file, "Is the archive's folder writable?", e);
    }
  }

  private static void copy(Path file, Path target) {
    try {
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | UncheckedIOException e) {
      throw new ArchiveException("Cannot read " + root, "Is the archive's folder readable?", e);
    }
  }

  private @Nullable FileState state(Path file) {
    if (file.getFileName().toString().endsWith(ParquetNames.DAMAGED)) {
      return FileState.SET_ASIDE;
    }
    if (ResultFiles.isResult(file)) {
      return ResultFiles.isSound(file) ? FileState.SOUND : FileState.DAMAGED_RESULT;
    }
    if (!ParquetNames.isParquet(file)) {
      return null;
    }
    boolean load = file.startsWith(root.resolve(LOAD));
    if (load ? ParquetNames.day(file) == null : !ParquetNames.isPart(file)) {
      return FileState.FOREIGN;
    }
    return condition(file);
  }

  private FileState condition(Path file) {
    try {
      Condition condition = ParquetSeal.check(file);
      if (condition == Condition.UNSEALED) {
        // Only a reader finds damage within a file that has no checksum.
        engine.readAll(file);
        return FileState.WITHOUT_CHECKSUM;
      }
      return condition == Condition.SEALED ? FileState.SOUND : FileState.DAMAGED;
    } catch (IOException | ArchiveException e) {
      return FileState.DAMAGED;
    }
  }
}
