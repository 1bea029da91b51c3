package dev.teiten.source.sample;

import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The samples of the sessions within one minute. */
public final class SampledMinute {
  /** A minute with fewer samples, half of the expected number, is missing. */
  public static final int FEWEST = 30;

  private final Instant start;
  private final Map<SeriesKey, Integer> counts = new HashMap<>();
  private int looks;
  private @Nullable TimedLoads timed;

  /**
   * @param start a full minute
   */
  public SampledMinute(Instant start) {
    this.start = start;
  }

  public Instant start() {
    return start;
  }

  public int looks() {
    return looks;
  }

  /** Whether there are enough samples for a mean, or the server timed the minute. */
  public boolean isKnown() {
    return looks >= FEWEST || timed != null;
  }

  /**
   * Takes the load from the server's timers, as far as it has them; samples then only say what
   * sessions waited for.
   *
   * @param earlier at about the start of the minute
   * @param later at about its end
   */
  public void time(ServerTotals earlier, ServerTotals later) {
    timed = TimedLoads.between(earlier, later).orElse(null);
  }

  /** The digests that the server timed, the heaviest first, at most {@code most}. */
  public List<String> heaviest(int most) {
    TimedLoads loads = timed;
    return loads == null
        ? List.of()
        : loads.byDigest().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
  }

  /** Adds one sample. */
  public void add(List<ActiveSession> sessions) {
    looks++;
    sessions.forEach(this::count);
  }

  private void count(ActiveSession session) {
    String wait = session.waitsFor().name();
    count(SeriesKind.TOTAL, "", "");
    count(SeriesKind.WAIT, wait, "");
    count(SeriesKind.HOUR_USER, session.user(), "");
    count(SeriesKind.HOUR_HOST, session.host(), "");
    count(SeriesKind.HOUR_DATABASE, session.database(), "");
    String digest = session.digest();
    if (digest != null) {
      count(SeriesKind.DIGEST, digest, "");
      if (session.waitsFor().isCpu()) {
        count(SeriesKind.DIGEST_CPU, digest, "");
      }
      count(SeriesKind.HOUR_DIGEST, digest, "");
      count(SeriesKind.HOUR_DIGEST_WAIT, digest, wait);
      count(SeriesKind.DAY_DIGEST_USER, digest, session.user());
      count(SeriesKind.DAY_DIGEST_HOST, digest, session.host());
    }
  }

  private void count(SeriesKind kind, @Nullable String key, @Nullable String detail) {
    if (key != null && detail != null) {
      counts.merge(new SeriesKey(kind, key, detail), 1, Integer::sum);
    }
  }

  /** The loads by key, in AAS; keys without load are absent. */
  Map<SeriesKey, Double> means() {
    Map<SeriesKey, Double> means = new HashMap<>();
    counts.forEach((key, count) -> means.put(key, (double) count / looks));
    means.putIfAbsent(new SeriesKey(SeriesKind.TOTAL, "", ""), 0.0);
    TimedLoads loads = timed;
    return loads == null ? means : ScaledLooks.of(means, loads);
  }
}
