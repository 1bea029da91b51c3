package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.SealedParts;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of kept results, {@code results/region=R/cluster=C/2026-W46_Asia-Tokyo.result}. They
 * are derived from the days and may be deleted at any time. A damaged one counts as missing, and an
 * archive that cannot be written does without.
 */
public final class ResultFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ResultFiles.class);
  private static final String SUFFIX = ".result";
  private static final int PARTS = 3;

  private final Path root;

  /**
   * @param root the archive's folder
   */
  public ResultFiles(Path root) {
    this.root = root;
  }

  /**
   * A result as bytes.
   *
   * @param head tells whether the result is valid, and the row of lists
   * @param digests of the statements that it names
   * @param document the result
   */
  public record ResultParts(byte[] head, byte[] digests, byte[] document) {}

  private Path file(Cluster cluster, ReviewWeek week) {
    return root.resolve(ArchiveFiles.RESULTS)
        .resolve("region=" + cluster.region())
        .resolve("cluster=" + plain(cluster.name()))
        .resolve(week.label() + "_" + plain(week.zone().getId()) + SUFFIX);
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9@._+-]", "-");
  }

  /** The head of a result, without reading the rest. */
  public Optional<byte[]> head(Cluster cluster, ReviewWeek week) {
    List<byte[]> parts = read(file(cluster, week), 1);
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(0));
  }

  /** The whole result; empty if a part of it is damaged. */
  public Optional<ResultParts> whole(Cluster cluster, ReviewWeek week) {
    List<byte[]> parts = read(file(cluster, week), PARTS);
    return parts.size() < PARTS
        ? Optional.empty()
        : Optional.of(new ResultParts(parts.get(0), parts.get(1), parts.get(2)));
  }

  private static List<byte[]> read(Path file, int most) {
    try {
      return SealedParts.read(file, most);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      LOG.debug("{} is not readable", file, e);
      return List.of();
    }
  }

  /** Keeps a result in the place of the one before; false if the archive is read-only. */
  public boolean write(Cluster cluster, ReviewWeek week, ResultParts parts) {
    Path file = file(cluster, week);
    try {
      SealedParts.put(file, List.of(parts.head, parts.digests, parts.document));
      return true;
    } catch (ArchiveException | UncheckedIOException e) {
      LOG.debug("{} is not written", file, e);
      return false;
    }
  }

  /** Whether a file is named as a result. */
  static boolean isResult(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.startsWith(".");
  }

  /** Whether a result is complete and unchanged since it was written. */
  static boolean isSound(Path file) {
    try {
      return SealedParts.isSound(file, PARTS);
    } catch (IOException e) {
      return false;
    }
  }
}
