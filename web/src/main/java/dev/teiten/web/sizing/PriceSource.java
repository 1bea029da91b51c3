package dev.teiten.web.sizing;

import dev.teiten.web.view.PageTexts;
import java.util.List;

/**
 * The source of prices, in the reader's language for the bundled files; a source in a user's file
 * is shown unchanged.
 */
final class PriceSource {

  static final List<String> KNOWN =
      List.of(
          "prices.known.table",
          "prices.known.ratio",
          "prices.known.captured",
          "prices.known.report",
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
