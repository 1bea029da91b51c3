package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The load between two moments as the server timed it, in AAS: the time of the statements that
 * ended, with that of those still running. No look can miss it, however busy the server is.
 *
 * @param byDigest loads above 0
 * @param unlisted the load of statements without a digest
 */
record TimedLoads(Map<String, Double> byDigest, double unlisted) {
  private static final int SECONDS = DigestStatistic.LATENCY_SECONDS.ordinal();

  TimedLoads {
    byDigest = Map.copyOf(byDigest);
  }

  /**
   * @return empty if a timer is unknown, or was set back
   */
  static Optional<TimedLoads> between(ServerTotals earlier, ServerTotals later) {
    StatementTimes before = earlier.times();
    StatementTimes now = later.times();
    Map<String, double[]> grown = later.digestsSince(earlier).orElse(null);
    if (before == null || now == null || grown == null || now.unlisted() < before.unlisted()) {
      return Optional.empty();
    }
    double seconds = now.now() - before.now();
    if (seconds <= 0) {
      return Optional.empty();
    }
    Map<String, Double> loads = new HashMap<>();
    Set<String> digests = new HashSet<>(grown.keySet());
    digests.addAll(now.running().keySet());
    digests.removeAll(now.own());
    for (String digest : digests) {
      double[] ended = grown.get(digest);
      double time =
          (ended == null ? 0 : ended[SECONDS])
              + now.running().getOrDefault(digest, 0.0)
              - before.running().getOrDefault(digest, 0.0);
      if (time > 0) {
        loads.put(digest, time / seconds);
      }
    }
    reduceCalls(loads, now, Math.max(0, now.nested() - before.nested()) / seconds);
    return Optional.of(new TimedLoads(loads, (now.unlisted() - before.unlisted()) / seconds));
  }

  /** The statements within a stored program have their own load, so that its call has the rest. */
  private static void reduceCalls(Map<String, Double> loads, StatementTimes times, double nested) {
    double calls =
        times.calls().stream().mapToDouble(digest -> loads.getOrDefault(digest, 0.0)).sum();
    if (nested > 0 && calls > 0) {
      double kept = Math.max(0, 1 - nested / calls);
      times.calls().forEach(digest -> loads.computeIfPresent(digest, (d, load) -> load * kept));
      loads.values().removeIf(load -> load <= 0);
    }
  }
}
