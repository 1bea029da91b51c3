package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewService;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import dev.teiten.web.api.ApiRoutes;
import dev.teiten.web.job.CollectedFleet;
import dev.teiten.web.view.NumberFormats;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Opens the pages on collected data in Chromium. */
@SuppressWarnings("NullAway.Init") // Without a browser, no test reads the fields.
abstract class CollectedBrowser extends WatchedBrowser {
  /** One server for all classes, which only read from it; it stays open until the tests end. */
  private static final class Shared {
    private static final WebServer SERVER = start(CollectedFleet.get());

    private static WebServer start(CollectedFleet collected) {
      return WebServer.start(
          new WebSettings("127.0.0.1", 0, collected.week().zone()),
          new ReviewService(collected.archive()),
          CollectionStatus.none(),
          Clock.systemUTC(),
          new ApiRoutes(JsonDocuments::ranking, JsonDocuments::sizing));
    }
  }

  String week;

  @Override
  WebServer serve() {
    week = "clusters/pairs-main/weeks/" + CollectedFleet.get().week().label();
    return Shared.SERVER;
  }

  void sizing(String query) {
    go(week + "/sizing" + query);
  }

  /** Waits until the last question is answered, and the released fixes are shown. */
  void settled() {
    until(
        "document.querySelector('#json').href.endsWith(location.search)"
            + " && document.querySelector('[data-busy]').hidden"
            + " && !document.querySelector('[data-sets][aria-busy], [data-sets][data-later]')");
    drawn();
  }

  /** The checks of one view of a page. */
  interface View {
    void check(String language) throws IOException;
  }

  /** Checks both themes, widths and languages; no element may overflow sideways. */
  void inEveryView(View view) throws IOException {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {390, 1440}) {
        for (String language : new String[] {"en", "ja"}) {
          open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
          view.check(language);
          assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
          assertThat(
                  page.evaluate(
                      "document.documentElement.scrollWidth -"
                          + " document.documentElement.clientWidth"))
              .as(scheme + " " + width + " " + language)
              .isEqualTo(0);
        }
      }
    }
  }

  JsonNode json() throws IOException {
    String href = String.valueOf(page.locator("#json").getAttribute("href"));
    return new ObjectMapper()
        .readTree(context().request().get(server.uri().resolve(href).toString()).body());
  }

  void assertThePageSaysWhatTheJsonSays() throws IOException {
    JsonNode json = json();
    String draws =
        "ja".equals(page.locator("html").getAttribute("lang"))
            ? "%2$d 回中 %1$d 回"
            : "%d of %d draws";
    List<String> prices = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (JsonNode option : json.path("options")) {
      prices.add(NumberFormats.usd(option.path("monthlyUsd").asDouble()));
      held.add(draws.formatted(option.path("drawsHeld").asInt(), option.path("draws").asInt()));
    }
    assertThat(page.locator("#options tbody td:nth-child(2)").allInnerTexts()).isEqualTo(prices);
    assertThat(page.locator("#options tbody td:nth-child(7)").allInnerTexts()).isEqualTo(held);
    assertThat(page.locator("[data-guard]").count()).isEqualTo(json.path("guards").size());
    JsonNode said =
        json.path("recommended").isNull() ? json.path("current") : json.path("recommended");
    assertThat(page.locator("#outcome h1").innerText())
        .contains(NumberFormats.usd(said.path("monthlyUsd").asDouble()));
  }

  JsonNode get(String path) throws IOException {
    return new ObjectMapper().readTree(context().request().get(server.uri() + path).body());
  }
}
