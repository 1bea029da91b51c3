package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.rank.Contributor;
import dev.teiten.review.Reviews;
import dev.teiten.web.job.CollectedFleet;
import dev.teiten.web.view.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The pages over what was really collected: fleet, review and sizing say what the analysis says.
 */
class CollectedBrowserTest extends CollectedBrowser {
  @Test
  void pagesShowWhatWasCollected() {
    go("");
    assertThat(page.locator("main").innerText()).contains("pairs-main", "pairs-billing");

    page.click("text=pairs-main");
    page.waitForSelector("[data-drawn]");
    assertThat(page.url()).contains("/" + week);
    assertThat(page.locator("#ranking tbody .c-load b").allInnerTexts().subList(0, 5))
        .isEqualTo(heaviest().stream().map(c -> Format.load(c.loadAas())).toList());

    page.click("#capacity-title a");
    page.waitForSelector("[data-week][data-drawn]");
    assertThat(page.locator("main").innerText())
        .contains("1 + 8 × db.r5.8xlarge", "connections", "availability");
  }

  private static List<Contributor> heaviest() {
    CollectedFleet collected = CollectedFleet.get();
    try (Archive archive = collected.archive()) {
      return new Reviews(archive)
          .review("pairs-main", collected.week())
          .ranking()
          .contributors()
          .subList(0, 5);
    }
  }
}
