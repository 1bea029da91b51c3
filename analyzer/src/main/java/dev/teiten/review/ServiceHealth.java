package dev.teiten.review;

import dev.teiten.archive.Archive;
import dev.teiten.collect.CollectHealth;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that monitors watch. They come from the inventory, the names of files and the results
 * that are at hand, so that no question starts an analysis.
 */
public final class ServiceHealth {
  private final Archive archive;
  private final BiFunction<Cluster, ReviewWeek, @Nullable ClusterSummary> summaries;
  private final TaskOutcomes tasks;

  /**
   * @param summaries the summary at hand; null if there is none
   */
  ServiceHealth(
      Archive archive,
      BiFunction<Cluster, ReviewWeek, @Nullable ClusterSummary> summaries,
      TaskOutcomes tasks) {
    this.archive = archive;
    this.summaries = summaries;
    this.tasks = tasks;
  }

  /** The result of the last collect. */
  public CollectHealth collect() {
    return CollectHealth.of(archive.root());
  }

  /** The clusters that run at an instant, by name and region. */
  public List<Cluster> clusters(Instant now) {
    return archive.clusters(now);
  }

  /**
   * The time since the end of the newest day (UTC) of any instance of a cluster, 0 for a running
   * day; null without a day.
   */
  public @Nullable Duration newestDayAge(Cluster cluster, Instant now) {
    return cluster.instances().stream()
        .flatMap(instance -> archive.contents().days(cluster, instance).stream())
        .max(Comparator.naturalOrder())
        .map(day -> Duration.between(endOf(day), now))
        .map(age -> age.isNegative() ? Duration.ZERO : age)
        .orElse(null);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The summaries at hand of the clusters of a week. */
  public List<ClusterSummary> atHand(ReviewWeek week) {
    return archive.clusters(week.range()).stream()
        .map(cluster -> summaries.apply(cluster, week))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Every task with the dollars of returned capacity, and no verification.
   *
   * @throws dev.teiten.review.store.StoreException if the store of tasks cannot be used
   */
  public Ledger ledger() {
    return tasks.ledgerAtHand();
  }
}
