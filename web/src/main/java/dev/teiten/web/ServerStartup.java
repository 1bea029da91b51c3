package dev.teiten.web;

import dev.teiten.review.JsonDocuments;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.api.ApiRoutes;
import java.time.Duration;

/** What `serve` and `demo` share. */
final class ServerStartup {
  /** A page that waits for the verification of promises is still a quick one. */
  static final Duration PATIENCE = Duration.ofMillis(1_000);

  private ServerStartup() {}

  /** Opens a store that is there already behind the start, so that the first page need not. */
  static void openAhead(TaskBook book) {
    Thread opening = new Thread(book::version, "store");
    opening.setDaemon(true);
    opening.start();
  }

  /** The JSON documents of the contract. */
  static ApiRoutes documents() {
    return new ApiRoutes(JsonDocuments::ranking, JsonDocuments::sizing);
  }
}
