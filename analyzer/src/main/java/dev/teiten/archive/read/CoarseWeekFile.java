package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.AtomicFiles;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberTimeline;
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
 * A {@link CoarseWeek} as a file of the archive, the summary {@code
 * summaries/region=R/cluster=C/2026-W46_Asia-Tokyo.week}. Every review of the following weeks reads
 * it. A summary lists the files of days that it was made from and is valid while they are
 * unchanged. It may be deleted at any time.
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
   * The summary of a week. To be called before the days are read: a day that is replaced meanwhile
   * then makes the summary invalid.
   */
  static CoarseWeekFile of(Path root, WeekFiles week) {
    Cluster cluster = week.cluster();
    String zone = week.week().zone().getId().replaceAll("[^A-Za-z0-9+-]", "-");
    Path file =
        root.resolve(ArchiveFiles.SUMMARIES)
            .resolve("region=" + cluster.region())
            .resolve("cluster=" + cluster.identifier())
            .resolve(week.week().label() + "_" + zone + ".week");
    return new CoarseWeekFile(file, sources(root, week));
  }

  /**
   * The week, the lives of its instances, and the size and time of each of its files; null while
   * one of the files may still change.
   */
  private static @Nullable String sources(Path root, WeekFiles week) {
    if (week.files().stream().anyMatch(ArchiveFiles::isPartial)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    text.append(week.range()).append(' ').append(week.week().zone()).append('\n');
    // The loads of a day count with the part of the day in which an instance ran.
    for (Instance instance : week.cluster().instances()) {
      MemberTimeline member = week.timeline().of(instance);
      text.append(instance.resourceId()).append(' ').append(member.membership()).append(' ');
      text.append(member.livingMinutes(week.range())).append('\n');
    }
    try {
      for (Path day : week.files()) {
        BasicFileAttributes attributes = Files.readAttributes(day, BasicFileAttributes.class);
        text.append(root.relativize(day)).append(' ').append(attributes.size());
        text.append(' ').append(attributes.lastModifiedTime().toMillis()).append('\n');
      }
    } catch (IOException e) {
      LOG.debug("{} is not summarised", week.week(), e);
      return null;
    }
    return text.toString();
  }

  /** The summary; empty if there is none of these files. */
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

  /** Writes the summary, unless a day may still change or the archive is read-only. */
  void write(CoarseWeek week) {
    if (sources == null) {
      return;
    }
    byte[] bytes = CoarseWeekBytes.of(week, sources);
    try {
      AtomicFiles.put(file, temporary -> write(temporary, bytes));
    } catch (ArchiveException | UncheckedIOException e) {
      LOG.debug("{} is not written", file, e);
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
