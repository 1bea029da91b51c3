package dev.teiten.archive.files;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The marks of all clusters, each once however often it was added. */
public final class MarkTable {
  private static final String TABLE = "marks";
  private static final List<String> COLUMNS =
      List.of(
          "marked_at TIMESTAMP",
          "region VARCHAR",
          "cluster VARCHAR",
          "label VARCHAR",
          "source VARCHAR");

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private List<Path> partsRead = List.of();
  private Set<StoredMark> known = Set.of();

  public MarkTable(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /**
   * A mark by what AWS calls its cluster, which stays when another region gets one of the name.
   *
   * @param cluster {@code DBClusterIdentifier}
   */
  public record StoredMark(
      Instant at, String region, String cluster, String label, ClusterMark.Source source)
      implements Comparable<StoredMark> {
    public StoredMark {
      // As it is stored, so that what was read equals what was added.
      at = at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(StoredMark other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : toString().compareTo(other.toString());
    }

    private List<@Nullable Object> row() {
      return List.of(UtcTimestamps.of(at), region, cluster, label, source.name());
    }
  }

  /** Adds those that are new. */
  public synchronized void add(Collection<StoredMark> entries) {
    Set<StoredMark> news = new TreeSet<>(entries);
    news.removeAll(all());
    if (!news.isEmpty()) {
      List<List<@Nullable Object>> rows = news.stream().map(StoredMark::row).toList();
      files.add(TABLE, file -> engine.writeRows(file, COLUMNS, rows));
    }
  }

  /** The marks of a cluster within the range, oldest first. */
  public List<ClusterMark> of(Cluster cluster, TimeRange range) {
    return all().stream()
        .filter(e -> e.region.equals(cluster.region()) && e.cluster.equals(cluster.identifier()))
        .filter(e -> range.contains(e.at))
        .map(e -> new ClusterMark(e.at, cluster.name(), e.label, e.source))
        .toList();
  }

  /** Read anew only when there are new files. */
  private synchronized Set<StoredMark> all() {
    List<Path> parts = files.table(TABLE);
    if (!parts.equals(partsRead)) {
      String sql = "SELECT DISTINCT marked_at, region, cluster, label, source FROM ";
      known =
          new LinkedHashSet<>(
              engine.query(
                  sql + engine.relation(parts) + " ORDER BY ALL",
                  row ->
                      new StoredMark(
                          UtcTimestamps.instant(row.value(1)),
                          row.string(2),
                          row.string(3),
                          row.string(4),
                          ClusterMark.Source.valueOf(row.string(5)))));
      partsRead = parts;
    }
    return known;
  }
}
