package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.teiten.load.ReviewWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chooser of the time zone, and what a browser in another zone must not change. */
class ZoneBrowserTest extends SampleBrowser {

  @Test
  void offersTheBrowsersOwnZoneAndSearchesAllOthers() {
    open(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    review("?slice=sql");
    page.click("#zone summary");
    Locator own = page.locator("[data-zone-own]");
    assertThat(own.innerText()).isEqualTo("This browser’s: Europe/Berlin");
    assertThat(page.locator("#zones option").count()).isGreaterThan(400);
    own.click();
    page.waitForURL("**tz=Europe%2FBerlin");
    assertThat(page.url()).contains("slice=sql");
    assertThat(page.locator("#zone summary").innerText()).contains("Europe/Berlin");

    page.click("#zone summary");
    until("document.activeElement.name === 'tz'");
    page.keyboard().type("Asia/Tokyo");
    page.keyboard().press("Enter");
    page.waitForURL("**tz=Asia%2FTokyo");
    page.waitForSelector("[data-drawn]");
    assertThat(page.locator(".marks li").first().innerText()).startsWith("1 Tue 10 Nov 23:00");
  }

  @Test
  void keepsTheZoneFromPageToPageAndForTheNextVisit() {
    review("?tz=America/New_York");
    page.click("#capacity-title a");
    page.waitForSelector("[data-week][data-drawn]");
    assertThat(page.url()).endsWith("/sizing?tz=America%2FNew_York");
    page.locator(".sz-fixes input").first().fill("80");
    page.waitForURL("**/sizing?fix=*:80&tz=America%2FNew_York");
    go("");
    assertThat(page.url()).endsWith("/?tz=America%2FNew_York");
    page.selectOption("select[name=week]", "2026-W45");
    page.waitForURL("**week=2026-W45**");
    assertThat(page.url()).contains("tz=America%2FNew_York");
    page.click("#zone summary");
    page.click("#zone >> text=The server’s: UTC");
    page.waitForURL("**tz=UTC");
    assertThat(page.locator(".foot").innerText()).contains("Times in UTC");
  }

  @ParameterizedTest
  @CsvSource({"Asia/Tokyo,2026-W46", "America/New_York,2026-W44"})
  void theAxisIsMarkedAtMidnightOfThePagesZone(String zone, String label) {
    open(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    go("clusters/main/weeks/" + label + "?tz=" + zone);
    page.waitForSelector("[data-drawn]");
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
    until("document.activeElement.name === 'tz'");
    page.keyboard().type("Asia/Tokyo");
    page.click("#zone button");
    page.waitForURL("**tz=Asia%2FTokyo");
    page.waitForSelector("[data-drawn]");
    assertThat(page.locator("#queries .note").first().innerText())
        .contains("Thu 12 Nov 05:25", "Thu 12 Nov 06:00");
    assertThat(page.url()).contains("from=2026-11-11T20");
  }
}
