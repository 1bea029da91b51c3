package dev.teiten.size.guard;

import dev.teiten.size.predict.OverloadReplay.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of the archive that a capacity would have borne worst: those with the longest wait,
 * or else the highest minute.
 *
 * @param part of the work that was too much
 * @param from their begin
 * @param minutes on which the demand was over the capacity; 0 if it never was
 * @param demand the highest, over the capacity of the instance: 1.5 is half as much again
 * @param backlogMinutes until all work was done; 0 if none was left over
 * @param waitSeconds the longest wait for a CPU, 0 if there was none
 * @param queries those that make the minutes, the heaviest first
 */
public record WorstMinutes(
    Part part,
    Instant from,
    int minutes,
    double demand,
    int backlogMinutes,
    double waitSeconds,
    List<PeakQuery> queries) {

  public WorstMinutes {
    queries = List.copyOf(queries);
  }

  /**
   * A query that makes the minutes.
   *
   * @param fingerprint null for a query that the reviewed week does not show
   * @param statement without literals
   */
  public record PeakQuery(@Nullable String fingerprint, String statement) {}
}
