package dev.teiten.review;

import dev.teiten.load.ReviewWeek;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a week as far as they are at hand.
 *
 * @param rows of all clusters, by name; of a coming one, the row of an older state of the archive,
 *     or one without numbers
 * @param coming by name, the clusters whose result is being made
 */
public record FleetWeek(List<ClusterSummary> rows, Map<String, ComingResult> coming) {
  public FleetWeek {
    rows = List.copyOf(rows);
    coming = Map.copyOf(coming);
  }

  /**
   * A result that is being made.
   *
   * @param last the newest week of the cluster that has a result, perhaps the same week; null if
   *     none of the last five has
   * @param failed whether it could not be made a moment ago
   */
  public record ComingResult(@Nullable ReviewWeek last, boolean failed) {}
}
