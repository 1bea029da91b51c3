package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What-ifs over what was really collected: the page says what the JSON of the same address says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Without a browser no test gets as far as the fields.
class WhatIfBrowserTest {
  private final List<String> complaints = new ArrayList<>();
  private Archive archive;
  private WebServer server;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;
  private String week;

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

  private void open(Browser.NewContextOptions options) {
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

  @Test
  void aSliderMovedByKeysAsksTheServerAgainAndIsInTheAddress() throws IOException {
    sizing("");
    page.locator(".sz-fixes input").first().focus();
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("PageUp");
    }
    page.waitForURL("**/sizing?fix=*:60");
    settled();
    assertThat(page.locator(".sz-fixes output").first().innerText()).isEqualTo("−60\u00a0%");
    assertThat(page.evaluate("document.activeElement.type")).isEqualTo("range");
    assertThePageSaysWhatTheJsonSays();
    assertThat(json().path("fixes").path(0).path("percent").asDouble()).isEqualTo(60);
  }

  @Test
  void enterOnAPointChoosesThatOptionAndBackLeavesIt() throws IOException {
    sizing("");
    String before = page.locator("#outcome").innerText();
    page.locator(".front a").first().focus();
    page.keyboard().press("Enter");
    page.waitForSelector(".sz-asked");
    assertThat(page.url()).contains("target=").contains("readers=");
    JsonNode cheapest = json().path("options").path(0);
    assertThat(page.locator("#options tbody tr").first().innerText())
        .contains(Format.usd(cheapest.path("monthlyUsd").asDouble()));
    assertThat(page.locator("#sz-readers").inputValue())
        .isEqualTo(cheapest.path("readers").asText());
    page.goBack();
    until("!document.querySelector('.sz-asked')");
    assertThat(page.locator("#outcome").innerText()).isEqualTo(before);
    assertThat(page.locator("#sz-readers").inputValue()).isEmpty();
  }

  @Test
  void aSetOfFixesIsAppliedWithAClick() throws IOException {
    sizing("");
    int sets = json().path("fixSets").size();
    assertThat(page.locator("#sets > li").count()).isEqualTo(sets).isPositive();
    page.locator("#sets a[data-apply]").first().click();
    page.waitForSelector("#sets .mark");
    assertThat(page.url()).contains("fix=");
    assertThePageSaysWhatTheJsonSays();
    page.click("[data-reset]");
    until("!location.search");
  }

  @Test
  void whatFixesReleaseFollowsWhenADraggedAssumptionRests() throws IOException {
    sizing("");
    page.locator("[name='assume.growth']").focus();
    page.keyboard().press("ArrowRight");
    page.waitForURL("**/sizing?assume=growth:1.05");
    until("document.querySelector('#json').href.endsWith(location.search)");
    int sets = json().path("fixSets").size();
    until(
        "!document.querySelector('[data-sets][aria-busy], [data-sets][data-later]')"
            + " && document.querySelectorAll('#sets > li').length === "
            + sets);
    assertThePageSaysWhatTheJsonSays();
  }

  @Test
  void anAssumptionOutOfRangeIsNamedAndNothingElseIsLost() {
    sizing("");
    page.navigate(server.uri() + week + "/sizing?readers=5&assume=guardBand:7");
    complaints.removeIf(complaint -> complaint.contains("400")); // The browser tells the status.
    assertThat(page.locator("#wrongs").innerText()).contains("assume=guardBand:7");
    assertThat(page.locator("[aria-invalid]").inputValue()).isEqualTo("7");
    assertThat(page.locator("#sz-readers").inputValue()).isEqualTo("5");
    page.locator("[aria-invalid]").fill("0.05");
    until("!document.querySelector('#wrongs section')");
    page.locator("[name='assume.guardBand']").blur();
    page.waitForURL("**/sizing?readers=5&assume=guardBand:0.05");
  }

  @Test
  void theFormWorksWithoutScripts() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(server.uri() + week + "/sizing");
    page.fill("#sz-readers", "6");
    page.click("[data-size]");
    assertThat(page.url()).endsWith("/sizing?readers=6");
    assertThat(page.locator(".sz-asked").innerText()).contains("1 + 6 × ");
  }

  @Test
  void bothLanguagesThemesAndWidthsShowTheSameNumbers() throws IOException {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {390, 1440}) {
        for (String language : new String[] {"en", "ja"}) {
          open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
          sizing("?lang=" + language);
          assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
          assertThePageSaysWhatTheJsonSays();
          assertThat(
                  page.evaluate(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as(width + " " + language)
              .isEqualTo(0);
        }
      }
    }
    assertThat(page.locator("#why-title + ul").innerText()).contains("リーダー");
    assertThat(page.locator(".guardtable").innerText()).contains("来週の p99");
  }

  private void sizing(String query) {
    page.navigate(server.uri() + week + "/sizing" + query);
    page.waitForSelector("[data-week][data-drawn]");
  }

  /** Waits until the last question is answered. */
  private void settled() {
    until(
        "document.querySelector('#json').href.endsWith(location.search)"
            + " && document.querySelector('[data-busy]').hidden");
  }

  /** Playwright's own waiting evaluates in the page, which the policy forbids. */
  private void until(String condition) {
    for (int i = 0; i < 300 && !Boolean.TRUE.equals(page.evaluate(condition)); i++) {
      page.waitForTimeout(50);
    }
    assertThat(page.evaluate(condition)).as(condition).isEqualTo(true);
  }

  private JsonNode json() throws IOException {
    String href = String.valueOf(page.locator("#json").getAttribute("href"));
    return new ObjectMapper()
        .readTree(context.request().get(server.uri().resolve(href).toString()).body());
  }

  private void assertThePageSaysWhatTheJsonSays() throws IOException {
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
}
