package dev.teiten.archive.read;

import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestLoad;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The coarse load of a week as its files state it, for all instances in the files.
 *
 * @param totals by resource id, DB load (AAS) for each minute of the week; {@code NaN} where there
 *     is none
 * @param cpu by resource id, CPU utilization (0..1) for each minute of the week; {@code NaN} where
 *     there is none
 * @param days the digests by day of the review zone, summed over instances
 * @param hours the digests by hour of the review zone, summed over instances
 */
record CoarseWeek(
    Map<String, double[]> totals,
    Map<String, double[]> cpu,
    List<DigestLoad> days,
    DigestHourTable hours) {
  CoarseWeek {
    // Views, since a copy would have another order, and sums of doubles depend on it.
    totals = Collections.unmodifiableMap(totals);
    cpu = Collections.unmodifiableMap(cpu);
    days = List.copyOf(days);
  }
}
