package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.SampledDays;
import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.sample.ActiveSession;
import dev.teiten.source.sample.HostMeter;
import dev.teiten.source.sample.HostReading;
import dev.teiten.source.sample.SampleSource;
import dev.teiten.source.sample.SampledDay;
import dev.teiten.source.sample.SampledMinute;
import dev.teiten.source.sample.ServerTotals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sampling of one instance: samples become minutes, and minutes become a day. The day is
 * written every few minutes, so a killed process loses no more.
 */
final class InstanceSampling {
  private static final Logger LOG = LoggerFactory.getLogger(InstanceSampling.class);
  private static final int MINUTES_PER_WRITE = 5;

  /** The timers of a shorter or longer span are no load of one minute. */
  private static final Duration SHORTEST_TIMED = Duration.ofSeconds(30);

  /** More queries of a minute than an hour keeps. */
  private static final int TEXTS_PER_MINUTE = 50;

  private static final Duration LONGEST_TIMED = Duration.ofSeconds(90);

  private final Archive archive;
  private final MonitoredInstance instance;
  private final SampledDays days;
  private final HostMeter meter;

  /** Texts are read again each hour: statements of a digest differ in literals. */
  private final Set<String> digestsReadInHour = new HashSet<>();

  private final Set<String> digestsWithoutText = new HashSet<>();
  private SampledDay day;
  private SampledMinute minute;
  private @Nullable ServerTotals totals;
  private @Nullable HostReading host;
  private Instant countedAt;
  private Instant readHour;
  private int unwritten;
  private int minutes;

  /**
   * @param meter of the server's host
   */
  InstanceSampling(Archive archive, MonitoredInstance instance, HostMeter meter, Instant now) {
    this.archive = archive;
    this.meter = meter;
    this.instance = instance;
    archive.addSighting(instance);
    this.days = archive.sample(instance);
    this.day = days.begin(dateOf(now));
    this.minute = new SampledMinute(now.truncatedTo(ChronoUnit.MINUTES));
    this.countedAt = now;
    this.readHour = now.truncatedTo(ChronoUnit.HOURS);
  }

  String resourceId() {
    return instance.instance().resourceId();
  }

  /** The number of minutes added to the archive. */
  int minutes() {
    return minutes;
  }

  /** Starts counting anew: counters of different connections cannot be compared. */
  void connected(SampleSource source, Instant now) {
    totals = source.totals().orElse(null);
    host = meter.read().orElse(null);
    countedAt = now;
  }

  /**
   * Adds a sample of the sessions.
   *
   * @param now when the sample began
   */
  void add(List<ActiveSession> sessions, Instant now, SampleSource source) {
    if (!now.truncatedTo(ChronoUnit.MINUTES).equals(minute.start())) {
      endMinute(now, source);
    }
    minute.add(sessions);
    for (ActiveSession session : sessions) {
      if (session.digest() != null) {
        wantText(session.digest());
      }
    }
  }

  private void wantText(String digest) {
    if (!digestsReadInHour.contains(digest)) {
      digestsWithoutText.add(digest);
    }
  }

  private void endMinute(Instant now, SampleSource source) {
    ServerTotals later = source.totals().orElse(null);
    timeMinute(now, later);
    keepMinute(now);
    count(now, later);
    readTexts(now, source);
    if (unwritten >= MINUTES_PER_WRITE) {
      archive.addSighting(source.instance());
      write();
    }
  }

  /** Takes the load of the minute from the server's timers, if they span about that minute. */
  private void timeMinute(Instant now, @Nullable ServerTotals later) {
    ServerTotals earlier = totals;
    Duration between = Duration.between(countedAt, now);
    if (earlier != null
        && later != null
        && between.compareTo(SHORTEST_TIMED) >= 0
        && between.compareTo(LONGEST_TIMED) <= 0) {
      minute.time(earlier, later);
      minute.heaviest(TEXTS_PER_MINUTE).forEach(this::wantText);
    }
  }

  private void keepMinute(Instant now) {
    SampledMinute ended = minute;
    minute = new SampledMinute(now.truncatedTo(ChronoUnit.MINUTES));
    LocalDate date = dateOf(ended.start());
    // A clock may be set back, but a day that has ended is not reopened.
    if (!ended.isKnown() || date.isBefore(day.date())) {
      return;
    }
    if (date.isAfter(day.date())) {
      days.put(day, true);
      day = days.begin(date);
    }
    if (day.add(ended)) {
      minutes++;
      unwritten++;
    }
  }

  private void count(Instant now, @Nullable ServerTotals later) {
    ServerTotals earlier = totals;
    Duration between = Duration.between(countedAt, now);
    if (earlier != null && later != null && dateOf(countedAt).equals(day.date())) {
      day.count(countedAt, earlier, later, between);
    }
    countHost();
    totals = later;
    countedAt = now;
  }

  private void countHost() {
    HostReading before = host;
    HostReading after = meter.read().orElse(null);
    if (before != null && after != null && dateOf(countedAt).equals(day.date())) {
      day.count(countedAt, after.since(before));
    }
    host = after;
  }

  private void readTexts(Instant now, SampleSource source) {
    List<DigestText> texts = source.texts(digestsWithoutText);
    archive.addTexts(texts);
    texts.forEach(text -> digestsReadInHour.add(text.digest()));
    digestsWithoutText.removeAll(digestsReadInHour);
    if (!now.truncatedTo(ChronoUnit.HOURS).equals(readHour)) {
      readHour = now.truncatedTo(ChronoUnit.HOURS);
      digestsReadInHour.clear();
    }
  }

  private void write() {
    days.put(day, false);
    unwritten = 0;
  }

  /** Writes the last minute, and releases the instance. */
  void finish(Instant now, @Nullable SampleSource source) {
    try (days) {
      try {
        if (source != null) {
          endMinute(now, source);
        }
      } catch (SourceException e) {
        LOG.debug("ended without the last counters", e);
      }
      keepMinute(now);
      write();
    }
  }

  private static LocalDate dateOf(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
