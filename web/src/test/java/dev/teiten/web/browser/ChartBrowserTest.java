package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import dev.teiten.web.sample.SampleFacts;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chart of the load, moved and cut by a reader in Chromium. */
class ChartBrowserTest extends SampleBrowser {

  @Test
  void zoomsByDraggingAndKeepsTheRangeInTheAddress() {
    review("");
    BoundingBox box = chart();
    page.mouse().move(box.x + box.width * 0.4, box.y + 100);
    page.mouse().down();
    page.mouse().move(box.x + box.width * 0.5, box.y + 120);
    page.mouse().up();
    until("location.search.includes('from=')");
    Locator reset = page.locator("[data-chart-reset]");
    reset.waitFor();
    drawn();
    page.waitForSelector("th.c-range");
    page.reload();
    drawn();
    assertThat(page).hasURL(Pattern.compile("from=2026-11-1"));
    reset.click();
    until("!location.search.includes('from=')");
    drawn();
    page.waitForSelector("th.c-range", hiddenOrGone());
  }

  @Test
  void stacksTheWaitsUpToTheTotal() {
    review("");
    Object highest =
        page.evaluate(
            "(() => { const model ="
                + " echarts.getInstanceByDom(document.querySelector('.plot')).getModel(); const"
                + " data = document.querySelector('.plot').teitenData; const top ="
                + " model.getSeriesByIndex(data.series.length - 1).getData(); const drawn ="
                + " top.get(top.getCalculationInfo('stackResultDimension'), 125); return drawn /"
                + " data.series.reduce((sum, line) => sum + line.values[125], 0); })()");
    assertThat(((Number) highest).doubleValue()).isCloseTo(1, within(1e-6));
  }

  @Test
  void zoomsToTheEndOfTheWeekInHoursAndDrawsTheLastOne() {
    review("?slice=users");
    BoundingBox box = chart();
    page.mouse().move(box.x + box.width * 0.9, box.y + 100);
    page.mouse().down();
    page.mouse().move(box.x + box.width - 2, box.y + 120);
    page.mouse().up();
    until("location.search.includes('from=')");
    drawn();
    page.waitForSelector("th.c-range");
    until("document.querySelector('.plot').teitenData.series[0].values.length < 20");
    assertThat(page).hasURL(Pattern.compile("to=2026-11-16T00"));
    Object last =
        page.evaluate(
            "echarts.getInstanceByDom(document.querySelector('.plot'))"
                + ".getOption().series[0].data.at(-1)[0]");
    assertThat(((Number) last).longValue()).isEqualTo(SampleFacts.WEEK.range().to().toEpochMilli());
  }

  @Test
  void ranksThePartOfTheWeekThatTheChartShows() {
    review("?from=2026-11-11T20:25:00Z&to=2026-11-11T21:00:00Z");
    String victim = SampleFacts.fingerprint("counters");
    assertThat(fingerprints().get(0)).isEqualTo(victim);
    page.click("[data-chart-reset]");
    page.waitForSelector("th.c-range", hiddenOrGone());
    drawn();
    assertThat(fingerprints().get(0)).isEqualTo(SampleFacts.firstFingerprint());
  }

  @Test
  void slicesByStatementWithoutLeavingThePage() {
    review("");
    page.click(".slices >> text=SQL");
    page.waitForSelector("[data-slice=sql][data-drawn]");
    assertThat(page).hasURL(Pattern.compile("slice=sql"));
    assertThat(page.locator("[data-legend] span").first()).hasText(Pattern.compile("^1"));
    page.click(".slices >> text=users");
    page.waitForSelector("[data-slice=users][data-drawn]");
    assertThat(page.locator("[data-legend] span:nth-child(-n+3)"))
        .hasText(new String[] {"api", "batch", "other"});
    assertThat(page.locator(".slices")).not().containsText("databases");
  }

  /** The position of the chart on the screen. */
  private BoundingBox chart() {
    Locator chart = page.locator(".plot");
    chart.scrollIntoViewIfNeeded();
    return Objects.requireNonNull(chart.boundingBox());
  }
}
