package dev.teiten.archive.read;

import dev.teiten.load.DigestLoad;
import java.util.List;
import java.util.Map;

/**
 * What the files of a week say coarsely, whatever the inventory says of its instances.
 *
 * @param totals by resource id, DB load (AAS) a minute of the week; {@code NaN} where there is none
 * @param cpu by resource id, CPU utilisation (0..1) likewise
 * @param days the digests by day of the review zone, summed over instances
 */
record CoarseWeek(Map<String, double[]> totals, Map<String, double[]> cpu, List<DigestLoad> days) {}
