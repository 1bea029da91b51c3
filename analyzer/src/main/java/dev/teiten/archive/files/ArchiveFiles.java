package dev.teiten.archive.files;

import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The places of files in the archive. A UTC day of an instance is one file, {@code
 * load/region=R/cluster=C/instance=ID/2026-11-09.parquet}. A day that is not over, or lacks
 * something, is {@code 2026-11-09.partial.parquet} until a later run replaces it. A reader sees a
 * complete file or none, since files are written under another name and renamed.
 */
public final class ArchiveFiles {
  private static final String WHOLE = ".parquet";
  private static final String PARTIAL = ".partial.parquet";
  private static final String INSTANCE = "instance=";

  /** The folder of the summaries, which are derived from the days. */
  public static final String SUMMARIES = "summaries";

  /** The folder of kept results, which are derived from the days. */
  public static final String RESULTS = "results";

  /** The folder of files that tell what a running command does; no reader of load needs them. */
  public static final String STATUS = "status";

  /** load / region / cluster / instance. */
  private static final int FOLDER_DEPTH = 4;

  private final Path root;
  private final ArchiveFormat format;
  private final SoundFiles sound = new SoundFiles();

  public ArchiveFiles(Path root) {
    this.root = root;
    this.format = new ArchiveFormat(root);
  }

  /** The archive's folder. */
  public Path root() {
    return root;
  }

  /** The folder of an instance under a name of its cluster. */
  Path folder(String region, String cluster, String resourceId) {
    return root.resolve("load")
        .resolve("region=" + region)
        .resolve("cluster=" + cluster)
        .resolve(INSTANCE + resourceId);
  }

  /** The resource id of the instance that a day's file belongs to. */
  public static String instanceOf(Path day) {
    return day.getName(day.getNameCount() - 2).toString().substring(INSTANCE.length());
  }

  public boolean hasWhole(MonitoredInstance instance, LocalDate day) {
    return sound.isSound(folderOf(instance).resolve(day + WHOLE));
  }

  /** The folder of an instance's days. */
  public Path folderOf(MonitoredInstance instance) {
    return folder(instance.region(), instance.cluster(), instance.instance().resourceId());
  }

  /** Writes a day's file. A whole day replaces a partial day; a partial day never replaces one. */
  void putDay(MonitoredInstance instance, LocalDate day, boolean whole, Consumer<Path> writer) {
    format.prepareWrite();
    Path folder = folderOf(instance);
    if (!whole && hasWhole(instance, day)) {
      return;
    }
    Path file = folder.resolve(day + (whole ? WHOLE : PARTIAL));
    if (Files.exists(file) && !sound.isSound(file)) {
      setAside(file);
    }
    put(file, writer);
    if (whole) {
      delete(folder.resolve(day + PARTIAL));
    }
  }

  /** Writes a file and seals it. */
  public static void put(Path target, Consumer<Path> writer) {
    AtomicFiles.put(
        target,
        file -> {
          writer.accept(file);
          try {
            ParquetSeal.put(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Renames a damaged file, so that no reader takes it for a day or a part. */
  public static void setAside(Path file) {
    rename(file, file.resolveSibling(file.getFileName() + ParquetNames.DAMAGED));
  }

  /** The file of a partial day; empty if there is none, or the day is whole. */
  public Optional<Path> partial(MonitoredInstance instance, LocalDate day) {
    Path file = folderOf(instance).resolve(day + PARTIAL);
    return sound.isSound(file) && !hasWhole(instance, day) ? Optional.of(file) : Optional.empty();
  }

  /** The instance's partial days. */
  public List<LocalDate> partials(MonitoredInstance instance) {
    return days(folderOf(instance)).entrySet().stream()
        .filter(day -> isPartial(day.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a day's file may still be replaced. */
  public static boolean isPartial(Path day) {
    return day.toString().endsWith(PARTIAL);
  }

  /** Renames a partial day to a whole day, since no more data of it will come. */
  public void keepAsWhole(MonitoredInstance instance, LocalDate day) {
    format.prepareWrite();
    Path folder = folderOf(instance);
    rename(folder.resolve(day + PARTIAL), folder.resolve(day + WHOLE));
  }

  /** Renames a file, unless another collector did. */
  private static void rename(Path file, Path target) {
    try {
      AtomicFiles.rename(file, target);
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw new ArchiveException("Cannot rename " + file, "Is the archive's folder writable?", e);
    }
  }

  /** Adds a part file to a table that only grows, such as {@code statements}. */
  void addPart(String table, Consumer<Path> writer) {
    format.prepareWrite();
    put(root.resolve(table).resolve(UUID.randomUUID() + WHOLE), writer);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ArchiveException("Cannot delete " + file, "Is the archive's folder writable?", e);
    }
  }

  /** The part files of a table, without damaged ones. */
  public List<Path> parts(String table) {
    return list(root.resolve(table)).stream()
        .filter(file -> ParquetNames.isPart(file) && sound.isSound(file))
        .toList();
  }

  /**
   * An instance's files, one a UTC day, oldest first. Damaged files are missing, and files of other
   * names are none.
   *
   * @param clusters the names that its cluster had; a folder may bear each of them
   */
  NavigableMap<LocalDate, Path> days(
      String region, Collection<String> clusters, String resourceId) {
    TreeMap<LocalDate, Path> days = new TreeMap<>();
    for (String cluster : clusters) {
      days(folder(region, cluster, resourceId))
          .forEach((day, file) -> days.merge(day, file, (a, b) -> isPartial(a) ? b : a));
    }
    return days;
  }

  /** An instance's files that are damaged, in the folders of {@link #days}. */
  List<Path> damaged(String region, Collection<String> clusters, String resourceId) {
    return clusters.stream()
        .flatMap(cluster -> list(folder(region, cluster, resourceId)).stream())
        .filter(file -> ParquetNames.day(file) != null && !sound.isSound(file))
        .toList();
  }

  /**
   * A hash that changes whenever a file has been added or replaced. It is made from the times of
   * the folders, so its cost grows with the instances and not with their days.
   *
   * @throws ArchiveException if another process has written a newer format
   */
  public int state() {
    format.checkReadable();
    try (Stream<Path> folders = Files.find(root, FOLDER_DEPTH, (f, a) -> isContent(f, a))) {
      return folders.map(ArchiveFiles::lastChange).toList().hashCode();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | UncheckedIOException e) {
      throw new ArchiveException("Cannot read " + root, "Is the archive's folder readable?", e);
    }
  }

  /** Whether it is a folder of the content, and not of summaries, results or a status. */
  private boolean isContent(Path file, BasicFileAttributes attributes) {
    return attributes.isDirectory()
        && !file.startsWith(root.resolve(SUMMARIES))
        && !file.startsWith(root.resolve(RESULTS))
        && !file.startsWith(root.resolve(STATUS));
  }

  static FileTime lastChange(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TreeMap<LocalDate, Path> days(Path folder) {
    TreeMap<LocalDate, Path> days = new TreeMap<>();
    for (Path file : list(folder)) {
      LocalDate day = ParquetNames.day(file);
      if (day != null && sound.isSound(file)) {
        days.merge(day, file, (a, b) -> isPartial(a) ? b : a);
      }
    }
    return days;
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.sorted().toList());
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
