package dev.teiten.collect;

import dev.teiten.archive.ClusterNames;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days and clusters to collect.
 *
 * @param range null for the retention window of each instance
 * @param clusters names, with {@code @region} where needed; empty for all clusters
 * @param concurrency days collected at the same time, 1..32
 * @param repeated whether the collect runs again soon: then it fetches the unfinished day only of
 *     instances that may be gone by the next day, and an incomplete day only every six hours
 * @param shard the part of the clusters
 */
public record CollectPlan(
    @Nullable TimeRange range,
    Set<String> clusters,
    int concurrency,
    boolean repeated,
    CollectShard shard) {
  /** The source completes the load of the last minutes late. */
  private static final Duration LAG = Duration.ofMinutes(2);

  /** An instance younger than this may be as short-lived as an autoscaled one. */
  private static final Duration YOUNG = Duration.ofDays(2);

  /** A repeated collect waits this long before it fetches an incomplete day again. */
  private static final Duration RETRY = Duration.ofHours(6);

  /** This long after its end, a day counts as complete at the source. */
  private static final Duration SETTLED = Duration.ofMinutes(15);

  public CollectPlan {
    clusters = Set.copyOf(clusters);
    if (concurrency < 1 || concurrency > 32) {
      throw new SettingException(
          "--concurrency " + concurrency + " is out of range", "It goes from 1 to 32.");
    }
  }

  /** A collect that runs once. */
  public CollectPlan(@Nullable TimeRange range, Set<String> clusters, int concurrency) {
    this(range, clusters, concurrency, false);
  }

  /** A collect of all clusters, or of those with the names. */
  public CollectPlan(
      @Nullable TimeRange range, Set<String> clusters, int concurrency, boolean repeated) {
    this(range, clusters, concurrency, repeated, CollectShard.ALL);
  }

  /** Whether other machines have the other clusters; a part may be empty. */
  public boolean isPart() {
    return !shard.equals(CollectShard.ALL);
  }

  /** Whether the plan has every cluster of its sources. */
  boolean isOfAll() {
    return clusters.isEmpty() && !isPart();
  }

  /**
   * Whether a day that the archive lacks is to be fetched now.
   *
   * @param writtenAt when the archive got the part that it has; null if it has none
   */
  boolean isDue(DayTask task, @Nullable Instant writtenAt, Instant now) {
    if (!repeated) {
      return true;
    }
    return task.whole
        ? writtenAt == null
            || !now.isBefore(writtenAt.plus(RETRY))
            || writtenAt.isBefore(task.range.to())
        : isShortLived(task.instance.instance(), now);
  }

  private static boolean isShortLived(Instance instance, Instant now) {
    Instant created = instance.createdAt();
    return instance.isAutoscaled() || created != null && created.isAfter(now.minus(YOUNG));
  }

  /**
   * A day of an instance to collect.
   *
   * @param range within one UTC day
   * @param whole whether the range makes the day whole
   */
  record DayTask(MonitoredInstance instance, TimeRange range, boolean whole) {
    /** The UTC day. */
    LocalDate day() {
      return range.from().atOffset(ZoneOffset.UTC).toLocalDate();
    }
  }

  /** The days to collect at {@code now}: the newest week first, its oldest day first. */
  List<DayTask> tasks(List<MonitoredInstance> inventory, Instant now) {
    List<DayTask> tasks = new ArrayList<>();
    for (MonitoredInstance instance : inventory) {
      if (instance.insightsEnabled() && includes(instance)) {
        addDays(tasks, instance, now);
      }
    }
    tasks.sort(
        Comparator.<DayTask, LocalDate>comparing(
                task -> weekOf(task.day()), Comparator.reverseOrder())
            .thenComparing(DayTask::day)
            .thenComparing(task -> task.instance.instance().name()));
    return tasks;
  }

  /** Whether the instance's cluster is part of the plan. */
  boolean includes(MonitoredInstance instance) {
    return shard.holds(instance)
        && (clusters.isEmpty()
            || clusters.stream().anyMatch(name -> ClusterNames.means(name, instance)));
  }

  private static LocalDate weekOf(LocalDate day) {
    return ReviewWeek.of(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC).monday();
  }

  private void addDays(List<DayTask> tasks, MonitoredInstance instance, Instant now) {
    Instant end = now.minus(LAG).truncatedTo(ChronoUnit.MINUTES);
    Instant kept = kept(instance, now);
    Instant created = instance.instance().createdAt();
    Instant from = range == null ? kept : range.from();
    if (created != null && created.isAfter(from)) {
      from = created.truncatedTo(ChronoUnit.HOURS);
    }
    Instant to = range == null || range.to().isAfter(end) ? end : range.to();
    if (!from.isBefore(to)) {
      return;
    }
    LocalDate last = to.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    for (LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      task(instance, day, created, range == null ? kept : Instant.MIN, now).ifPresent(tasks::add);
    }
  }

  /** The first full hour that the source still has. */
  static Instant kept(MonitoredInstance instance, Instant now) {
    Instant oldest = now.minus(Duration.ofDays(instance.retentionDays()));
    return oldest.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  private static Optional<DayTask> task(
      MonitoredInstance instance,
      LocalDate day,
      @Nullable Instant created,
      Instant kept,
      Instant now) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant last = now.minus(LAG).truncatedTo(ChronoUnit.MINUTES);
    Instant from = start.isBefore(kept) ? kept : start;
    boolean whole = from.equals(start) && !now.isBefore(end.plus(SETTLED));
    if (created != null && created.isAfter(from)) {
      from = created.truncatedTo(ChronoUnit.HOURS);
    }
    Instant to = end.isAfter(last) ? last : end;
    return from.isBefore(to)
        ? Optional.of(new DayTask(instance, new TimeRange(from, to), whole))
        : Optional.empty();
  }
}
