package dev.teiten.web.sizing;

import dev.teiten.web.view.PageTexts;
import java.util.List;

/**
 * Where prices come from, in the reader's language as far as the bundled files say it; a source
 * that a user's file states is shown as it is.
 */
final class PriceSource {

  static final List<String> KNOWN =
      List.of(
          "prices.known.table",
          "prices.known.ratio",
          "prices.known.captured",
          "prices.known.terms");

  private PriceSource() {}

  static String in(PageTexts texts, String source) {
    PageTexts english = PageTexts.in("en");
    String said = source;
    for (String key : KNOWN) {
      said = said.replace(english.get(key), texts.get(key));
    }
    return said;
  }
}
