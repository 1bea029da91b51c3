package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.archive.ResultFiles;
import dev.teiten.archive.ResultFiles.ResultParts;
import dev.teiten.load.Cluster;
import dev.teiten.load.ContentHash;
import dev.teiten.load.ReviewWeek;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The results that the archive keeps. A result is valid while everything that an analysis would
 * read is as it was, and the method is the same: the build, the prices, the settings.
 */
final class KeptResults {
  private static final Logger LOG = LoggerFactory.getLogger(KeptResults.class);

  private final Archive archive;
  private final ResultFiles files;
  private final String method;
  private final int weeksBack;

  /**
   * @param method identifies the method with its settings
   * @param weeksBack how many weeks before a week its analysis reads
   */
  KeptResults(Archive archive, String method, int weeksBack) {
    this.archive = archive;
    this.files = new ResultFiles(archive.root());
    this.method = method;
    this.weeksBack = weeksBack;
  }

  /**
   * The first part of a kept result.
   *
   * @param inputs identifies the loads and the method
   * @param statementParts identifies the statements of the whole archive
   * @param texts identifies the statements of the result; asked only if {@code statementParts}
   *     differs, since it has to read them
   */
  private record Head(String inputs, String statementParts, String texts, ClusterSummary summary) {}

  /**
   * The identity of what an analysis is going to read. It is taken before, so that a change
   * meanwhile makes the result invalid.
   *
   * @param inputs of the loads and the method
   * @param statementParts of the statements
   */
  record Inputs(String inputs, String statementParts) {}

  Inputs inputs(Cluster cluster, ReviewWeek week) {
    String loads = archive.inputs().loads(cluster.name(), week, weeksBack);
    return new Inputs(ContentHash.of(Stream.of(method, loads)), archive.inputs().statementParts());
  }

  /** Whether a result is kept that is valid with these inputs. */
  boolean isKept(Cluster cluster, ReviewWeek week, Inputs now) {
    return head(cluster, week).filter(head -> isValid(head, now, cluster, week)).isPresent();
  }

  /** The row of a valid result. */
  Optional<ClusterSummary> summary(Cluster cluster, ReviewWeek week) {
    Inputs now = inputs(cluster, week);
    return head(cluster, week).filter(head -> isValid(head, now, cluster, week)).map(Head::summary);
  }

  /** The row of the last result, whether it is still valid or not. */
  Optional<ClusterSummary> lastSummary(Cluster cluster, ReviewWeek week) {
    return head(cluster, week).map(Head::summary);
  }

  /** The result that is valid with these inputs. */
  Optional<WeekResult> find(Cluster cluster, ReviewWeek week, Inputs now) {
    if (!isKept(cluster, week, now)) {
      return Optional.empty();
    }
    try {
      ResultParts parts = files.whole(cluster, week).orElse(null);
      // It may have been replaced since its head was read.
      return parts == null
              || !isValid(ResultJson.read(parts.head(), Head.class), now, cluster, week)
          ? Optional.empty()
          : Optional.of(ResultJson.read(parts.document(), WeekResult.class));
    } catch (IOException e) {
      LOG.debug("the result of {} in {} is not read", cluster.name(), week, e);
      return Optional.empty();
    }
  }

  private Optional<Head> head(Cluster cluster, ReviewWeek week) {
    try {
      byte[] bytes = files.head(cluster, week).orElse(null);
      return bytes == null ? Optional.empty() : Optional.of(ResultJson.read(bytes, Head.class));
    } catch (IOException e) {
      LOG.debug("the result of {} in {} is not read", cluster.name(), week, e);
      return Optional.empty();
    }
  }

  private boolean isValid(Head head, Inputs now, Cluster cluster, ReviewWeek week) {
    return head.inputs.equals(now.inputs)
        && (head.statementParts.equals(now.statementParts) || hasTexts(head, cluster, week));
  }

  /** Whether new statements are those of other clusters. */
  private boolean hasTexts(Head head, Cluster cluster, ReviewWeek week) {
    try {
      ResultParts parts = files.whole(cluster, week).orElse(null);
      return parts != null
          && archive
              .inputs()
              .texts(List.of(ResultJson.read(parts.digests(), String[].class)))
              .equals(head.texts);
    } catch (IOException e) {
      LOG.debug("the digests of {} in {} are not read", cluster.name(), week, e);
      return false;
    }
  }

  /**
   * Keeps a result, unless the archive has no day of the week.
   *
   * @param before the identity of its inputs before they were read
   * @param digests of the statements that it names
   * @return false if it is not kept, as in an archive that cannot be written
   */
  boolean keep(Cluster cluster, Inputs before, WeekResult result, Set<String> digests) {
    if (!archive.contents().hasDays(cluster, result.week().range())) {
      return false;
    }
    Head head =
        new Head(
            before.inputs,
            before.statementParts,
            archive.inputs().texts(digests),
            result.summary());
    ResultParts parts =
        new ResultParts(
            ResultJson.write(head),
            ResultJson.write(new TreeSet<>(digests)),
            ResultJson.write(result));
    return files.write(cluster, result.week(), parts);
  }
}
