package dev.teiten.web.metrics;

import dev.teiten.collect.CollectHealth;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.ServiceHealth;
import dev.teiten.review.ledger.Ledger;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.StoreException;
import dev.teiten.review.store.TaskState;
import dev.teiten.web.site.SiteContext;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the archive, of the last week that has ended, and of the tasks. Nothing is
 * analyzed for them: a cluster without a result at hand has no numbers of load and money.
 */
final class ServiceMetrics implements MultiCollector {
  /** Bounds the labels; a page of metrics for more clusters would cost monitors too much. */
  static final int MOST_CLUSTERS = 1_000;

  private final SiteContext site;

  ServiceMetrics(SiteContext site) {
    this.site = site;
  }

  @Override
  public MetricSnapshots collect() {
    Instant now = site.clock().instant();
    ServiceHealth health = site.desk().health();
    MetricTable table = new MetricTable();
    addCollect(health.collect(), table);
    addClusters(health, now, table);
    addWeek(health, ReviewWeek.lastComplete(now, site.zone()), table);
    addTasks(health, table);
    return table.all();
  }

  private static void addCollect(CollectHealth collect, MetricTable table) {
    table.gauge(
        "teiten_collect_last_success_timestamp_seconds",
        "End of the last collect that succeeded.",
        seconds(collect.lastSuccessAt()));
    table.gauge(
        "teiten_collect_last_end_timestamp_seconds",
        "End of the last collect.",
        seconds(collect.endedAt()));
    if (collect.endedAt() != null) {
      table.gauge(
          "teiten_collect_failed_parts",
          "Parts that the last collect could not fetch.",
          collect.failedParts());
      table.counter(
          "teiten_collect_requests",
          "Requests to Performance Insights and RDS.",
          collect.requests());
    }
  }

  private static void addClusters(ServiceHealth health, Instant now, MetricTable table) {
    List<Cluster> clusters = health.clusters(now);
    table.gauge("teiten_clusters", "Clusters that run now.", clusters.size());
    table.gauges(
        "teiten_cluster_newest_day_age_seconds",
        "Time since the end of the newest collected day (UTC).",
        clusters.stream().limit(MOST_CLUSTERS).toList(),
        ServiceMetrics::labels,
        cluster -> seconds(health.newestDayAge(cluster, now)));
  }

  private static void addWeek(ServiceHealth health, ReviewWeek week, MetricTable table) {
    List<ClusterSummary> rows = health.atHand(week);
    table.gauge(
        "teiten_week_start_timestamp_seconds",
        "Begin of the last week that has ended, to which the metrics of weeks belong.",
        seconds(week.range().from()));
    table.gauge("teiten_week_clusters", "Clusters with a result at hand.", rows.size());
    WeekGauges gauges = new WeekGauges(table, rows.stream().limit(MOST_CLUSTERS).toList());
    gauges.add("coverage_ratio", "Part of the minutes with data.", ClusterSummary::coverage);
    gauges.add("load_aas", "Mean DB load, average active sessions.", ClusterSummary::loadAas);
    gauges.add("peak_load_aas", "Mean DB load of the peak.", ClusterSummary::peakLoadAas);
    gauges.add(
        "headroom_ratio", "1 less the 99th percentile of CPU use.", ServiceMetrics::headroom);
    gauges.add("cost_monthly_usd", "List price of today.", ClusterSummary::monthlyUsd);
    gauges.add(
        "saving_monthly_usd",
        "Saving of the advice, with or without fixes.",
        ClusterSummary::monthlySavingUsd);
  }

  /** Gauges with a value for each cluster of the week. */
  private record WeekGauges(MetricTable table, List<ClusterSummary> rows) {
    void add(String name, String help, Function<ClusterSummary, @Nullable Number> value) {
      table.gauges("teiten_week_" + name, help, rows, row -> labels(row.cluster()), value);
    }
  }

  private static void addTasks(ServiceHealth health, MetricTable table) {
    Ledger ledger;
    try {
      ledger = health.ledger();
    } catch (StoreException e) {
      table.gauge("teiten_store_up", "Whether the store of tasks answers.", 0);
      return;
    }
    table.gauge("teiten_store_up", "Whether the store of tasks answers.", 1);
    table.gauges(
        "teiten_tasks",
        "Tasks by state.",
        List.of(TaskState.values()),
        state -> Labels.of("state", state.name().toLowerCase(Locale.ROOT)),
        state -> ledger.lines().stream().filter(line -> isIn(line, state)).count());
    table.gauge(
        "teiten_ledger_promised_monthly_usd",
        "Promised savings of all tasks that were not dropped.",
        ledger.promisedMonthlyUsd());
    table.gauge(
        "teiten_ledger_realised_monthly_usd",
        "Present saving from capacity that was given back after fixes.",
        ledger.monthlyUsd());
    table.gauge("teiten_ledger_live_fixes", "Fixes that are live.", ledger.live());
  }

  private static boolean isIn(LedgerLine line, TaskState state) {
    return line.task().card().state() == state;
  }

  private static @Nullable Double headroom(ClusterSummary summary) {
    Double p99 = summary.p99Utilisation();
    return p99 == null ? null : Double.valueOf(1 - p99);
  }

  private static Labels labels(Cluster cluster) {
    return Labels.of("cluster", cluster.name(), "region", cluster.region());
  }

  private static @Nullable Double seconds(@Nullable Instant instant) {
    return instant == null ? null : Double.valueOf(instant.toEpochMilli() / 1e3);
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : Long.valueOf(duration.toSeconds());
  }
}
