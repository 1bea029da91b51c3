package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The meeting walks the agenda. */
class MeetingBrowserTest extends SampleBrowser {

  private static final String MEETING = WEEK + "?mode=meeting";

  @Test
  void walksTheAgendaWithTheKeysAndKeepsTheItemInTheAddress() {
    go(MEETING);
    assertThat(step()).contains("Peak load 214 of 288 vCPUs", "NEW", "1:30");
    page.keyboard().press("ArrowRight");
    assertThat(step()).startsWith("NEW").contains("feed_candidates");
    page.keyboard().press("j");
    assertThat(step()).startsWith("REGRESSED").contains("FROM likes AS l", "12.41");
    assertThat(page.url()).contains("item=2");
    page.reload();
    assertThat(step()).startsWith("REGRESSED");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("k");
    assertThat(step()).contains("Peak load 214");
    assertThat(page.url()).doesNotContain("item=");
    page.keyboard().press("Escape");
    page.waitForURL("**/weeks/2026-W46");
  }

  @Test
  void countsDownTheItemsTimeBoxAndSaysWhenItIsOver() {
    page.clock().install();
    go(MEETING + "&item=1");
    assertThat(page.locator("[data-timer]").innerText()).isEqualTo("1:30");
    page.clock().runFor(30_000);
    assertThat(page.locator("[data-timer]").innerText()).isEqualTo("1:00");
    page.keyboard().press("p");
    page.clock().runFor(30_000);
    assertThat(page.locator("[data-timer]").innerText()).isEqualTo("1:00");
    page.keyboard().press("p");
    page.clock().runFor(65_000);
    assertThat(page.locator("[data-timer]").innerText()).isEqualTo("over by 0:05");
  }

  @Test
  void callsTheMeetingOffWhereNothingChanged() {
    go("clusters/billing/weeks/2026-W46?mode=meeting");
    assertThat(page.locator("h1").innerText()).isEqualTo("Nothing changed: cancel the meeting.");
  }

  private String step() {
    return page.locator("[data-step]:visible").innerText();
  }
}
