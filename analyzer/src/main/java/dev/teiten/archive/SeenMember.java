package dev.teiten.archive;

import dev.teiten.archive.NamedLives.NamedLife;
import dev.teiten.archive.files.InstanceKey;
import dev.teiten.load.Instance;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the inventory with its life.
 *
 * @param cluster its cluster's key; see {@link ClusterKeys}
 * @param rows its sightings, oldest first; at least one
 * @param born {@link Instant#MIN} if unknown
 * @param died {@link Instant#MAX} if it still runs
 * @param missedAt the instants at which collects missed it
 */
record SeenMember(
    String cluster,
    List<MonitoredInstance> rows,
    Instant born,
    Instant died,
    Set<Instant> missedAt) {
  SeenMember {
    rows = List.copyOf(rows);
    missedAt = Set.copyOf(missedAt);
  }

  /**
   * @param missedAt the instants at which collects missed it
   */
  static SeenMember of(
      String cluster, List<MonitoredInstance> rows, NamedLives lives, SortedSet<Instant> missedAt) {
    MonitoredInstance last = rows.get(rows.size() - 1);
    Optional<NamedLife> firstLife = life(rows.get(0), lives);
    Instant created = last.instance().createdAt();
    Instant born = created != null ? created : firstLife.map(NamedLife::from).orElse(Instant.MIN);
    Instant died = life(last, lives).map(NamedLife::to).orElse(Instant.MAX);
    boolean isTold = !died.equals(Instant.MAX) && !died.isBefore(last.seenAt());
    boolean isMissing = !missedAt.isEmpty() && !last.seenAt().isAfter(missedAt.last());
    Instant missed = isMissing ? missedAt.last() : Instant.MAX;
    return new SeenMember(cluster, rows, born, isTold ? died : missed, missedAt);
  }

  static Optional<NamedLife> life(MonitoredInstance row, NamedLives lives) {
    return lives.find(row.region(), row.instance().name(), row.seenAt());
  }

  /** The instance as it was last seen. */
  Instance instance() {
    return rows.get(rows.size() - 1).instance();
  }

  /** Whether a sighting took the member, now of another cluster, for a cluster of its own. */
  boolean wasAlone(MonitoredInstance row) {
    String own = row.instance().resourceId();
    return own.equals(row.clusterResourceId()) && !own.equals(ClusterKeys.idOf(cluster));
  }

  InstanceKey key() {
    return InstanceKey.of(rows.get(0));
  }

  boolean livesAt(Instant instant) {
    return !instant.isBefore(born) && (died.equals(Instant.MAX) || instant.isBefore(died));
  }

  /** Whether it ran and had that name at an instant, as far as the sightings around it tell. */
  boolean isCalled(String name, Instant instant) {
    MonitoredInstance before = rows.get(0);
    @Nullable MonitoredInstance after = null;
    for (MonitoredInstance row : rows) {
      if (!row.seenAt().isAfter(instant)) {
        before = row;
      } else if (after == null) {
        after = row;
      }
    }
    return livesAt(instant)
        && Stream.of(before, after == null ? before : after)
            .anyMatch(row -> row.instance().name().equals(name));
  }
}
