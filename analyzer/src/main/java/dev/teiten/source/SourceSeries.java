package dev.teiten.source;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Values at a regular step.
 *
 * @param key what it is about: a wait event, a digest id, a counter; empty for the total and for
 *     what is left of it
 * @param detail the second key where there is one: the wait event, the statistic or the caller of a
 *     digest; else empty
 * @param from start of the first step
 * @param stepSeconds 1, 60, 3,600 or as much of a day as was asked for
 * @param values one a step; {@code NaN} where the source gave none
 */
public record SourceSeries(
    SeriesKind kind, String key, String detail, Instant from, int stepSeconds, float[] values) {

  /** What the values are. Loads are AAS; counters and statistics are in the unit of their enum. */
  public enum SeriesKind {
    /** DB load, by minute. */
    TOTAL,
    /** DB load by wait event, by minute. */
    WAIT,
    /** DB load by digest, by minute. */
    DIGEST,
    /** DB load that belongs to no {@link #DIGEST}, by minute; see {@link OtherLoad}. */
    OTHER,
    /** DB load by digest on CPU, by minute. */
    DIGEST_CPU,
    /** A {@link dev.teiten.load.Counter}, by minute. */
    COUNTER,
    /** Sessions on the CPU or waiting for it, by second, in {@link BusyWindows} of the day. */
    SECOND_CPU,
    /**
     * DB load of the digests that the source named, by hour: its presence says that the hour was
     * asked for.
     */
    HOUR,
    /** DB load that belongs to no {@link #HOUR_DIGEST}, by hour. */
    HOUR_OTHER,
    /** DB load by digest, by hour. */
    HOUR_DIGEST,
    /** DB load by digest and wait event, by hour. */
    HOUR_DIGEST_WAIT,
    /** A {@link dev.teiten.load.DigestStatistic} of a digest, by hour. */
    HOUR_STATISTIC,
    /** DB load by digest and user, over what was asked for of the day. */
    DAY_DIGEST_USER,
    /** DB load by digest and client host, over what was asked for of the day. */
    DAY_DIGEST_HOST,
    /** DB load by user, by hour. */
    HOUR_USER,
    /** DB load by client host, by hour. */
    HOUR_HOST,
    /** DB load by database, by hour. */
    HOUR_DATABASE,
    /** DB load by application (PostgreSQL), by hour. */
    HOUR_APPLICATION;

    /** A step that has no row is unknown. */
    private static final Set<SeriesKind> DENSE =
        EnumSet.of(TOTAL, OTHER, COUNTER, SECOND_CPU, HOUR, HOUR_OTHER, HOUR_STATISTIC);

    /** Whether a step without a row means 0: keyed loads are stored without their zeros. */
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
