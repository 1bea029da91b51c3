package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.teiten.archive.Archive;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.Reviews;
import dev.teiten.web.CollectionProgress;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import dev.teiten.web.api.ApiRoutes;
import dev.teiten.web.job.CollectedFleet;
import dev.teiten.web.view.Format;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Chromium on the pages over what was really collected; anything on the console fails a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Without a browser no test gets as far as the fields.
abstract class CollectedBrowser {
  final List<String> complaints = new ArrayList<>();
  private Archive archive;
  WebServer server;
  private Chromium chromium;
  BrowserContext context;
  Page page;
  String week;

  @BeforeAll
  void start() {
    if (!Chromium.isWanted()) {
      return; // Each test says so.
    }
    CollectedFleet collected = CollectedFleet.get();
    week = "clusters/pairs-main/weeks/" + collected.week().label();
    archive = collected.archive();
    server =
        WebServer.start(
            new WebSettings("127.0.0.1", 0, collected.week().zone()),
            new Reviews(archive),
            CollectionProgress.none(),
            Clock.systemUTC(),
            new ApiRoutes(JsonDocuments::ranking, JsonDocuments::sizing));
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      chromium.close();
      server.close();
      archive.close();
    }
  }

  @BeforeEach
  void open() {
    assumeTrue(Chromium.isWanted(), Chromium.MISSING);
    complaints.clear();
    open(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options);
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
  }

  @AfterEach
  void nothingIsComplainedAbout() {
    if (context != null) {
      context.close();
    }
    assertThat(complaints).isEmpty();
  }

  void sizing(String query) {
    page.navigate(server.uri() + week + "/sizing" + query);
    page.waitForSelector("[data-week][data-drawn]");
  }

  /** Waits until the last question is answered. */
  void settled() {
    until(
        "document.querySelector('#json').href.endsWith(location.search)"
            + " && document.querySelector('[data-busy]').hidden");
  }

  /** Playwright's own waiting evaluates in the page, which the policy forbids. */
  void until(String condition) {
    for (int i = 0; i < 300 && !Boolean.TRUE.equals(page.evaluate(condition)); i++) {
      page.waitForTimeout(50);
    }
    assertThat(page.evaluate(condition)).as(condition).isEqualTo(true);
  }

  JsonNode json() throws IOException {
    String href = String.valueOf(page.locator("#json").getAttribute("href"));
    return new ObjectMapper()
        .readTree(context.request().get(server.uri().resolve(href).toString()).body());
  }

  void assertThePageSaysWhatTheJsonSays() throws IOException {
    JsonNode json = json();
    List<String> prices = new ArrayList<>();
    List<String> safe = new ArrayList<>();
    for (JsonNode option : json.path("options")) {
      prices.add(Format.usd(option.path("monthlyUsd").asDouble()));
      safe.add(Format.percent(option.path("probabilitySafe").asDouble()));
    }
    assertThat(page.locator("#options tbody td:nth-child(2)").allInnerTexts()).isEqualTo(prices);
    assertThat(page.locator("#options tbody td:nth-child(7)").allInnerTexts()).isEqualTo(safe);
    assertThat(page.locator("[data-guard]").count()).isEqualTo(json.path("guards").size());
    JsonNode said =
        json.path("recommended").isNull() ? json.path("current") : json.path("recommended");
    assertThat(page.locator("#outcome h1").innerText())
        .contains(Format.usd(said.path("monthlyUsd").asDouble()));
  }

  JsonNode get(String path) throws IOException {
    return new ObjectMapper().readTree(context.request().get(server.uri() + path).body());
  }
}
