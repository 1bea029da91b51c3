package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCounter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server had counted at one moment, since some moment that nobody knows.
 *
 * @param digests by digest one sum a {@link DigestStatistic}, in the order of the enum: calls,
 *     seconds, rows. In the place of {@link DigestStatistic#LATENCY_SECONDS} it is the time of all
 *     calls together
 * @param status the server's own counters by name
 */
public record ServerTotals(Map<String, double[]> digests, Map<String, Double> status) {

  private static final int CALLS = DigestStatistic.CALLS_PER_SECOND.ordinal();

  public ServerTotals {
    digests = Map.copyOf(digests);
    status = Map.copyOf(status);
  }

  /**
   * What was counted since an earlier moment, by digest.
   *
   * @return empty where the server began anew in between, which it shows by a digest that it
   *     forgot, or has counted less of
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
   * The counters of the time since an earlier moment; only those that are known.
   *
   * @param seconds since then, more than 0
   */
  Map<InstanceCounter, Double> countersSince(ServerTotals earlier, double seconds) {
    Map<InstanceCounter, Double> counters = new HashMap<>();
    Double connections = status.get("Threads_connected");
    if (connections != null) {
      double before = earlier.status.getOrDefault("Threads_connected", 0.0);
      counters.put(InstanceCounter.CONNECTIONS, Math.max(connections, before));
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
