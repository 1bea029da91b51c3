package dev.teiten.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which instances of a cluster were heard on which days of a week. One that lived and was not heard
 * is silent: what it did is unknown, and is not nothing.
 *
 * @param covered by resource id, for each day of the week the part of its hours (0..1) of which the
 *     total load is known by half of their minutes; {@code NaN} where the instance did not live on
 *     that day. Empty where nothing is known of single instances
 * @param apart by resource id, the part of the week's days that belongs to one instance; only of
 *     those that are silent while others are heard, in this week or in one that is read with it
 */
public record InstanceCoverage(Map<String, double[]> covered, Map<String, List<DigestLoad>> apart) {
  public static final InstanceCoverage UNKNOWN = new InstanceCoverage(Map.of(), Map.of());

  /** A day of which less is known has other hours than the days that it would be compared with. */
  private static final double WHOLE = 0.9;

  private static final int DAYS = 7;

  public InstanceCoverage {
    covered = Map.copyOf(covered);
    apart = Map.copyOf(apart);
  }

  /** Whether the instance lived on a day of the week (0 is the first) and little is known of it. */
  public boolean isSilent(String resourceId, int day) {
    double[] days = covered.get(resourceId);
    return days != null && days[day] < WHOLE;
  }

  public boolean isHeard(String resourceId, int day) {
    double[] days = covered.get(resourceId);
    return days != null && days[day] >= WHOLE;
  }

  /** Whether somebody lived on that day, and nobody was heard. */
  public boolean isAllSilent(int day) {
    return covered.keySet().stream().anyMatch(id -> isSilent(id, day))
        && covered.keySet().stream().noneMatch(id -> isHeard(id, day));
  }

  /** Those that are silent on a day on which another is heard. */
  public Set<String> silentBesideOthers() {
    return covered.keySet().stream()
        .filter(id -> silentDays(id) > 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** On how many days of the week an instance is silent while another is heard. */
  public int silentDays(String resourceId) {
    int days = 0;
    for (int day = 0; day < DAYS; day++) {
      days += isSilent(resourceId, day) && !isAllSilent(day) ? 1 : 0;
    }
    return days;
  }

  /** Whether the instance lived on most days of the week, or nothing speaks against it. */
  public boolean livedMostDays(String resourceId) {
    double[] days = covered.get(resourceId);
    return days == null || 2 * Arrays.stream(days).filter(d -> !Double.isNaN(d)).count() > DAYS;
  }

  /** The part of its days that the instance is heard on which is heard most, 0..1. */
  public double most() {
    return covered.keySet().stream().mapToDouble(this::share).max().orElse(0);
  }

  private double share(String id) {
    int heard = 0;
    int lived = 0;
    for (int day = 0; day < DAYS; day++) {
      heard += isHeard(id, day) ? 1 : 0;
      lived += isHeard(id, day) || isSilent(id, day) ? 1 : 0;
    }
    return lived == 0 ? 0 : (double) heard / lived;
  }
}
