package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import dev.teiten.load.ReviewWeek;
import dev.teiten.web.view.NumberFormats;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests capacities chosen by address, the cost front and the zone, on collected data. */
class CapacityBrowserTest extends CollectedBrowser {
  @Test
  void aWriterAndReadersOfDifferentClassesAreChosenByTheAddress() throws IOException {
    sizing("?writer=db.r5.8xlarge&reader=db.r5.4xlarge&readers=9");
    assertThat(page.locator(".sz-asked").innerText())
        .contains("db.r5.8xlarge", "9 × db.r5.4xlarge");
    JsonNode asked = json().path("options").path(0);
    assertThat(asked.path("writerClass").asText()).isEqualTo("db.r5.8xlarge");
    assertThat(asked.path("readerClass").asText()).isEqualTo("db.r5.4xlarge");
    assertThat(page.locator("#options tbody td:nth-child(2)").first().innerText())
        .isEqualTo(NumberFormats.usd(asked.path("monthlyUsd").asDouble()));
    assertThat(page.locator("#sz-reader")).hasValue("db.r5.4xlarge");
    page.locator("#sz-reader").fill("db.r5.2xlarge");
    page.locator("#sz-reader").blur();
    page.waitForURL("**reader=db.r5.2xlarge**");
    settled();
    assertThat(page.locator(".sz-asked")).containsText("9 × db.r5.2xlarge");
  }

  @Test
  void aSliderMovedBeforeTheScriptIsThereIsAskedAbout() throws IOException {
    List<Route> held = new ArrayList<>();
    page.route("**/static/sizing.js", held::add);
    page.navigate(
        server.uri() + week + "/sizing",
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.locator(".sz-fixes input").first().fill("70");
    page.waitForCondition(() -> !held.isEmpty());
    held.get(0).resume();
    page.waitForURL("**/sizing?fix=*:70");
    settled();
    assertThat(page.locator(".sz-fixes output").first()).hasText("−70\u00a0%");
    assertThePageSaysWhatTheJsonSays();
  }

  @Test
  void theFrontsWordsKeepTheirSizeAndStayOnTheirCard() {
    for (int width : new int[] {390, 1440, 2560}) {
      page.setViewportSize(width, 900);
      sizing("?readers=5");
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('.front text')].filter(t => t.textContent)"
                      + ".map(t => t.getBoundingClientRect().height)"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .isNotEmpty()
          .allSatisfy(height -> assertThat(((Number) height).doubleValue()).isBetween(13.0, 20.0));
      assertThat(
              page.evaluate(
                  "(card => [...document.querySelectorAll('.front text')].filter(t => { const r ="
                      + " t.getBoundingClientRect(); return r.width > 0 && (r.left < card.left ||"
                      + " r.right > card.right || r.bottom > card.bottom) }).map(t =>"
                      + " t.textContent))"
                      + "(document.querySelector('.front').closest('section').getBoundingClientRect())"))
          .as(width + " pixels")
          .isEqualTo(List.of());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Tokyo", "America/New_York"})
  void everyPageInAZoneSaysWhatItsJsonSays(String zone) throws IOException {
    String tz = "?tz=" + URLEncoder.encode(zone, StandardCharsets.UTF_8);
    JsonNode ranking = get("api/" + week + "/ranking" + tz);
    ReviewWeek here = ReviewWeek.parse(ranking.path("week").asText(), ZoneId.of(zone));
    assertThat(ranking.path("zone").asText()).isEqualTo(zone);
    assertThat(ranking.path("from").asText()).isEqualTo(here.range().from().toString());
    assertThat(ranking.path("to").asText()).isEqualTo(here.range().to().toString());
    assertThat(ranking.path("loadAas").asDouble())
        .as("another week than that of UTC")
        .isNotEqualTo(get("api/" + week + "/ranking?tz=UTC").path("loadAas").asDouble());

    go(week + tz);
    List<String> loads = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    for (JsonNode one : ranking.path("contributors")) {
      if (loads.size() < 25) {
        loads.add(NumberFormats.load(one.path("loadAas").asDouble()));
        shares.add(NumberFormats.percent(one.path("share").asDouble()));
      }
    }
    assertThat(page.locator("#ranking tbody .c-load b").allInnerTexts()).isEqualTo(loads);
    assertThat(page.locator("#ranking tbody .c-share").allInnerTexts()).isEqualTo(shares);
    assertThat(page.locator(".coverage").innerText())
        .contains(NumberFormats.coverage(ranking.path("coverage").asDouble()));
    assertThat(page.evaluate("document.querySelector('.plot').teitenData.from"))
        .isEqualTo(here.range().from().toString());

    page.click("#capacity-title a");
    page.waitForURL("**/sizing?tz=*");
    drawn();
    assertThat(json().path("zone").asText()).isEqualTo(zone);
    assertThePageSaysWhatTheJsonSays();
  }
}
