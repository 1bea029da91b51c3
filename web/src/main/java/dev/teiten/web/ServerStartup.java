package dev.teiten.web;

import dev.teiten.review.JsonDocuments;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.api.ApiRoutes;
import java.time.Duration;

/** Common parts of {@code serve} and {@code demo}. */
final class ServerStartup {
  /** Longest wait of a page for the verification of promises. */
  static final Duration PATIENCE = Duration.ofMillis(1_000);

  private ServerStartup() {}

  /** Opens an existing store in the background, so that the first page does not wait for it. */
  static void openAhead(TaskBook book) {
    Thread opening = new Thread(book::version, "store");
    opening.setDaemon(true);
    opening.start();
  }

  /** The JSON documents of the command line. */
  static ApiRoutes documents() {
    return new ApiRoutes(JsonDocuments::ranking, JsonDocuments::sizing);
  }
}
