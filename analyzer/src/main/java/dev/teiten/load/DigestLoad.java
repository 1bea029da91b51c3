package dev.teiten.load;

import java.time.Instant;
import java.util.Map;

/**
 * One digest over one hour on one instance, or over one day on a whole cluster.
 *
 * @param from the first instant of the hour or day
 * @param digest the source's digest id
 * @param loadAas mean DB load; over a day, the sum over instances of their means over covered hours
 * @param waits the parts of {@code loadAas} by wait event
 * @param statistics by statistic; a statistic that the source lacks is missing, not 0
 */
public record DigestLoad(
    Instant from,
    String digest,
    double loadAas,
    Map<WaitEvent, Double> waits,
    Map<DigestStatistic, Double> statistics) {

  public DigestLoad {
    waits = Map.copyOf(waits);
    statistics = Map.copyOf(statistics);
  }
}
