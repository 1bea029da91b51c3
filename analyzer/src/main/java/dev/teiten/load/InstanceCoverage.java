package dev.teiten.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which instances of a cluster have data on which days of a week. A day on which an instance lived
 * without enough data is missing: its load is unknown, not 0.
 *
 * @param covered by resource id, for each day of the week the share (0..1) of its hours that have a
 *     total load in half of their minutes; {@code NaN} where the instance did not live on that day.
 *     Empty where nothing is known of single instances
 * @param daysPerInstance by resource id, the digests by day of one instance; only for instances
 *     that are missing while others report, in this week or in another that is read with it
 */
public record InstanceCoverage(
    Map<String, double[]> covered, Map<String, List<DigestLoad>> daysPerInstance) {
  public static final InstanceCoverage UNKNOWN = new InstanceCoverage(Map.of(), Map.of());

  /** Days below this coverage miss hours and cannot be compared. */
  private static final double COMPARABLE = 0.9;

  public InstanceCoverage {
    covered = Map.copyOf(covered);
    daysPerInstance = Map.copyOf(daysPerInstance);
  }

  /** Whether the instance lived on a day of the week (0 is the first) without enough data. */
  public boolean isMissing(String resourceId, int day) {
    double[] days = covered.get(resourceId);
    return days != null && days[day] < COMPARABLE;
  }

  /** Whether the instance has enough data on a day of the week. */
  public boolean isCovered(String resourceId, int day) {
    double[] days = covered.get(resourceId);
    return days != null && days[day] >= COMPARABLE;
  }

  /** Whether instances lived on that day, and none has enough data. */
  public boolean hasNoData(int day) {
    return covered.keySet().stream().anyMatch(id -> isMissing(id, day))
        && covered.keySet().stream().noneMatch(id -> isCovered(id, day));
  }

  /** The instances that are missing on a day on which another instance has data. */
  public Set<String> missingWhileOthersReport() {
    return covered.keySet().stream()
        .filter(id -> daysMissing(id) > 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The number of days on which the instance is missing while another instance has data. */
  public int daysMissing(String resourceId) {
    int days = 0;
    for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
      days += isMissing(resourceId, day) && !hasNoData(day) ? 1 : 0;
    }
    return days;
  }

  /** The highest share (0..1) of covered days over all instances; 0 if none lived. */
  public double highestShare() {
    return covered.keySet().stream().mapToDouble(this::share).max().orElse(0);
  }

  private double share(String id) {
    int coveredDays = 0;
    int livedDays = 0;
    for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
      coveredDays += isCovered(id, day) ? 1 : 0;
      livedDays += isCovered(id, day) || isMissing(id, day) ? 1 : 0;
    }
    return livedDays == 0 ? 0 : (double) coveredDays / livedDays;
  }
}
