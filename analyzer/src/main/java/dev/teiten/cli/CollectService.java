package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Collects round by round until it is ended. A round that fails is reported, and the next one goes
 * on. Rounds begin at multiples of the interval since 1970, so several hosts need no agreement.
 */
final class CollectService {
  private final CollectRound round;
  private final Duration interval;
  private final CollectStatus status;
  private final Clock clock;
  private final PrintWriter err;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** One collect; it prints its summary and returns its exit status. */
  interface CollectRound {
    int run(PrintWriter summary);

    /** Asks a running collect to end. */
    void stop();
  }

  /**
   * @param interval from the begin of a round to the next; at least a minute
   */
  CollectService(
      CollectRound round, Duration interval, CollectStatus status, Clock clock, PrintWriter err) {
    this.round = round;
    this.interval = interval;
    this.status = status;
    this.clock = clock;
    this.err = err;
  }

  /**
   * The interval of an option such as {@code 1h}, {@code 30m} or {@code PT1H}.
   *
   * @throws SettingException if it is no duration, or not from a minute to a day
   */
  static Duration interval(String text) {
    String iso = text.toUpperCase(Locale.ROOT);
    try {
      Duration interval = Duration.parse(iso.startsWith("PT") ? iso : "PT" + iso);
      if (interval.toMinutes() >= 1 && interval.compareTo(Duration.ofDays(1)) <= 0) {
        return interval;
      }
    } catch (DateTimeParseException e) {
      // Gives the error message of an interval out of range.
    }
    throw new SettingException(
        "--every " + text + " is no interval", "Write 1h, 30m or PT1H; from one minute to a day.");
  }

  /** Runs rounds until {@link #stop}; returns the exit status of the last. */
  int run() {
    try {
      while (stopped.getCount() > 0) {
        Instant begin = clock.instant();
        status.begin(begin);
        StringWriter summary = new StringWriter();
        int exit = runRound(summary);
        Instant now = clock.instant();
        Instant next = nextRound(begin);
        status.end(now, exit, summary.toString().lines().toList(), next);
        err.print(summary);
        err.flush();
        if (stopped.await(Math.max(0, now.until(next, ChronoUnit.MILLIS)), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      status.ended();
      ended.countDown();
    }
    return status.exitStatus();
  }

  private int runRound(StringWriter summary) {
    try (PrintWriter out = new PrintWriter(summary)) {
      try {
        return round.run(out);
      } catch (SettingException e) {
        throw e;
      } catch (TeitenException e) {
        out.printf("%s. %s%n", e.getMessage(), e.hint());
        return CommandErrors.FAILED;
      }
    }
  }

  private Instant nextRound(Instant begin) {
    long seconds = interval.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(begin.getEpochSecond(), seconds) + 1) * seconds);
  }

  /** Asks for the end, and waits for it at most that long; days being fetched are dropped. */
  void stop(Duration patience) {
    stopped.countDown();
    round.stop();
    try {
      ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    status.ended();
  }
}
