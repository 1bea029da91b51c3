package dev.teiten.web.view;

import java.util.Locale;

/**
 * What a reader's filter looks for: the same here, while a page is made, as in {@code filter.js},
 * while it is typed. A row shows these texts in elements marked {@code data-words}.
 */
public final class FilterWords {

  private FilterWords() {}

  /** Whether the texts of a row hold the filter's words, in any case of letters. */
  public static boolean hold(String filter, String... texts) {
    return String.join(" ", texts)
        .toLowerCase(Locale.ROOT)
        .contains(filter.strip().toLowerCase(Locale.ROOT));
  }
}
