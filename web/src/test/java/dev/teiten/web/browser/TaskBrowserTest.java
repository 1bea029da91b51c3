package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.teiten.web.WebServer;
import dev.teiten.web.sample.SampleServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The meeting ends with an owner for each task. */
class TaskBrowserTest extends SampleBrowser {

  /** This class has its own tasks. */
  @Override
  WebServer serve() {
    return SampleServer.start();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aPointOfTheAgendaBecomesATaskWithAName() {
    review("");
    page.locator(".agenda li").nth(0).locator("a.add").click();
    assertThat(page.locator("[name=title]")).hasValue("SELECT feed_candidates");
    assertThat(page.locator("main [name=cluster]")).hasValue("main");
    page.fill("[name=title]", "feed: who asks for it?");
    page.fill("[name=owner]", "Ben");
    page.fill("[name=author]", "Ann");
    page.click("button.main");
    assertThat(page.locator(".history li")).hasCount(1);
    assertThat(page.locator("h1")).containsText("feed: who asks for it?");
    // The browser keeps the name; the next form shows it.
    assertThat(page.locator("[name=author]").first()).hasValue("Ann");
    page.locator("[name=text]").fill("It is new since Monday.");
    page.locator("form[action$=remarks] button").click();
    assertThat(page.locator(".history li")).hasCount(2);
    review("");
    assertThat(page.locator(".agenda li").nth(0)).containsText("Ben");
  }

  @Test
  void theLedgerIsWalkedWithTheKeyboard() {
    go("tasks");
    Locator rows = page.locator("#tasks [data-row]:visible");
    page.keyboard().press("j");
    assertThat(rows.nth(0).locator("[data-open]")).isFocused();
    page.keyboard().press("j");
    assertThat(rows.nth(1).locator("[data-open]")).isFocused();
    page.keyboard().press("k");
    assertThat(rows.nth(0).locator("[data-open]")).isFocused();
    page.keyboard().press("/");
    assertThat(page.locator("[data-filter]")).isFocused();
    page.keyboard().type("counters");
    assertThat(rows).hasCount(1);
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    assertThat(rows.locator("[data-open]")).isFocused();
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("/tasks/\\d+$"));
    assertThat(page.locator("h1")).containsText("counters: batch it");
  }
}
