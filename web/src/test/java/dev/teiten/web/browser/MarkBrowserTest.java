package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happened stands in the chart and below it. */
class MarkBrowserTest extends SampleBrowser {

  @Test
  void showsWhatHappenedAndTakesMore() {
    review("");
    assertThat(page.locator(".marks li"))
        .hasText(
            new String[] {
              "1 Tue 10 Nov 14:00 deploy 1234: likes by day (by hand)",
              "2 Fri 13 Nov 03:00 main-5: DB instance restarted (RDS event)"
            });
    page.click("#add-mark summary");
    page.fill("[data-mark] [name=at]", "2026-11-12T10:30");
    page.fill("[data-mark] [name=label]", "deploy <b>1240</b>");
    page.click("[data-mark] button");
    assertThat(page.locator(".marks li")).hasCount(3);
    assertThat(page.locator(".marks li").nth(1))
        .hasText("2 Thu 12 Nov 10:30 deploy <b>1240</b> (by hand)");
    drawn();
  }

  @Test
  void saysWhatIsWrongWithAMark() {
    review("");
    page.click("#add-mark summary");
    page.fill("[data-mark] [name=at]", "2026-11-12T10:30");
    page.fill("[data-mark] [name=label]", "   ");
    // The browser itself logs an answer of 400.
    expectComplaint("400");
    page.click("[data-mark] button");
    page.waitForSelector("[data-mark-error]:visible");
    assertThat(page.locator("[data-mark-error]")).containsText("1 to 200");
    assertThat(page.locator(".marks li").nth(1)).isVisible();
  }
}
