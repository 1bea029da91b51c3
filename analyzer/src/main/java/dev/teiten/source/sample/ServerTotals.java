package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCounter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server's counters at one moment, counted from an unknown start.
 *
 * @param digests per digest one sum for each {@link DigestStatistic}, in the order of the enum:
 *     calls, seconds, rows; NaN where the server has no counter. The sum for {@link
 *     DigestStatistic#LATENCY_SECONDS} is the total time of all calls
 * @param status the server's status counters by name, and its {@code max_connections}
 * @param times null if the server's timers are unknown
 */
public record ServerTotals(
    Map<String, double[]> digests, Map<String, Double> status, @Nullable StatementTimes times) {

  private static final int CALLS = DigestStatistic.CALLS_PER_SECOND.ordinal();

  public ServerTotals {
    digests = Map.copyOf(digests);
    status = Map.copyOf(status);
  }

  /** Counters without timers. */
  public ServerTotals(Map<String, double[]> digests, Map<String, Double> status) {
    this(digests, status, null);
  }

  /**
   * The increase since an earlier moment, by digest.
   *
   * @return empty if the server restarted in between: a digest is missing, or its counter is lower
   */
  Optional<Map<String, double[]>> digestsSince(ServerTotals earlier) {
    Map<String, double[]> grown = new HashMap<>();
    for (Map.Entry<String, double[]> before : earlier.digests.entrySet()) {
      double[] now = digests.get(before.getKey());
      if (now == null || now[CALLS] < before.getValue()[CALLS]) {
        return Optional.empty();
      }
    }
    digests.forEach((digest, now) -> grown.put(digest, less(now, earlier.digests.get(digest))));
    return Optional.of(grown);
  }

  private static double[] less(double[] now, double @Nullable [] before) {
    double[] grown = now.clone();
    for (int i = 0; before != null && i < grown.length; i++) {
      grown[i] = Math.max(0, grown[i] - before[i]);
    }
    return grown;
  }

  /**
   * The instance counters for the time since an earlier moment; unknown counters are absent.
   *
   * @param seconds the time between the two moments, above 0
   */
  Map<InstanceCounter, Double> countersSince(ServerTotals earlier, double seconds) {
    Map<InstanceCounter, Double> counters = new HashMap<>();
    Double connections = status.get("Threads_connected");
    if (connections != null) {
      double before = earlier.status.getOrDefault("Threads_connected", 0.0);
      counters.put(InstanceCounter.CONNECTIONS, Math.max(connections, before));
    }
    Double allowed = status.get("max_connections");
    if (allowed != null) {
      counters.put(InstanceCounter.MAX_CONNECTIONS, allowed);
    }
    grown("Queries", earlier)
        .ifPresent(queries -> counters.put(InstanceCounter.QUERIES_PER_SECOND, queries / seconds));
    grown("Created_tmp_disk_tables", earlier)
        .ifPresent(
            tables -> counters.put(InstanceCounter.TMP_DISK_TABLES_PER_SECOND, tables / seconds));
    Optional<Double> reads = grown("Innodb_buffer_pool_reads", earlier);
    reads.ifPresent(r -> counters.put(InstanceCounter.BUFFER_POOL_READS_PER_SECOND, r / seconds));
    Optional<Double> requests = grown("Innodb_buffer_pool_read_requests", earlier);
    if (reads.isPresent() && requests.isPresent() && requests.get() > 0) {
      counters.put(
          InstanceCounter.BUFFER_POOL_HIT_RATIO, Math.max(0, 1 - reads.get() / requests.get()));
    }
    return counters;
  }

  private Optional<Double> grown(String name, ServerTotals earlier) {
    Double now = status.get(name);
    Double before = earlier.status.get(name);
    return now == null || before == null || now < before
        ? Optional.empty()
        : Optional.of(now - before);
  }
}
