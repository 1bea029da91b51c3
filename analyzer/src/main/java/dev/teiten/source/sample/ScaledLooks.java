package dev.teiten.source.sample;

import dev.teiten.load.WaitEvent;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks at the sessions of a minute, scaled to the load that the server timed. The looks say only
 * what a query waited for and who sent it. A query that no look met has the waits of the others.
 */
final class ScaledLooks {
  private static final SeriesKey TOTAL = new SeriesKey(SeriesKind.TOTAL, "", "");

  private final Map<SeriesKey, Double> looks;
  private final TimedLoads timed;
  private final Map<SeriesKey, Double> scaled = new HashMap<>();

  private ScaledLooks(Map<SeriesKey, Double> looks, TimedLoads timed) {
    this.looks = looks;
    this.timed = timed;
  }

  /**
   * @param looks mean numbers of sessions by key
   */
  static Map<SeriesKey, Double> of(Map<SeriesKey, Double> looks, TimedLoads timed) {
    return new ScaledLooks(looks, timed).scaled();
  }

  private Map<SeriesKey, Double> scaled() {
    double seen = looks.getOrDefault(TOTAL, 0.0);
    double seenByDigest = 0;
    double total = timed.unlisted();
    for (Map.Entry<SeriesKey, Double> look : looks.entrySet()) {
      SeriesKey key = look.getKey();
      if (isOfDigest(key.kind())) {
        scaled.put(key, look.getValue() * factor(key.key()));
      }
      if (key.kind() == SeriesKind.DIGEST) {
        seenByDigest += look.getValue();
        total += look.getValue() * factor(key.key());
      }
    }
    for (Map.Entry<String, Double> load : timed.byDigest().entrySet()) {
      if (!looks.containsKey(new SeriesKey(SeriesKind.DIGEST, load.getKey(), ""))) {
        addUnseen(load.getKey(), load.getValue(), seen);
        total += load.getValue();
      }
    }
    total += seen - seenByDigest;
    scaled.put(TOTAL, total);
    addWaits(seen, total);
    for (Map.Entry<SeriesKey, Double> look : looks.entrySet()) {
      if (isOfCaller(look.getKey().kind()) && seen > 0) {
        scaled.put(look.getKey(), look.getValue() * total / seen);
      }
    }
    return scaled;
  }

  private static boolean isOfDigest(SeriesKind kind) {
    return switch (kind) {
      case DIGEST, DIGEST_CPU, HOUR_DIGEST, HOUR_DIGEST_WAIT, DAY_DIGEST_USER, DAY_DIGEST_HOST ->
          true;
      default -> false;
    };
  }

  private static boolean isOfCaller(SeriesKind kind) {
    return kind == SeriesKind.HOUR_USER
        || kind == SeriesKind.HOUR_HOST
        || kind == SeriesKind.HOUR_DATABASE;
  }

  /** The timed load of a query that was seen, for each session seen; 1 if it was not timed. */
  private double factor(String digest) {
    Double load = timed.byDigest().get(digest);
    double seen = looks.getOrDefault(new SeriesKey(SeriesKind.DIGEST, digest, ""), 0.0);
    return load == null || seen <= 0 ? 1 : load / seen;
  }

  private void addUnseen(String digest, double load, double seen) {
    scaled.put(new SeriesKey(SeriesKind.DIGEST, digest, ""), load);
    scaled.put(new SeriesKey(SeriesKind.HOUR_DIGEST, digest, ""), load);
    if (seen <= 0) {
      addWait(digest, WaitEvent.CPU.name(), load);
      return;
    }
    looks.forEach(
        (key, value) -> {
          if (key.kind() == SeriesKind.WAIT) {
            addWait(digest, key.key(), load * value / seen);
          }
        });
  }

  private void addWait(String digest, String wait, double load) {
    scaled.put(new SeriesKey(SeriesKind.HOUR_DIGEST_WAIT, digest, wait), load);
    if (wait.equals(WaitEvent.CPU.name())) {
      scaled.put(new SeriesKey(SeriesKind.DIGEST_CPU, digest, ""), load);
    }
  }

  /** The waits of all queries, with those of the sessions without a query. */
  private void addWaits(double seen, double total) {
    Map<String, Double> waits = new HashMap<>();
    Map<String, Double> seenOfDigests = new HashMap<>();
    looks.forEach(
        (key, value) -> {
          if (key.kind() == SeriesKind.HOUR_DIGEST_WAIT) {
            seenOfDigests.merge(key.detail(), value, Double::sum);
          }
        });
    scaled.forEach(
        (key, value) -> {
          if (key.kind() == SeriesKind.HOUR_DIGEST_WAIT) {
            waits.merge(key.detail(), value, Double::sum);
          }
        });
    looks.forEach(
        (key, value) -> {
          if (key.kind() == SeriesKind.WAIT) {
            double other = value - seenOfDigests.getOrDefault(key.key(), 0.0);
            waits.merge(key.key(), Math.max(0, other), Double::sum);
          }
        });
    if (seen <= 0 && total > 0) {
      waits.put(WaitEvent.CPU.name(), total);
    }
    waits.forEach((wait, load) -> scaled.put(new SeriesKey(SeriesKind.WAIT, wait, ""), load));
  }
}
