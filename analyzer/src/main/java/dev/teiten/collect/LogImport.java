package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.SampledDays;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.sample.LoggedDay;
import dev.teiten.source.sample.LoggedStatement;
import dev.teiten.source.sample.StatementLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds the statements of a log to the archive. A log may be imported again after it has grown, or
 * after an import was killed: each day in the archive knows how far the log is in it.
 *
 * <p>The minutes between two statements are idle and known, unless the server opened the log in
 * between, or a day passes.
 */
public final class LogImport {
  /** After so long a silence nobody knows whether the log was on. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

  /** Days that are held at a time: a statement may have begun the day before. */
  private static final int OPEN_DAYS = 2;

  private static final int STATEMENTS_PER_REPORT = 100_000;
  private static final int PERCENT = 100;

  private final Archive archive;

  public LogImport(Archive archive) {
    this.archive = archive;
  }

  /**
   * Reads a log to its end.
   *
   * @param instance the server, made when the first statement has been read
   * @throws SourceException if the file cannot be read
   * @throws ArchiveException if another process imports a log of the server
   */
  public LogImportReport add(
      StatementLog log,
      String name,
      Function<StatementLog, MonitoredInstance> instance,
      Consumer<CollectProgress> progress) {
    LoggedStatement first = log.next();
    if (first == null) {
      return LogImportReport.none(name, log.unreadable());
    }
    MonitoredInstance server = instance.apply(log);
    archive.addSighting(server);
    try (SampledDays days = archive.sample(server)) {
      LogRun run = new LogRun(archive, log, days, name);
      @Nullable LoggedStatement statement = first;
      while (statement != null) {
        run.add(statement);
        if (run.statements % STATEMENTS_PER_REPORT == 0) {
          int done = (int) (PERCENT * log.progress());
          progress.accept(new CollectProgress(done, PERCENT, name));
        }
        statement = log.next();
      }
      return run.finish();
    }
  }

  /** One reading of a log. */
  private static final class LogRun {
    private final Archive archive;
    private final StatementLog log;
    private final SampledDays days;
    private final String name;
    private final Map<Long, LoggedDay> open = new LinkedHashMap<>();
    private long statements;
    private long added;
    private double seconds;
    private double shortest = Double.POSITIVE_INFINITY;
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;
    private int written;

    LogRun(Archive archive, StatementLog log, SampledDays days, String name) {
      this.archive = archive;
      this.log = log;
      this.days = days;
      this.name = name;
    }

    void add(LoggedStatement statement) {
      statements++;
      shortest = Math.min(shortest, statement.seconds());
      Instant start = statement.start();
      boolean isNew = false;
      long last = dayOf(statement.end());
      for (long at = dayOf(start); at <= last; at++) {
        LoggedDay day = day(at);
        isNew |= day.add(log.id(), statement);
        day.cover(start, statement.end());
      }
      if (isNew) {
        added++;
        seconds += statement.calls() * statement.seconds();
      }
      coverSilence(start);
      from = start.isBefore(from) ? start : from;
      to = statement.end().isAfter(to) ? statement.end() : to;
    }

    /** The minutes from the last end on are known, if the log was on. */
    private void coverSilence(Instant until) {
      if (!to.equals(Instant.MIN)
          && minuteOf(to) < minuteOf(until)
          && !log.isInterrupted()
          && Duration.between(to, until).compareTo(LONGEST_SILENCE) < 0) {
        for (long at = dayOf(to); at <= dayOf(until); at++) {
          day(at).cover(to, until);
        }
      }
    }

    private LoggedDay day(long epochDay) {
      LoggedDay day = open.get(epochDay);
      if (day == null) {
        if (open.size() == OPEN_DAYS) {
          put(open.remove(open.keySet().iterator().next()));
        }
        day = days.open(LocalDate.ofEpochDay(epochDay));
        open.put(epochDay, day);
      }
      return day;
    }

    private void put(@Nullable LoggedDay day) {
      // Texts come first, so that no day names a query without a text.
      archive.addTexts(log.takeTexts());
      if (day != null && day.isChanged()) {
        days.put(day);
        written++;
      }
    }

    LogImportReport finish() {
      open.values().forEach(this::put);
      return new LogImportReport(
          name, statements, added, seconds, log.unreadable(), shortest, from, to, written);
    }

    private static long dayOf(Instant time) {
      return Math.floorDiv(time.getEpochSecond(), (long) TimeUnits.SECONDS_PER_DAY);
    }

    private static long minuteOf(Instant time) {
      return Math.floorDiv(time.getEpochSecond(), (long) TimeUnits.SECONDS_PER_MINUTE);
    }
  }
}
