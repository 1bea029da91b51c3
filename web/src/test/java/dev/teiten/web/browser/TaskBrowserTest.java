package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The meeting leaves with names on tasks. */
class TaskBrowserTest extends SampleBrowser {

  @Test
  void aPointOfTheAgendaBecomesATaskWithAName() {
    go(WEEK);
    page.locator(".agenda li").nth(0).locator("a.add").click();
    assertThat(page.inputValue("[name=title]")).isEqualTo("SELECT feed_candidates");
    assertThat(page.inputValue("[name=cluster]")).isEqualTo("main");
    page.fill("[name=title]", "feed: who asks for it?");
    page.fill("[name=owner]", "Ben");
    page.fill("[name=author]", "Ann");
    page.click("button.main");
    page.waitForSelector(".history");
    assertThat(page.locator("h1").innerText()).contains("feed: who asks for it?");
    // The name is kept, the next form has it.
    assertThat(page.locator("[name=author]").first().inputValue()).isEqualTo("Ann");
    page.locator("[name=text]").fill("It is new since Monday.");
    page.locator("form[action$=remarks] button").click();
    until("document.querySelectorAll('.history li').length === 2");
    go(WEEK);
    assertThat(page.locator(".agenda li").nth(0).innerText()).contains("Ben");
  }

  @Test
  void theLedgerIsWalkedWithTheKeyboard() {
    go("tasks");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    String href = page.evaluate("document.activeElement.getAttribute('href')").toString();
    assertThat(href).startsWith("/tasks/");
    page.keyboard().press("/");
    page.keyboard().type("counters");
    until("document.querySelectorAll('#tasks [data-row]:not([hidden])').length === 1");
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForSelector(".taskform");
    assertThat(page.locator("h1").innerText()).contains("counters: batch it");
  }
}
