package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a server's log. It was active in the interval of {@code seconds} before its end.
 *
 * @param position its place in the log, above 0 and growing; the same whenever the log is read
 * @param digest the id of the query
 * @param seconds how long it ran, at least 0
 * @param calls the executions that it stands for, at least 1; more where the server logs a part
 * @param user null if unknown
 * @param host the client's; null if unknown
 * @param database null if unknown
 * @param waits seconds by wait, as far as the log tells; together at most {@code seconds}
 * @param counts of one execution, by statistic; those that the log lacks are absent
 */
public record LoggedStatement(
    long position,
    String digest,
    Instant end,
    double seconds,
    double calls,
    @Nullable String user,
    @Nullable String host,
    @Nullable String database,
    Map<WaitEvent, Double> waits,
    Map<DigestStatistic, Double> counts) {

  public LoggedStatement {
    if (position <= 0 || !(seconds >= 0) || !(calls >= 1)) {
      throw new IllegalArgumentException("position, seconds or calls are out of range");
    }
  }

  /** When it began. */
  public Instant start() {
    return end.minusNanos(Math.round(seconds * 1e9));
  }
}
