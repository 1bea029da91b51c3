package dev.teiten.archive.files;

import dev.teiten.load.ClusterMark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The marks of all clusters, each once however often it was added. A row may also take a mark away:
 * of the rows of a mark, the one with the highest revision decides.
 */
public final class MarkTable {
  private static final PartTable.Layout<MarkRevision> LAYOUT =
      new PartTable.Layout<>(
          "marks",
          List.of(
              "marked_at TIMESTAMP",
              "region VARCHAR",
              "cluster VARCHAR",
              "label VARCHAR",
              "source VARCHAR",
              "revision INTEGER",
              "removed BOOLEAN"),
          MarkTable::read);

  private final PartTable<MarkRevision, KnownMarks> table;

  public MarkTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, KnownMarks::of);
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
  }

  /**
   * A row about a mark.
   *
   * @param revision from 1 on; 0 in archives that have no revisions
   */
  private record MarkRevision(StoredMark mark, int revision, boolean removed) {
    private static final Comparator<MarkRevision> ORDER =
        Comparator.comparingInt(MarkRevision::revision).thenComparing(MarkRevision::removed);

    private List<@Nullable Object> row() {
      return List.of(
          UtcTimestamps.of(mark.at),
          mark.region,
          mark.cluster,
          mark.label,
          mark.source.name(),
          revision,
          removed);
    }
  }

  /** Adds the marks that are new. */
  public void add(Collection<StoredMark> marks) {
    change(List.of(), marks);
  }

  /** Takes marks away and adds others, in one file. */
  public synchronized void change(Collection<StoredMark> removed, Collection<StoredMark> added) {
    Map<StoredMark, MarkRevision> known = table.content().revisions;
    List<MarkRevision> rows = new ArrayList<>();
    new TreeSet<>(removed).forEach(mark -> revise(known.get(mark), mark, true, rows));
    new TreeSet<>(added).forEach(mark -> revise(known.get(mark), mark, false, rows));
    table.add(rows.stream().map(MarkRevision::row).toList());
  }

  private static void revise(
      @Nullable MarkRevision known, StoredMark mark, boolean remove, List<MarkRevision> rows) {
    boolean isThere = known != null && !known.removed;
    if (isThere == remove) {
      rows.add(new MarkRevision(mark, known == null ? 1 : known.revision + 1, remove));
    }
  }

  /** Every mark, oldest first: the same list until the table has changed. */
  public List<StoredMark> all() {
    return table.content().marks;
  }

  /**
   * The content of the table.
   *
   * @param revisions the newest revision of each mark
   * @param marks those that were not taken away, oldest first
   */
  private record KnownMarks(Map<StoredMark, MarkRevision> revisions, List<StoredMark> marks) {
    static KnownMarks of(List<MarkRevision> rows) {
      Map<StoredMark, MarkRevision> newest = new TreeMap<>();
      rows.forEach(row -> newest.merge(row.mark, row, BinaryOperator.maxBy(MarkRevision.ORDER)));
      return new KnownMarks(
          Collections.unmodifiableMap(newest),
          newest.values().stream().filter(row -> !row.removed).map(MarkRevision::mark).toList());
    }
  }

  private static @Nullable MarkRevision read(ArchiveRow row) {
    Instant markedAt = row.instantOrNull("marked_at");
    String region = row.textOrNull("region");
    String cluster = row.textOrNull("cluster");
    String label = row.textOrNull("label");
    if (markedAt == null || region == null || cluster == null || label == null) {
      return null;
    }
    String source = row.textOrNull("source");
    Integer revision = row.integerOrNull("revision");
    return new MarkRevision(
        new StoredMark(
            markedAt,
            region,
            cluster,
            label,
            source == null ? ClusterMark.Source.MANUAL : ClusterMark.Source.valueOf(source)),
        revision == null ? 0 : revision,
        row.isTrue("removed"));
  }
}
