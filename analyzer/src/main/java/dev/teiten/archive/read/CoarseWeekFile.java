package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.AtomicFiles;
import dev.teiten.archive.read.HistoryReader.WeekFiles;
import dev.teiten.load.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of a {@link CoarseWeek} in the archive, {@code
 * summaries/region=R/cluster=C/2026-W46_Asia-Tokyo.week}: weeks that are over are asked for again
 * by every review of the weeks after them. The files of the days stay the truth. A summary names
 * those that it was made from, counts only while they are the same, and may be deleted at any time.
 */
final class CoarseWeekFile {
  private static final Logger LOG = LoggerFactory.getLogger(CoarseWeekFile.class);

  private final Path file;
  private final @Nullable String sources;

  private CoarseWeekFile(Path file, @Nullable String sources) {
    this.file = file;
    this.sources = sources;
  }

  /**
   * To be called before the days are read: if one of them is replaced meanwhile, the summary does
   * not count.
   */
  static CoarseWeekFile of(Path root, WeekFiles held) {
    Cluster cluster = held.cluster();
    String zone = held.week().zone().getId().replaceAll("[^A-Za-z0-9+-]", "-");
    Path file =
        root.resolve(ArchiveFiles.SUMMARIES)
            .resolve("region=" + cluster.region())
            .resolve("cluster=" + cluster.identifier())
            .resolve(held.week().label() + "_" + zone + ".week");
    return new CoarseWeekFile(file, sources(root, held));
  }

  /**
   * Which week, and what tells its files from others that might take their place; null while one of
   * them may still change.
   */
  private static @Nullable String sources(Path root, WeekFiles held) {
    if (held.files().stream().anyMatch(ArchiveFiles::isPartial)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    text.append(held.week().range()).append(' ').append(held.week().zone()).append('\n');
    try {
      for (Path day : held.files()) {
        BasicFileAttributes attributes = Files.readAttributes(day, BasicFileAttributes.class);
        text.append(root.relativize(day)).append(' ').append(attributes.size());
        text.append(' ').append(attributes.lastModifiedTime().toMillis()).append('\n');
      }
    } catch (IOException e) {
      LOG.debug("{} is not kept", held.week(), e);
      return null;
    }
    return text.toString();
  }

  /** The summary, if there is one of these very files. */
  Optional<CoarseWeek> read() {
    if (sources == null) {
      return Optional.empty();
    }
    try {
      return CoarseWeekBytes.read(Files.readAllBytes(file), sources);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} is not readable", file, e);
      return Optional.empty();
    }
  }

  /** Keeps it, if no day of it may still change. Who may only read the archive does without. */
  void write(CoarseWeek week) {
    if (sources == null) {
      return;
    }
    byte[] bytes = CoarseWeekBytes.of(week, sources);
    try {
      AtomicFiles.put(file, aside -> write(aside, bytes));
    } catch (ArchiveException | UncheckedIOException e) {
      LOG.debug("{} is not kept", file, e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
