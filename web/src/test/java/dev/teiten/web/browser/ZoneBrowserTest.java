package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.teiten.load.ReviewWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader chooses the time zone; a browser in another zone must not change the page. */
class ZoneBrowserTest extends SampleBrowser {

  @Test
  void offersTheBrowsersOwnZoneAndSearchesAllOthers() {
    open(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    review("?slice=sql");
    page.click("#zone summary");
    Locator own = page.locator("[data-zone-own]");
    assertThat(own).hasText("This browser’s: Europe/Berlin");
    until("document.querySelectorAll('#zones option').length > 400");
    own.click();
    page.waitForURL("**slice=sql&tz=Europe%2FBerlin");
    drawn();
    assertThat(page.locator("#zone summary")).containsText("Europe/Berlin");

    page.click("#zone summary");
    untilFocused("[name=tz]");
    page.keyboard().type("Asia/Tokyo");
    page.keyboard().press("Enter");
    page.waitForURL("**tz=Asia%2FTokyo");
    drawn();
    assertThat(page.locator(".marks li").first()).containsText("1 Tue 10 Nov 23:00");
  }

  @Test
  void keepsTheZoneFromPageToPageAndForTheNextVisit() {
    review("?tz=America/New_York");
    page.click("#capacity-title a");
    page.waitForURL("**/sizing?tz=America%2FNew_York");
    drawn();
    page.locator(".sz-fixes input").first().fill("80");
    page.waitForURL("**/sizing?fix=*:80&tz=America%2FNew_York");
    until("document.querySelector('#json').href.endsWith(location.search)");
    go("");
    assertThat(page).hasURL(Pattern.compile("/\\?tz=America%2FNew_York$"));
    page.selectOption("select[name=week]", "2026-W45");
    page.waitForURL("**week=2026-W45&tz=America%2FNew_York");
    page.click("#zone summary");
    page.click("#zone >> text=The server’s: UTC");
    page.waitForURL("**tz=UTC");
    assertThat(page.locator(".foot")).containsText("Times in UTC");
  }

  @ParameterizedTest
  @CsvSource({"Asia/Tokyo,2026-W46", "America/New_York,2026-W44"})
  void theAxisIsMarkedAtMidnightOfThePagesZone(String zone, String label) {
    open(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    go("clusters/main/weeks/" + label + "?tz=" + zone);
    LocalDate monday = ReviewWeek.parse(label, ZoneId.of(zone)).monday();
    List<Long> midnights =
        IntStream.rangeClosed(0, 7)
            .mapToObj(day -> monday.plusDays(day).atStartOfDay(ZoneId.of(zone)).toInstant())
            .map(Instant::toEpochMilli)
            .toList();
    List<?> ticks =
        (List<?>)
            page.evaluate(
                "echarts.getInstanceByDom(document.querySelector('.plot'))"
                    + ".getOption().xAxis[1].axisLabel.customValues");
    assertThat(ticks.stream().map(tick -> ((Number) tick).longValue()).toList())
        .isEqualTo(midnights);
  }

  @Test
  void aZoomStaysWhereItIsWhenTheZoneChanges() {
    review("?from=2026-11-11T20:25:00Z&to=2026-11-11T21:00:00Z");
    page.click("#zone summary");
    untilFocused("[name=tz]");
    page.keyboard().type("Asia/Tokyo");
    page.click("#zone button");
    page.waitForURL("**tz=Asia%2FTokyo");
    drawn();
    assertThat(page.locator("#queries .note").first())
        .hasText(Pattern.compile("Thu 12 Nov 05:25.*Thu 12 Nov 06:00"));
    assertThat(page).hasURL(Pattern.compile("from=2026-11-11T20"));
  }
}
