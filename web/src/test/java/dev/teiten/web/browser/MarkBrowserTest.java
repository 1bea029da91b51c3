package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** Marks appear in the chart and below it. */
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

    page.locator(".marks li").nth(1).locator(".edit").click();
    assertThat(page.locator("[data-mark] [name=at]")).hasValue("2026-11-12T10:30");
    page.fill("[data-mark] [name=label]", "deploy 1241");
    page.click("[data-mark] button");
    assertThat(page.locator(".marks li").nth(1))
        .hasText("2 Thu 12 Nov 10:30 deploy 1241 (by hand)");
    page.onceDialog(Dialog::accept);
    page.locator(".marks li").nth(1).locator(".remove").click();
    assertThat(page.locator(".marks li")).hasCount(2);
    assertThat(page.locator(".marks li").nth(1).locator("button")).hasCount(0);
  }

  @Test
  void saysWhatIsWrongWithAMark() {
    review("");
    page.click("#add-mark summary");
    page.fill("[data-mark] [name=at]", "2026-11-12T10:30");
    page.fill("[data-mark] [name=label]", "   ");
    // The browser itself logs a 400 response.
    expectComplaint("400");
    page.click("[data-mark] button");
    page.waitForSelector("[data-mark-error]:visible");
    assertThat(page.locator("[data-mark-error]")).containsText("1 to 200");
    assertThat(page.locator(".marks li").nth(1)).isVisible();
  }

  @Test
  void saysInJapaneseWhatIsWrongWithTheLabelOrTheTime() {
    japanese();
    expectComplaint("400");
    add("2026-11-12T10:30", "   ");
    assertThat(error()).hasText("出来事の内容が 0 文字です。 1 から 200 文字で、\"deploy 1234\" のように書いてください。");
    add("275760-01-01T00:00", "deploy");
    assertThat(error())
        .hasText("at='275760-01-01T00:00' は日時ではありません。 2026-11-10T14:00:00Z のように書いてください。");
  }

  /** The page and its messages stay Japanese when another window chooses English. */
  @Test
  void staysInThePagesLanguage() {
    japanese();
    try (Page other = context().newPage()) {
      other.navigate(server.uri() + WEEK + "?lang=en");
    }
    expectComplaint("400");
    add("2026-11-12T10:30", "   ");
    assertThat(error()).containsText("出来事の内容が 0 文字です。");
  }

  @Test
  void saysThatTheServerIsGone() {
    japanese();
    expectComplaint("ERR_");
    page.route("**/marks*", Route::abort);
    add("2026-11-12T10:30", "deploy");
    assertThat(error()).hasText("サーバーの応答がありません。出来事は追加されていません。もう一度試してください。");
    page.unroute("**/marks*");
    // A proxy's error page is not a Teiten answer either.
    expectComplaint("502");
    page.route(
        "**/marks*",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setStatus(502).setBody("<h1>Bad gateway</h1>")));
    add("2026-11-12T10:30", "deploy");
    assertThat(error()).containsText("出来事は追加されていません");
  }

  private void japanese() {
    review("?lang=ja");
    page.click("#add-mark summary");
  }

  private void add(String at, String label) {
    page.fill("[data-mark] [name=at]", at);
    page.fill("[data-mark] [name=label]", label);
    page.click("[data-mark] button");
  }

  private Locator error() {
    return page.locator("[data-mark-error]");
  }
}
