package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.teiten.rank.Ranking;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.view.NumberFormats;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The meeting goes through the agenda. */
class MeetingBrowserTest extends SampleBrowser {

  private static final String MEETING = WEEK + "?mode=meeting";

  @Test
  void walksTheAgendaWithTheKeysAndKeepsTheItemInTheAddress() {
    Ranking ranking = SampleFacts.ranking();
    String peak = "Peak load %.0f".formatted(ranking.peakLoadAas());
    String heaviest = NumberFormats.load(ranking.contributors().get(0).loadAas());
    go(MEETING);
    says(peak + " of 288 vCPUs.*NEW.*1:15");
    page.keyboard().press("ArrowRight");
    says("^NEW.*feed_candidates");
    page.keyboard().press("j");
    says("^REGRESSED.*" + heaviest.replace(".", "\\.") + ".*from likes as l");
    assertThat(page).hasURL(Pattern.compile("item=2"));
    page.reload();
    says("^REGRESSED");
    page.keyboard().press("ArrowLeft");
    says("^NEW");
    page.keyboard().press("k");
    says(peak);
    assertThat(page).not().hasURL(Pattern.compile("item="));
    page.keyboard().press("Escape");
    page.waitForURL("**/weeks/2026-W46");
  }

  @Test
  void countsDownTheItemsTimeBoxAndSaysWhenItIsOver() {
    // The clock is stopped; otherwise it would run while the page loads.
    page.clock().install(new Clock.InstallOptions().setTime(0));
    page.clock().pauseAt(1_000);
    go(MEETING + "&item=1");
    Locator timer = page.locator("[data-timer]");
    Locator pause = page.locator("[data-pause]");
    assertThat(timer).hasText("1:15");
    page.clock().runFor(30_000);
    assertThat(timer).hasText("0:45");
    page.keyboard().press("p");
    assertThat(pause).hasAttribute("aria-pressed", "true");
    page.clock().runFor(30_000);
    assertThat(timer).hasText("0:45");
    page.keyboard().press("p");
    assertThat(pause).hasAttribute("aria-pressed", "false");
    page.clock().runFor(50_000);
    assertThat(timer).hasText("over by 0:05");
  }

  @Test
  void callsTheMeetingOffWhereNothingChanged() {
    go("clusters/billing/weeks/2026-W46?mode=meeting");
    assertThat(page.locator("h1")).hasText("Nothing changed: cancel the meeting.");
  }

  /** Waits until the current item's text matches. */
  private void says(String pattern) {
    assertThat(page.locator("[data-step]:visible"))
        .hasText(
            Pattern.compile(pattern, Pattern.DOTALL),
            new LocatorAssertions.HasTextOptions().setUseInnerText(true));
  }
}
