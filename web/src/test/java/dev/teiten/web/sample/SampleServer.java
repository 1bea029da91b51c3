package dev.teiten.web.sample;

import dev.teiten.review.store.TaskBook;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Serves the made-up fleet, for looking at pages: run it from an editor and open the address. */
public final class SampleServer {

  /** When the samples are looked at. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-18T09:00:00Z"), ZoneOffset.UTC);

  private SampleServer() {}

  /**
   * Starts on {@code port}.
   *
   * @param port 0 for any
   */
  public static WebServer start(int port) {
    CollectionStatus progress = new CollectionStatus();
    return start(port, progress);
  }

  /** Starts with something under way. */
  public static WebServer start(int port, CollectionStatus progress) {
    return start(port, progress, SampleTasks.book(CLOCK));
  }

  /** Starts with tasks. */
  public static WebServer start(int port, CollectionStatus progress, TaskBook book) {
    return WebServer.start(
        new WebSettings("127.0.0.1", port, ZoneOffset.UTC),
        new SampleReviews(book),
        progress,
        CLOCK);
  }

  /** Serves until the process ends. */
  public static void main(String[] args) {
    CollectionStatus progress = new CollectionStatus();
    progress.update(17, 54, "main 2026-W43");
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 7070;
    System.out.println(start(port, progress).uri());
  }
}
