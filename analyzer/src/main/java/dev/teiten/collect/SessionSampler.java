package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.sample.ActiveSession;
import dev.teiten.source.sample.HostMeter;
import dev.teiten.source.sample.SampleSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a server's sessions once a second, as Performance Insights does, and adds them to the
 * archive. A second without an answer is missing, not idle. A lost connection is opened again.
 */
public final class SessionSampler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionSampler.class);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Samples lie in the middle of a second, since regular jobs start at its beginning. */
  private static final Duration PHASE = Duration.ofMillis(500);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final Supplier<SampleSource> sources;
  private final Archive archive;
  private final HostMeter meter;
  private final Clock clock;
  private final SamplingPause pause;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable InstanceSampling sampling;
  private volatile @Nullable SampleSource source;
  private Instant tryAt = Instant.MIN;
  private long samples;
  private long missed;
  private int minutes;

  /**
   * A sampler of a server on an unknown host.
   *
   * @param sources opens a new connection at each call
   */
  public SessionSampler(
      Supplier<SampleSource> sources, Archive archive, Clock clock, SamplingPause pause) {
    this(sources, archive, HostMeter.NONE, clock, pause);
  }

  /**
   * @param sources opens a new connection at each call
   * @param meter of the server's host
   */
  public SessionSampler(
      Supplier<SampleSource> sources,
      Archive archive,
      HostMeter meter,
      Clock clock,
      SamplingPause pause) {
    this.sources = sources;
    this.archive = archive;
    this.meter = meter;
    this.clock = clock;
    this.pause = pause;
  }

  /** Asks a running sampler to end after its current request. */
  public void stop() {
    stopped.countDown();
  }

  /** Closes the connection, which ends a request that waits for an answer. */
  public void hangUp() {
    SampleSource connected = source;
    if (connected != null) {
      connected.close();
    }
  }

  /**
   * Samples until it is stopped, or for {@code length}.
   *
   * @throws SourceException if the first connection cannot be made
   * @throws ArchiveException if the server is being sampled already, or the archive not writable
   */
  public SampleReport sample(@Nullable Duration length, Consumer<CollectProgress> progress) {
    Instant begin = clock.instant();
    Instant end = length == null ? Instant.MAX : begin.plus(length);
    connect(begin);
    try {
      Instant due = next(begin);
      while (due.isBefore(end) && isDue(due)) {
        int sessions = sample();
        Instant following = next(later(due, clock.instant()));
        missed += Math.max(0, Duration.between(due, following).toSeconds() - 1);
        due = following;
        if (length != null) {
          int done = Math.toIntExact(Duration.between(begin, due).toSeconds());
          String current = sessions < 0 ? "no answer" : sessions + " sessions";
          progress.accept(new CollectProgress(done, (int) length.toSeconds() + 1, current));
        }
      }
    } finally {
      finish();
    }
    return new SampleReport(samples, missed, minutes);
  }

  private boolean isDue(Instant due) {
    try {
      pause.until(due, stopped);
      return stopped.getCount() > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The later of both times, unless the clock was set back by more than a second. */
  private static Instant later(Instant due, Instant now) {
    return now.isBefore(due) && now.isAfter(due.minus(SECOND)) ? due : now;
  }

  /** The time of the first sample after {@code time}. */
  private static Instant next(Instant time) {
    return time.minus(PHASE).truncatedTo(ChronoUnit.SECONDS).plus(SECOND).plus(PHASE);
  }

  /** The number of active sessions; -1 if they were not read. */
  private int sample() {
    Instant now = clock.instant();
    try {
      if (source == null && now.isBefore(tryAt)) {
        missed++;
        return -1;
      }
      SampleSource connected = source == null ? connect(now) : source;
      Optional<List<ActiveSession>> sessions = connected.sessions();
      InstanceSampling current = sampling;
      if (sessions.isPresent() && current != null) {
        current.add(sessions.get(), now, connected);
        samples++;
        return sessions.get().size();
      }
    } catch (SourceException e) {
      lost(e, now);
    }
    missed++;
    return -1;
  }

  private void lost(SourceException e, Instant now) {
    if (tryAt.equals(Instant.MIN) && stopped.getCount() > 0) {
      LOG.warn("{}. Trying again every {} s.", e.getMessage(), BETWEEN_TRIES.toSeconds());
    }
    tryAt = now.plus(BETWEEN_TRIES);
    hangUp();
    source = null;
  }

  /** Connects. Another server may answer at the same address; it is another instance. */
  private SampleSource connect(Instant now) {
    SampleSource connected = sources.get();
    source = connected;
    MonitoredInstance instance = connected.instance();
    InstanceSampling current = sampling;
    if (current == null || !current.resourceId().equals(instance.instance().resourceId())) {
      leave(null);
      current = new InstanceSampling(archive, instance, meter, now);
      sampling = current;
    }
    current.connected(connected, now);
    if (!tryAt.equals(Instant.MIN)) {
      LOG.info("Connected to {} again.", instance.instance().name());
      tryAt = Instant.MIN;
    }
    return connected;
  }

  private void leave(@Nullable SampleSource connected) {
    InstanceSampling current = sampling;
    if (current != null) {
      current.finish(clock.instant(), connected);
      minutes += current.minutes();
      sampling = null;
    }
  }

  private void finish() {
    leave(source);
    hangUp();
  }
}
