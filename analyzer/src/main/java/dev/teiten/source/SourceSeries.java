package dev.teiten.source;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Values at regular steps.
 *
 * @param key the subject: a wait event, a digest id, a counter; empty for the total and for the
 *     load outside the keys
 * @param detail the second key if the series has one: the wait event, the statistic or the caller
 *     of a digest; otherwise empty
 * @param from start of the first step
 * @param stepSeconds 1, 60, 3,600 or the length of the requested part of a day
 * @param values one per step; {@code NaN} if the source has no value
 */
public record SourceSeries(
    SeriesKind kind, String key, String detail, Instant from, int stepSeconds, float[] values) {

  /**
   * The kind of the values. Loads are in AAS; counters and statistics are in the unit of their
   * enum.
   */
  public enum SeriesKind {
    /** DB load, by minute. */
    TOTAL,
    /** DB load by wait event, by minute. */
    WAIT,
    /** DB load by digest, by minute. */
    DIGEST,
    /** DB load of no {@link #DIGEST}, by minute; see {@link OtherLoad}. */
    OTHER,
    /** DB load by digest on CPU, by minute. */
    DIGEST_CPU,
    /** Values of a {@link dev.teiten.load.InstanceCounter}, by minute. */
    COUNTER,
    /**
     * Sessions on the CPU or waiting for it, by second, within the {@link BusyWindows} of the day.
     */
    SECOND_CPU,
    /**
     * DB load of all digests that the source listed, by hour. A value shows that the hour was
     * requested.
     */
    HOUR,
    /** DB load of no {@link #HOUR_DIGEST}, by hour. */
    HOUR_OTHER,
    /** DB load by digest, by hour. */
    HOUR_DIGEST,
    /** DB load by digest and wait event, by hour. */
    HOUR_DIGEST_WAIT,
    /** A {@link dev.teiten.load.DigestStatistic} of a digest, by hour. */
    HOUR_STATISTIC,
    /** DB load by digest and user, over the requested part of the day. */
    DAY_DIGEST_USER,
    /** DB load by digest and client host, over the requested part of the day. */
    DAY_DIGEST_HOST,
    /** DB load by user, by hour. */
    HOUR_USER,
    /** DB load by client host, by hour. */
    HOUR_HOST,
    /** DB load by database, by hour. */
    HOUR_DATABASE,
    /** DB load by application (PostgreSQL), by hour. */
    HOUR_APPLICATION,
    /**
     * The place up to which the statements of a log are in the day. The key is the log's id, the
     * detail the place, and the value 1.
     */
    LOG_POSITION;

    /** Kinds in which a step without a row is unknown. */
    private static final Set<SeriesKind> DENSE =
        EnumSet.of(TOTAL, OTHER, COUNTER, SECOND_CPU, HOUR, HOUR_OTHER, HOUR_STATISTIC);

    /** Whether a step without a row means 0: loads by key are stored without zeros. */
    public boolean isSparse() {
      return !DENSE.contains(this);
    }

    /** The name in the archive's column {@code series}, such as {@code hour_digest}. */
    public String storedName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with that stored name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SeriesKind stored(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
