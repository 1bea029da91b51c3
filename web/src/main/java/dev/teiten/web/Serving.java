package dev.teiten.web;

import dev.teiten.review.JsonDocuments;
import dev.teiten.web.api.ApiRoutes;

/** What `serve` and `demo` share. */
final class Serving {
  private Serving() {}

  /** The JSON documents of the contract. */
  static ApiRoutes documents() {
    return new ApiRoutes(JsonDocuments::ranking, JsonDocuments::sizing);
  }
}
