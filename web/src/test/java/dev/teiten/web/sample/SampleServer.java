package dev.teiten.web.sample;

import dev.teiten.review.ReviewService;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Serves the sample fleet. To look at its pages, run this class from an editor and open the
 * address.
 */
public final class SampleServer {

  /** The instant at which the tests view the samples. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-18T09:00:00Z"), ZoneOffset.UTC);

  /** Tests wait this long for the verification of every promise. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The archive is written and its weeks are analyzed once for all tests. */
  private static final class Shared {
    private static final ReviewService REVIEWS = new ReviewService(SampleArchive.write());
  }

  /** The first test that only reads creates this server; it stays open until the tests end. */
  private static final class ReadOnly {
    private static final WebServer SERVER = start();
  }

  private SampleServer() {}

  /** The reviews of the sample fleet, without tasks. */
  public static ReviewService reviews() {
    return Shared.REVIEWS;
  }

  /** The reviews of the sample fleet with tasks. */
  public static ReviewService reviews(TaskBook book) {
    return reviews().withBook(book, PATIENCE);
  }

  /** A server for tests that only read, with the tasks of {@link SampleTasks}. It stays open. */
  public static WebServer readOnly() {
    return ReadOnly.SERVER;
  }

  /** Starts a server with separate tasks, which a test may change. */
  public static WebServer start() {
    return start(new CollectionStatus());
  }

  /** Starts a server with a collection under way. */
  public static WebServer start(CollectionStatus progress) {
    return start(0, progress, SampleTasks.book(CLOCK));
  }

  /** Starts a server with the tasks of a book. */
  public static WebServer start(TaskBook book) {
    return start(0, new CollectionStatus(), book);
  }

  private static WebServer start(int port, CollectionStatus progress, TaskBook book) {
    return WebServer.start(
        new WebSettings("127.0.0.1", port, ZoneOffset.UTC), reviews(book), progress, CLOCK);
  }

  /** Serves until the process ends. */
  public static void main(String[] args) {
    CollectionStatus progress = new CollectionStatus();
    progress.update(17, 54, "main 2026-W43");
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 7070;
    System.out.println(start(port, progress, SampleTasks.book(CLOCK)).uri());
  }
}
