package dev.teiten.web.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.price.PriceBook;
import dev.teiten.web.view.PageTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PriceSourceTest {

  private static final PageTexts JAPANESE = PageTexts.in("ja");

  @Test
  void everySourceOfTheBundledPricesIsSaidInJapanese() throws IOException {
    List<String> sources =
        bundled().lines().filter(row -> row.startsWith("db.")).map(PriceSourceTest::last).toList();
    assertThat(sources).hasSizeGreaterThan(50);
    for (String source : sources) {
      boolean name = source.equals("AWS Price List");
      assertThat(PriceSource.in(JAPANESE, source).equals(source)).as(source).isEqualTo(name);
      assertThat(PriceSource.in(PageTexts.in("en"), source)).isEqualTo(source);
    }
  }

  @Test
  void aSourceOfTheUsersOwnFileStaysAsItIs() {
    assertThat(PriceSource.in(JAPANESE, "contract 2026; on demand, before discounts"))
        .isEqualTo("contract 2026; オンデマンド、割引前");
  }

  private static String last(String row) {
    return row.split(",", -1)[5].replace("\"", "");
  }

  private static String bundled() throws IOException {
    try (InputStream in = PriceBook.class.getResourceAsStream("prices.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
