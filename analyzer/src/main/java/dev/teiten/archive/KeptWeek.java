package dev.teiten.archive;

import dev.teiten.archive.HistoryReader.HeldWeek;
import dev.teiten.load.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of a {@link CoarseWeek} in the archive, {@code
 * summaries/region=R/cluster=C/2026-W46_Asia-Tokyo.week}: weeks that are over are asked for again
 * by every review of the weeks after them. The files of the days stay the truth. A summary names
 * those that it was made from, counts only while they are the same, and may be deleted at any time.
 */
final class KeptWeek {
  /** Below the archive's root. */
  static final String FOLDER = "summaries";

  private static final Logger LOG = LoggerFactory.getLogger(KeptWeek.class);

  private final Path file;
  private final String sources;
  private final boolean settled;

  private KeptWeek(Path file, String sources, boolean settled) {
    this.file = file;
    this.sources = sources;
    this.settled = settled;
  }

  /**
   * To be called before the days are read: if one of them is replaced meanwhile, the summary does
   * not count.
   */
  static KeptWeek of(Path root, HeldWeek held) {
    Cluster cluster = held.cluster();
    String zone = held.week().zone().getId().replaceAll("[^A-Za-z0-9+-]", "-");
    Path file =
        root.resolve(FOLDER)
            .resolve("region=" + cluster.region())
            .resolve("cluster=" + cluster.identifier())
            .resolve(held.week().label() + "_" + zone + ".week");
    return new KeptWeek(
        file, sources(root, held), held.files().stream().noneMatch(ArchiveFiles::isPartial));
  }

  /** Which week, and what tells its files from others that might take their place. */
  private static String sources(Path root, HeldWeek held) {
    StringBuilder text = new StringBuilder();
    text.append(held.week().range()).append(' ').append(held.week().zone()).append('\n');
    for (Path day : held.files()) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(day, BasicFileAttributes.class);
        text.append(root.relativize(day)).append(' ').append(attributes.size());
        text.append(' ').append(attributes.lastModifiedTime().toMillis()).append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text.toString();
  }

  /** The summary, if there is one of these very files. */
  Optional<CoarseWeek> read() {
    if (!settled) {
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
    if (!settled) {
      return;
    }
    byte[] bytes = CoarseWeekBytes.of(week, sources);
    try {
      ArchiveFiles.put(file, aside -> write(aside, bytes));
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
