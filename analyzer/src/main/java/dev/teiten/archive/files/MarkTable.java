package dev.teiten.archive.files;

import dev.teiten.load.ClusterMark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The marks of all clusters, each once however often it was added. */
public final class MarkTable {
  private static final PartTable.Layout<StoredMark> LAYOUT =
      new PartTable.Layout<>(
          "marks",
          List.of(
              "marked_at TIMESTAMP",
              "region VARCHAR",
              "cluster VARCHAR",
              "label VARCHAR",
              "source VARCHAR"),
          MarkTable::read);

  private final PartTable<StoredMark, SortedSet<StoredMark>> table;

  public MarkTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table =
        new PartTable<>(
            files,
            engine,
            LAYOUT,
            marks -> Collections.unmodifiableSortedSet(new TreeSet<>(marks)));
  }

  /**
   * A mark with the region and identifier of its cluster, which stay when another region gets a
   * cluster of that name.
   *
   * @param at to the microsecond, as it is stored
   * @param cluster {@code DBClusterIdentifier}
   */
  public record StoredMark(
      Instant at, String region, String cluster, String label, ClusterMark.Source source)
      implements Comparable<StoredMark> {
    public StoredMark {
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

  /** Adds the marks that are new. */
  public synchronized void add(Collection<StoredMark> marks) {
    TreeSet<StoredMark> added = new TreeSet<>(marks);
    added.removeAll(table.content());
    table.add(added.stream().map(StoredMark::row).toList());
  }

  /** Every mark, oldest first. */
  public SortedSet<StoredMark> all() {
    return table.content();
  }

  private static @Nullable StoredMark read(ArchiveRow row) {
    Instant markedAt = row.instantOrNull("marked_at");
    String region = row.textOrNull("region");
    String cluster = row.textOrNull("cluster");
    String label = row.textOrNull("label");
    if (markedAt == null || region == null || cluster == null || label == null) {
      return null;
    }
    String source = row.textOrNull("source");
    return new StoredMark(
        markedAt,
        region,
        cluster,
        label,
        source == null ? ClusterMark.Source.MANUAL : ClusterMark.Source.valueOf(source));
  }
}
