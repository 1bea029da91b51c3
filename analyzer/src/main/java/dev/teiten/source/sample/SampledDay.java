package dev.teiten.source.sample;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A UTC day of an instance while it is sampled. It grows minute by minute, and always equals the
 * archive's state of the day. A run that continues an earlier one starts with the archived series.
 *
 * <p>At the end of an hour only its {@value #TOP} heaviest digests stay, as many as Performance
 * Insights lists. The load of the others becomes part of the other load.
 */
public final class SampledDay {
  static final int TOP = 25;

  private static final SeriesKey TOTAL = new SeriesKey(SeriesKind.TOTAL, "", "");

  private final Instant start;
  private final Map<SeriesKey, float[]> minutes = new HashMap<>();
  private final MeanLoads hours = new MeanLoads(TimeUnits.HOURS_PER_DAY);
  private final MeanLoads day = new MeanLoads(1);
  private final DayCounts counts = new DayCounts(TimeUnits.HOURS_PER_DAY);
  private int hoursCut;

  /** A day without data. */
  public SampledDay(LocalDate date) {
    this.start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    minutes.put(TOTAL, unknown());
  }

  /**
   * A day with the archived series.
   *
   * @param series from the day's start on, by minute, hour or day depending on their kind
   */
  public static SampledDay of(LocalDate date, List<SourceSeries> series) {
    SampledDay day = new SampledDay(date);
    for (SourceSeries archived : series) {
      SeriesKey key = SeriesKey.of(archived);
      if (key.isByMinute()) {
        day.minutes.put(key, archived.values());
      } else if (key.isByHour()) {
        day.hours.put(archived);
      } else if (key.isByDay()) {
        day.day.put(archived);
      }
    }
    day.counts.put(series, day::minutesOf);
    return day;
  }

  public LocalDate date() {
    return start.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The step of a kind of series in seconds. */
  public static int stepSeconds(SeriesKind kind) {
    SeriesKey key = new SeriesKey(kind, "", "");
    return key.isByMinute() || kind == SeriesKind.OTHER
        ? TimeUnits.SECONDS_PER_MINUTE
        : key.isByDay() ? TimeUnits.SECONDS_PER_DAY : TimeUnits.SECONDS_PER_HOUR;
  }

  /**
   * Adds a minute of this day; a minute that exists stays unchanged.
   *
   * @return whether the minute is new
   */
  public boolean add(SampledMinute minute) {
    int at = minuteOf(minute.start());
    if (!Float.isNaN(total()[at])) {
      return false;
    }
    int hour = at / TimeUnits.MINUTES_PER_HOUR;
    for (; hoursCut < hour; hoursCut++) {
      cut(hoursCut);
    }
    Map<SeriesKey, Double> hourly = new HashMap<>();
    Map<SeriesKey, Double> daily = new HashMap<>();
    minute
        .means()
        .forEach(
            (key, mean) -> {
              if (key.isByMinute()) {
                minutes.computeIfAbsent(key, k -> new float[TimeUnits.MINUTES_PER_DAY])[at] =
                    mean.floatValue();
              } else {
                (key.isByHour() ? hourly : daily).put(key, mean);
              }
            });
    // The count already includes this minute.
    hours.add(hour, minutesOf(hour) - 1, hourly);
    day.add(0, knownMinutes() - 1, daily);
    return true;
  }

  /**
   * Adds the increase of the counters between two moments. A server restart in between leaves a
   * gap.
   *
   * @param from a moment of this day; the increase belongs to its minute and hour
   */
  public void count(Instant from, ServerTotals earlier, ServerTotals later, Duration between) {
    double seconds = between.toNanos() / 1e9;
    int at = minuteOf(from);
    later
        .digestsSince(earlier)
        .ifPresent(grown -> counts.add(at / TimeUnits.MINUTES_PER_HOUR, grown, seconds));
    count(from, later.countersSince(earlier, seconds));
  }

  /**
   * Adds counters of one minute.
   *
   * @param from a moment of this day; the values belong to its minute
   */
  public void count(Instant from, Map<InstanceCounter, Double> counters) {
    int at = minuteOf(from);
    counters.forEach(
        (counter, value) ->
            minutes
                    .computeIfAbsent(
                        new SeriesKey(SeriesKind.COUNTER, counter.name(), ""), k -> unknown())[at] =
                value.floatValue());
  }

  private void cut(int hour) {
    Set<SeriesKey> top = hours.top(SeriesKind.HOUR_DIGEST, hour, TOP);
    Set<String> digests = top.stream().map(SeriesKey::key).collect(Collectors.toSet());
    for (SeriesKind kind :
        List.of(SeriesKind.HOUR_USER, SeriesKind.HOUR_HOST, SeriesKind.HOUR_DATABASE)) {
      top.addAll(hours.top(kind, hour, TOP));
    }
    hours.keep(
        hour,
        key ->
            key.kind() == SeriesKind.HOUR_DIGEST_WAIT
                ? digests.contains(key.key())
                : top.contains(key));
    counts.keep(hour, digests);
    Set<SeriesKey> callers = day.top(SeriesKind.DAY_DIGEST_USER, 0, TOP * TOP);
    callers.addAll(day.top(SeriesKind.DAY_DIGEST_HOST, 0, TOP * TOP));
    day.keep(0, callers::contains);
    minutes.forEach(
        (key, values) -> {
          if (key.isOfDigest() && !digests.contains(key.key())) {
            Arrays.fill(
                values,
                hour * TimeUnits.MINUTES_PER_HOUR,
                (hour + 1) * TimeUnits.MINUTES_PER_HOUR,
                0);
          }
        });
    minutes.entrySet().removeIf(e -> e.getKey().isOfDigest() && isEmpty(e.getValue()));
  }

  private static boolean isEmpty(float[] values) {
    for (float value : values) {
      if (value > 0) {
        return false;
      }
    }
    return true;
  }

  /** The day in the form of the archive. */
  public InstanceDay of(MonitoredInstance instance) {
    return new InstanceDay(
        instance,
        new TimeRange(start, start.plusSeconds(TimeUnits.SECONDS_PER_DAY)),
        new DaySeries(start, minutes, hours, counts).series(day, this::minutesOf),
        List.of(),
        List.of());
  }

  /** Number of known minutes of the day. */
  public int knownMinutes() {
    int minutes = 0;
    for (int hour = 0; hour < TimeUnits.HOURS_PER_DAY; hour++) {
      minutes += minutesOf(hour);
    }
    return minutes;
  }

  private int minutesOf(int hour) {
    int count = 0;
    for (int i = hour * TimeUnits.MINUTES_PER_HOUR;
        i < (hour + 1) * TimeUnits.MINUTES_PER_HOUR;
        i++) {
      count += Float.isNaN(total()[i]) ? 0 : 1;
    }
    return count;
  }

  private int minuteOf(Instant time) {
    return Math.toIntExact(Duration.between(start, time).toMinutes());
  }

  private float[] total() {
    return minutes.computeIfAbsent(TOTAL, k -> unknown());
  }

  private static float[] unknown() {
    float[] values = new float[TimeUnits.MINUTES_PER_DAY];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
