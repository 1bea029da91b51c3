package dev.teiten.source.aws;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Engine;
import dev.teiten.load.InstanceCounter;
import java.util.EnumMap;
import java.util.Map;

/**
 * Performance Insights' names of Teiten's counters and statistics, with their documented units. A
 * unit that the service lists takes precedence.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights_Counters.html">counters</a>
 */
final class MetricNames {

  /**
   * One metric of Performance Insights.
   *
   * @param name without the statistic, for example {@code os.cpuUtilization.total}
   * @param statistic {@code avg} or {@code max}
   * @param unit the documented unit
   */
  record Metric(String name, String statistic, String unit) {
    String query() {
      return name + "." + statistic;
    }
  }

  private static final String STATISTICS = "db.sql_tokenized.stats.";

  private MetricNames() {}

  /**
   * The counters of an instance. One of Aurora Serverless v2 has the capacity units in place of
   * vCPUs and statements: with the two loads they fit into a request of 15 queries.
   */
  static Map<InstanceCounter, Metric> counters(Engine engine, boolean serverless) {
    Map<InstanceCounter, Metric> names = counters(engine);
    if (serverless) {
      names.remove(InstanceCounter.VCPUS);
      names.remove(InstanceCounter.QUERIES_PER_SECOND);
      names.put(
          InstanceCounter.ACU_ALLOCATED, avg("os.general.serverlessDatabaseCapacity", "ACUs"));
      names.put(InstanceCounter.ACU_MAXIMUM, avg("os.general.maxConfiguredAcu", "ACUs"));
    }
    return names;
  }

  private static Map<InstanceCounter, Metric> counters(Engine engine) {
    Map<InstanceCounter, Metric> names = new EnumMap<>(InstanceCounter.class);
    names.put(InstanceCounter.CPU_UTILISATION, avg("os.cpuUtilization.total", "Percent"));
    names.put(InstanceCounter.VCPUS, avg("os.general.numVCPUs", "vCPUs"));
    names.put(InstanceCounter.MEMORY_TOTAL_BYTES, avg("os.memory.total", "KB"));
    names.put(InstanceCounter.MEMORY_FREE_BYTES, avg("os.memory.free", "KB"));
    names.put(InstanceCounter.SWAP_OUT_BYTES_PER_SECOND, avg("os.swap.out", "KB per second"));
    names.put(
        InstanceCounter.NETWORK_RECEIVED_BYTES_PER_SECOND,
        avg("os.network.rx", "Bytes per second"));
    names.put(
        InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND, avg("os.network.tx", "Bytes per second"));
    if (!engine.isAurora()) {
      names.put(InstanceCounter.MEMORY_CACHED_BYTES, avg("os.memory.cached", "KB"));
    }
    if (engine.isPostgresql()) {
      names.put(InstanceCounter.CONNECTIONS, max("db.User.numbackends", "Connections"));
      names.put(InstanceCounter.MAX_CONNECTIONS, avg("db.User.max_connections", "Connections"));
      names.put(
          InstanceCounter.BUFFER_POOL_HITS_PER_SECOND,
          avg("db.Cache.blks_hit", "Blocks per second"));
      names.put(
          InstanceCounter.BUFFER_POOL_READS_PER_SECOND,
          avg("db.IO.blks_read", "Blocks per second"));
      names.put(
          InstanceCounter.TEMP_FILE_BYTES_PER_SECOND,
          avg("db.Temp.temp_bytes", "Bytes per second"));
      names.put(InstanceCounter.QUERIES_PER_SECOND, avg("db.SQL.queries", "Queries per second"));
    } else {
      names.put(InstanceCounter.CONNECTIONS, max("db.Users.Threads_connected", "Connections"));
      names.put(
          InstanceCounter.BUFFER_POOL_HIT_RATIO,
          avg("db.Cache.innoDB_buffer_pool_hit_rate", "Percent"));
      names.put(
          InstanceCounter.BUFFER_POOL_READS_PER_SECOND,
          avg("db.Cache.Innodb_buffer_pool_reads", "Pages per second"));
      names.put(
          InstanceCounter.TMP_DISK_TABLES_PER_SECOND,
          avg("db.Temp.Created_tmp_disk_tables", "Tables per second"));
      names.put(InstanceCounter.QUERIES_PER_SECOND, avg("db.SQL.Queries", "Queries per second"));
    }
    return names;
  }

  static Map<DigestStatistic, Metric> statistics(Engine engine) {
    Map<DigestStatistic, Metric> names = new EnumMap<>(DigestStatistic.class);
    if (engine.isPostgresql()) {
      postgresql(names);
    } else {
      mysql(names);
    }
    return names;
  }

  /** The columns of pg_stat_statements. */
  private static void postgresql(Map<DigestStatistic, Metric> names) {
    put(names, DigestStatistic.CALLS_PER_SECOND, "calls_per_sec", "Calls per second");
    put(names, DigestStatistic.LATENCY_SECONDS, "avg_latency_per_call", "Milliseconds per call");
    put(names, DigestStatistic.ROWS_SENT_PER_SECOND, "rows_per_sec", "Rows per second");
    String blocks = "Blocks per second";
    put(names, DigestStatistic.PAGES_HIT_PER_SECOND, "shared_blks_hit_per_sec", blocks);
    put(names, DigestStatistic.PAGES_READ_PER_SECOND, "shared_blks_read_per_sec", blocks);
    put(names, DigestStatistic.TEMP_PAGES_PER_SECOND, "temp_blks_written_per_sec", blocks);
  }

  /** The columns of events_statements_summary_by_digest. */
  private static void mysql(Map<DigestStatistic, Metric> names) {
    put(names, DigestStatistic.CALLS_PER_SECOND, "count_star_per_sec", "Calls per second");
    put(names, DigestStatistic.LATENCY_SECONDS, "sum_timer_wait_per_call", "Milliseconds per call");
    put(
        names,
        DigestStatistic.ROWS_EXAMINED_PER_SECOND,
        "sum_rows_examined_per_sec",
        "Rows per second");
    put(names, DigestStatistic.ROWS_SENT_PER_SECOND, "sum_rows_sent_per_sec", "Rows per second");
    put(
        names,
        DigestStatistic.ROWS_AFFECTED_PER_SECOND,
        "sum_rows_affected_per_sec",
        "Rows per second");
    put(
        names,
        DigestStatistic.FULL_JOINS_PER_SECOND,
        "sum_select_full_join_per_sec",
        "Joins per second");
    put(names, DigestStatistic.SCANS_PER_SECOND, "sum_select_scan_per_sec", "Scans per second");
    put(
        names,
        DigestStatistic.TMP_TABLES_PER_SECOND,
        "sum_created_tmp_tables_per_sec",
        "Tables per second");
    put(
        names,
        DigestStatistic.TMP_DISK_TABLES_PER_SECOND,
        "sum_created_tmp_disk_tables_per_sec",
        "Tables per second");
    put(names, DigestStatistic.SORT_ROWS_PER_SECOND, "sum_sort_rows_per_sec", "Rows per second");
    put(
        names,
        DigestStatistic.LOCK_SECONDS_PER_SECOND,
        "sum_lock_time_per_sec",
        "Milliseconds per second");
  }

  private static void put(
      Map<DigestStatistic, Metric> names, DigestStatistic statistic, String name, String unit) {
    names.put(statistic, avg(STATISTICS + name, unit));
  }

  private static Metric avg(String name, String unit) {
    return new Metric(name, "avg", unit);
  }

  private static Metric max(String name, String unit) {
    return new Metric(name, "max", unit);
  }
}
