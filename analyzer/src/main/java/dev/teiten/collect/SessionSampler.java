package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.sample.ActiveSession;
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
 * Looks at a server's sessions once a second, as Performance Insights does, and keeps what it saw.
 * A second in which the server did not answer is missing, not idle; a connection that is lost is
 * made again.
 */
public final class SessionSampler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionSampler.class);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** In the middle of a second: much that is done regularly is done at its start. */
  private static final Duration PHASE = Duration.ofMillis(500);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final Supplier<SampleSource> sources;
  private final Archive archive;
  private final Clock clock;
  private final SamplingPause pause;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable InstanceSampling sampling;
  private volatile @Nullable SampleSource source;
  private Instant tryAt = Instant.MIN;
  private long looks;
  private long missed;
  private int minutes;

  /**
   * @param sources connects anew each time
   */
  public SessionSampler(
      Supplier<SampleSource> sources, Archive archive, Clock clock, SamplingPause pause) {
    this.sources = sources;
    this.archive = archive;
    this.clock = clock;
    this.pause = pause;
  }

  /** Asks a running sampler to end after the answer that it waits for. */
  public void stop() {
    stopped.countDown();
  }

  /** Ends the waiting for an answer. */
  public void hangUp() {
    SampleSource now = source;
    if (now != null) {
      now.close();
    }
  }

  /**
   * Samples until it is stopped, or for so long.
   *
   * @throws CollectException if the first connection cannot be made
   * @throws ArchiveException if the server is being sampled already, or the archive not writable
   */
  public SampleReport sample(@Nullable Duration length, Consumer<CollectProgress> progress) {
    Instant begin = clock.instant();
    Instant end = length == null ? Instant.MAX : begin.plus(length);
    connect(begin);
    try {
      Instant due = next(begin);
      while (due.isBefore(end) && isDue(due)) {
        int sessions = look();
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
    return new SampleReport(looks, missed, minutes);
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

  /** A clock that was put back is followed; one that is a little early is not. */
  private static Instant later(Instant due, Instant now) {
    return now.isBefore(due) && now.isAfter(due.minus(SECOND)) ? due : now;
  }

  /** The first moment for a look after {@code time}. */
  private static Instant next(Instant time) {
    return time.minus(PHASE).truncatedTo(ChronoUnit.SECONDS).plus(SECOND).plus(PHASE);
  }

  /** The number of sessions at work; less than 0 where they were not seen. */
  private int look() {
    Instant now = clock.instant();
    try {
      if (source == null && now.isBefore(tryAt)) {
        missed++;
        return -1;
      }
      SampleSource asked = source == null ? connect(now) : source;
      Optional<List<ActiveSession>> seen = asked.sessions();
      InstanceSampling current = sampling;
      if (seen.isPresent() && current != null) {
        current.add(seen.get(), now, asked);
        looks++;
        return seen.get().size();
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

  /** Another server may answer at the same address: it is another instance. */
  private SampleSource connect(Instant now) {
    SampleSource connected = sources.get();
    source = connected;
    MonitoredInstance instance = connected.instance();
    InstanceSampling current = sampling;
    if (current == null || !current.resourceId().equals(instance.instance().resourceId())) {
      leave(null);
      current = new InstanceSampling(archive, instance, now);
      sampling = current;
    }
    current.connected(connected, now);
    if (!tryAt.equals(Instant.MIN)) {
      LOG.info("Connected to {} again.", instance.instance().name());
      tryAt = Instant.MIN;
    }
    return connected;
  }

  private void leave(@Nullable SampleSource asked) {
    InstanceSampling left = sampling;
    if (left != null) {
      left.finish(clock.instant(), asked);
      minutes += left.minutes();
      sampling = null;
    }
  }

  private void finish() {
    leave(source);
    hangUp();
  }
}
