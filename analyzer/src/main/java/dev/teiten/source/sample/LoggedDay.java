package dev.teiten.source.sample;

import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A UTC day of an instance, made of logged statements. The load of a minute is the time of all
 * statements within it, divided by its length, so it is exact, and logs add up in any order.
 *
 * <p>The day remembers how far each log is in it. A statement is added once, however often its log
 * is read.
 */
public final class LoggedDay {
  /** The waits that no log tells: CPU, files and mutexes. */
  private static final WaitEvent UNTOLD = new WaitEvent("unknown");

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Instant start;
  private final Instant end;
  private final BitSet known;
  private final LoggedSums sums;
  private final Map<String, Long> positions;
  private boolean changed;

  private LoggedDay(LocalDate date, BitSet known, LoggedSums sums, Map<String, Long> positions) {
    this.start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    this.end = start.plusSeconds(TimeUnits.SECONDS_PER_DAY);
    this.known = known;
    this.sums = sums;
    this.positions = positions;
  }

  /** The day with the series that the archive has of it; none for a new day. */
  public static LoggedDay of(LocalDate date, List<SourceSeries> archived) {
    BitSet known = LoggedSeries.known(archived);
    LoggedSums sums = new LoggedSums();
    LoggedSeries.read(archived, known, sums);
    return new LoggedDay(date, known, sums, new TreeMap<>(LoggedSeries.positions(archived)));
  }

  public LocalDate date() {
    return start.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether the archive lacks something of this day. */
  public boolean isChanged() {
    return changed;
  }

  /**
   * Adds the part of a statement that lies within the day; its execution counts on the day of its
   * end.
   *
   * @param log the id of its log
   * @return whether it was new
   */
  public boolean add(String log, LoggedStatement statement) {
    if (statement.position() <= positions.getOrDefault(log, 0L)) {
      return false;
    }
    positions.put(log, statement.position());
    changed = true;
    long from = nanos(statement.start());
    long to = nanos(statement.end());
    for (long at = Math.max(0, from); at < Math.min(to, nanos(end)); ) {
      int minute = (int) (at / LoggedSums.MINUTE_NANOS);
      long next = Math.min(to, (minute + 1) * LoggedSums.MINUTE_NANOS);
      addActive(statement, minute, (next - at) / 1e9);
      at = next;
    }
    if (to >= 0 && to < nanos(end)) {
      sums.count(statement, (int) (to / LoggedSums.MINUTE_NANOS) / TimeUnits.MINUTES_PER_HOUR);
    }
    return true;
  }

  private long nanos(Instant time) {
    return (time.getEpochSecond() - start.getEpochSecond()) * NANOS_PER_SECOND + time.getNano();
  }

  private void addActive(LoggedStatement statement, int minute, double seconds) {
    double weighted = seconds * statement.calls();
    sums.addActive(statement, minute, weighted);
    double untold = weighted;
    for (Map.Entry<WaitEvent, Double> wait : statement.waits().entrySet()) {
      double waited = weighted * wait.getValue() / statement.seconds();
      sums.addWait(statement.digest(), wait.getKey().name(), minute, waited);
      untold -= waited;
    }
    if (untold > 0) {
      sums.addWait(statement.digest(), UNTOLD.name(), minute, untold);
    }
  }

  /** Notes that all statements that ran in these minutes and have ended are in the log. */
  public void cover(Instant from, Instant to) {
    int first = (int) Math.max(0, Math.floorDiv(nanos(from), LoggedSums.MINUTE_NANOS));
    int last =
        (int)
            Math.min(
                TimeUnits.MINUTES_PER_DAY - 1L, Math.floorDiv(nanos(to), LoggedSums.MINUTE_NANOS));
    if (first <= last && known.nextClearBit(first) <= last) {
      known.set(first, last + 1);
      changed = true;
    }
  }

  /** The day in the form of the archive. */
  public InstanceDay of(MonitoredInstance instance) {
    sums.cut();
    return new InstanceDay(
        instance,
        new TimeRange(start, end),
        LoggedSeries.write(start, known, sums, positions),
        List.of(),
        List.of());
  }

  /** Notes that the archive has the day as it is. */
  public void kept() {
    changed = false;
  }
}
