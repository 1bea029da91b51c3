package dev.teiten.web.view;

import java.util.Locale;

/**
 * The reader's text filter. It works like {@code filter.js}, which applies it while the reader
 * types. A row shows the filtered texts in elements marked {@code data-words}.
 */
public final class FilterWords {

  private FilterWords() {}

  /** Whether the texts of a row contain the filter's words, ignoring case. */
  public static boolean hold(String filter, String... texts) {
    return String.join(" ", texts)
        .toLowerCase(Locale.ROOT)
        .contains(filter.strip().toLowerCase(Locale.ROOT));
  }
}
