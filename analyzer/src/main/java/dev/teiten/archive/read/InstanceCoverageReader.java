package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.read.HistoryReader.WeekFiles;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCoverage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from the minutes of some weeks which instances are silent on which of their days. */
final class InstanceCoverageReader {
  private static final int DAYS = 7;
  private static final int HOUR = 60;

  /** Collects are hardly farther apart. */
  private static final Duration NOTICED_WITHIN = Duration.ofDays(7);

  private final Map<WeekFiles, CoarseWeek> coarse;
  private final Map<String, Instant> goneAt;
  private final Map<String, Instant> firstSeen = new HashMap<>();
  private final Map<String, Instant> lastSeen = new HashMap<>();
  private final Instant end;

  /**
   * @param goneAt by {@link Inventory#key}, since when an instance is known to be gone
   */
  InstanceCoverageReader(Map<WeekFiles, CoarseWeek> coarse, Map<String, Instant> goneAt) {
    this.coarse = coarse;
    this.goneAt = goneAt;
    this.end =
        coarse.keySet().stream()
            .map(held -> held.week().range().to())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    coarse.forEach(
        (held, week) -> week.totals().forEach((id, total) -> see(id, total, start(held))));
  }

  private static Instant start(WeekFiles held) {
    return held.week().range().from();
  }

  private void see(String id, double[] total, Instant start) {
    int first = 0;
    int end = total.length;
    while (first < end && Double.isNaN(total[first])) {
      first++;
    }
    while (end > first && Double.isNaN(total[end - 1])) {
      end--;
    }
    firstSeen.merge(id, start.plusSeconds(60L * first), (a, b) -> a.isBefore(b) ? a : b);
    lastSeen.merge(id, start.plusSeconds(60L * end), (a, b) -> a.isAfter(b) ? a : b);
  }

  /** By week, without the days of single instances. */
  Map<WeekFiles, InstanceCoverage> weeks() {
    Map<WeekFiles, InstanceCoverage> weeks = new HashMap<>();
    coarse.forEach(
        (held, week) -> {
          Map<String, double[]> covered = new HashMap<>();
          for (Instance instance : held.cluster().instances()) {
            double[] total = week.totals().get(instance.resourceId());
            covered.put(instance.resourceId(), covered(held, instance, total));
          }
          weeks.put(held, new InstanceCoverage(covered, Map.of()));
        });
    return weeks;
  }

  /** An instance that lives on a part of a day only is silent on it. */
  private double[] covered(WeekFiles held, Instance instance, double @Nullable [] total) {
    Instant from = born(instance);
    Instant to = died(held, instance);
    double[] covered = new double[DAYS];
    Instant next = start(held);
    int minute = 0;
    for (int day = 0; day < DAYS; day++) {
      Instant midnight = next;
      next = held.week().monday().plusDays(day + 1).atStartOfDay(held.week().zone()).toInstant();
      int end = minute + (int) midnight.until(next, ChronoUnit.MINUTES);
      boolean lived = from.isBefore(next) && to.isAfter(midnight);
      covered[day] = lived ? share(total, minute, end) : Double.NaN;
      minute = end;
    }
    return covered;
  }

  /** Of the hours: single minutes that lack here and there do not bend a day. */
  private static double share(double @Nullable [] total, int from, int to) {
    int hours = 0;
    for (int hour = from; total != null && hour < to; hour += HOUR) {
      int known = 0;
      for (int i = hour; i < hour + HOUR; i++) {
        known += Double.isNaN(total[i]) ? 0 : 1;
      }
      hours += 2 * known >= HOUR ? 1 : 0;
    }
    return (double) hours * HOUR / (to - from);
  }

  private Instant born(Instance instance) {
    Instant created = instance.createdAt();
    return created != null ? created : firstSeen.getOrDefault(instance.resourceId(), Instant.MIN);
  }

  /** A collect finds out later: what is known to be gone has left when its data ended. */
  private Instant died(WeekFiles held, Instance instance) {
    String id = instance.resourceId();
    Instant gone = goneAt.get(Inventory.key(held.cluster().region(), id));
    return gone == null || gone.isAfter(end.plus(NOTICED_WITHIN))
        ? Instant.MAX
        : lastSeen.getOrDefault(id, Instant.MIN);
  }

  /** The files, in all weeks, of those that are silent beside others in one of them. */
  static List<Path> filesApart(Map<WeekFiles, InstanceCoverage> weeks) {
    Set<String> silent = new HashSet<>();
    weeks.values().forEach(heard -> silent.addAll(heard.silentBesideOthers()));
    return weeks.keySet().stream()
        .flatMap(held -> held.files().stream())
        .filter(file -> silent.contains(ArchiveFiles.instanceOf(file)))
        .distinct()
        .toList();
  }
}
