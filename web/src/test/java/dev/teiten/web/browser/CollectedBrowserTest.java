package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import dev.teiten.archive.Archive;
import dev.teiten.rank.Contributor;
import dev.teiten.review.Reviews;
import dev.teiten.web.CollectionProgress;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import dev.teiten.web.job.CollectedFleet;
import dev.teiten.web.view.Format;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages over what was really collected: fleet, review and sizing say what the analysis says.
 */
class CollectedBrowserTest {
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void needChromium() {
    assumeTrue(Chromium.isWanted(), Chromium.MISSING);
  }

  @Test
  void pagesShowWhatWasCollected() {
    CollectedFleet collected = CollectedFleet.get();
    WebSettings settings = new WebSettings("127.0.0.1", 0, collected.week().zone());
    try (Archive archive = collected.archive();
        WebServer server =
            WebServer.start(
                settings, new Reviews(archive), CollectionProgress.none(), Clock.systemUTC());
        Chromium chromium = new Chromium()) {
      Page page = chromium.browser().newPage();
      page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
      page.onPageError(complaints::add);
      page.navigate(server.uri().toString());
      assertThat(page.locator("main").innerText()).contains("pairs-main", "pairs-billing");

      page.click("text=pairs-main");
      page.waitForSelector("[data-drawn]");
      assertThat(page.url()).contains("/clusters/pairs-main/weeks/" + collected.week().label());
      List<Contributor> expected =
          new Reviews(archive)
              .review("pairs-main", collected.week())
              .ranking()
              .contributors()
              .subList(0, 5);
      assertThat(page.locator("#ranking tbody .c-load b").allInnerTexts().subList(0, 5))
          .isEqualTo(expected.stream().map(c -> Format.load(c.loadAas())).toList());

      page.click("#capacity-title a");
      assertThat(page.locator("main").innerText())
          .contains("1 + 8 × db.r5.8xlarge", "connections", "availability");
      page.close();
    }
    assertThat(complaints).isEmpty();
  }
}
