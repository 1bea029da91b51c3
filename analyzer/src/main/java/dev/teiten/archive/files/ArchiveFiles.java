package dev.teiten.archive.files;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where things lie in the archive. A day (UTC) of an instance is one file, {@code
 * load/region=R/cluster=C/instance=ID/2026-11-09.parquet}; a day that is not over, or not wholly
 * had, is {@code 2026-11-09.partial.parquet} until a later run replaces it. Files are written aside
 * and renamed, so a reader sees a whole file or none.
 */
public final class ArchiveFiles {
  private static final String WHOLE = ".parquet";
  private static final String PARTIAL = ".partial.parquet";
  private static final String INSTANCE = "instance=";

  /** The folder of what is derived from the days, below the root. */
  public static final String SUMMARIES = "summaries";

  /** load / region / cluster / instance. */
  private static final int FOLDER_DEPTH = 4;

  private final Path root;

  public ArchiveFiles(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  private Path folder(String region, String cluster, String resourceId) {
    return root.resolve("load")
        .resolve("region=" + region)
        .resolve("cluster=" + cluster)
        .resolve(INSTANCE + resourceId);
  }

  /** The resource id of the instance that the file of a day is of. */
  public static String instanceOf(Path day) {
    return day.getName(day.getNameCount() - 2).toString().substring(INSTANCE.length());
  }

  public boolean hasWhole(MonitoredInstance instance, LocalDate day) {
    return Files.exists(folderOf(instance).resolve(day + WHOLE));
  }

  /** Where the days of an instance lie. */
  public Path folderOf(MonitoredInstance instance) {
    return folder(instance.region(), instance.cluster(), instance.instance().resourceId());
  }

  /** Puts a day in place. A whole day replaces a partial one; neither replaces a whole one. */
  void putDay(MonitoredInstance instance, LocalDate day, boolean whole, Consumer<Path> writer) {
    Path folder = folderOf(instance);
    if (!whole && hasWhole(instance, day)) {
      return;
    }
    AtomicFiles.put(folder.resolve(day + (whole ? WHOLE : PARTIAL)), writer);
    if (whole) {
      delete(folder.resolve(day + PARTIAL));
    }
  }

  /** The day as far as it is there, if it is not whole. */
  public Optional<Path> partial(MonitoredInstance instance, LocalDate day) {
    Path file = folderOf(instance).resolve(day + PARTIAL);
    return Files.exists(file) && !hasWhole(instance, day) ? Optional.of(file) : Optional.empty();
  }

  /** The days that are not whole. */
  public List<LocalDate> partials(MonitoredInstance instance) {
    return days(folderOf(instance)).entrySet().stream()
        .filter(day -> isPartial(day.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the file of a day may still be replaced. */
  public static boolean isPartial(Path day) {
    return day.toString().endsWith(PARTIAL);
  }

  /** Takes the partial day for the whole one: no more will come. */
  public void keepAsWhole(MonitoredInstance instance, LocalDate day) {
    Path folder = folderOf(instance);
    try {
      Files.move(
          folder.resolve(day + PARTIAL),
          folder.resolve(day + WHOLE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      // Another collector was faster, and has put the whole day there.
      return;
    } catch (IOException e) {
      throw new ArchiveException(
          "Cannot rename " + day + PARTIAL + " in " + folder,
          "Is the archive's folder writable?",
          e);
    }
  }

  /** Adds a file of a small table that only grows, such as {@code statements}. */
  void add(String table, Consumer<Path> writer) {
    AtomicFiles.put(root.resolve(table).resolve(UUID.randomUUID() + WHOLE), writer);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ArchiveException("Cannot delete " + file, "Is the archive's folder writable?", e);
    }
  }

  public List<Path> table(String table) {
    return list(root.resolve(table)).stream().filter(ArchiveFiles::isParquet).toList();
  }

  /** The files of an instance that may hold something of the range, one a day. */
  public List<Path> days(String region, String cluster, String resourceId, TimeRange range) {
    LocalDate first = range.from().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate last = range.to().minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    return List.copyOf(
        days(folder(region, cluster, resourceId)).subMap(first, true, last, true).values());
  }

  /** The days that the archive has of an instance. */
  public List<LocalDate> daysOf(String region, String cluster, String resourceId) {
    return List.copyOf(days(folder(region, cluster, resourceId)).keySet());
  }

  /**
   * Changes whenever a file has been put in place: the times of the folders tell, which costs one
   * look an instance however many days it has.
   */
  public int state() {
    Path summaries = root.resolve(SUMMARIES);
    try (Stream<Path> folders =
        Files.find(root, FOLDER_DEPTH, (f, a) -> a.isDirectory() && !f.startsWith(summaries))) {
      return folders.map(ArchiveFiles::lastChange).toList().hashCode();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | UncheckedIOException e) {
      throw new ArchiveException("Cannot read " + root, "Is the archive's folder readable?", e);
    }
  }

  private static FileTime lastChange(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeMap<LocalDate, Path> days(Path folder) {
    TreeMap<LocalDate, Path> days = new TreeMap<>();
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      if (isParquet(file)) {
        LocalDate day = LocalDate.parse(name.substring(0, name.indexOf('.')));
        days.merge(day, file, (a, b) -> isPartial(a) ? b : a);
      }
    }
    return days;
  }

  private static boolean isParquet(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(WHOLE) && !name.startsWith(".");
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.sorted().toList());
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
