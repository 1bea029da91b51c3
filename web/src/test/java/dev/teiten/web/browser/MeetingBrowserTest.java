package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The meeting walks the agenda. */
class MeetingBrowserTest extends SampleBrowser {

  private static final String MEETING = WEEK + "?mode=meeting";

  @Test
  void walksTheAgendaWithTheKeysAndKeepsTheItemInTheAddress() {
    go(MEETING);
    says("Peak load 214 of 288 vCPUs.*NEW.*1:30");
    page.keyboard().press("ArrowRight");
    says("^NEW.*feed_candidates");
    page.keyboard().press("j");
    says("^REGRESSED.*12\\.41.*FROM likes AS l");
    assertThat(page).hasURL(Pattern.compile("item=2"));
    page.reload();
    says("^REGRESSED");
    page.keyboard().press("ArrowLeft");
    says("^NEW");
    page.keyboard().press("k");
    says("Peak load 214");
    assertThat(page).not().hasURL(Pattern.compile("item="));
    page.keyboard().press("Escape");
    page.waitForURL("**/weeks/2026-W46");
  }

  @Test
  void countsDownTheItemsTimeBoxAndSaysWhenItIsOver() {
    // Stopped: else it goes on while the page loads.
    page.clock().install(new Clock.InstallOptions().setTime(0));
    page.clock().pauseAt(1_000);
    go(MEETING + "&item=1");
    Locator timer = page.locator("[data-timer]");
    Locator pause = page.locator("[data-pause]");
    assertThat(timer).hasText("1:30");
    page.clock().runFor(30_000);
    assertThat(timer).hasText("1:00");
    page.keyboard().press("p");
    assertThat(pause).hasAttribute("aria-pressed", "true");
    page.clock().runFor(30_000);
    assertThat(timer).hasText("1:00");
    page.keyboard().press("p");
    assertThat(pause).hasAttribute("aria-pressed", "false");
    page.clock().runFor(65_000);
    assertThat(timer).hasText("over by 0:05");
  }

  @Test
  void callsTheMeetingOffWhereNothingChanged() {
    go("clusters/billing/weeks/2026-W46?mode=meeting");
    assertThat(page.locator("h1")).hasText("Nothing changed: cancel the meeting.");
  }

  /** Waits until the item shown reads so. */
  private void says(String pattern) {
    assertThat(page.locator("[data-step]:visible"))
        .hasText(
            Pattern.compile(pattern, Pattern.DOTALL),
            new LocatorAssertions.HasTextOptions().setUseInnerText(true));
  }
}
