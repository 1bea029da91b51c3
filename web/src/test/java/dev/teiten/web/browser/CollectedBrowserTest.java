package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.teiten.web.view.NumberFormats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * On collected data, the pages fleet, review and query agree with the JSON of the same week, in
 * every view. {@link WhatIfBrowserTest} covers sizing.
 */
class CollectedBrowserTest extends CollectedBrowser {
  @Test
  void oneWalksFromTheFleetToTheSizing() {
    go("");
    assertThat(page.locator("main").innerText()).contains("pairs-main", "pairs-billing");
    page.click("text=pairs-main");
    page.waitForURL("**/" + week);
    drawn();
    page.click("#capacity-title a");
    page.waitForURL("**/" + week + "/sizing");
    drawn();
    assertThat(page.locator("main").innerText())
        .contains("1 + 8 × db.r5.8xlarge", "connections", "availability");
  }

  @Test
  void theFleetSaysWhatTheJsonSays() throws IOException {
    JsonNode ranking = get("api/" + week + "/ranking");
    JsonNode current = get("api/" + week + "/sizing").path("current");
    inEveryView(
        language -> {
          go("?lang=" + language);
          List<String> row = page.locator("tr:has(a:text-is('pairs-main')) td.num").allInnerTexts();
          assertThat(row)
              .contains(
                  NumberFormats.load(ranking.path("loadAas").asDouble()),
                  NumberFormats.percent(1 - current.path("p99Utilisation").asDouble()),
                  NumberFormats.usd(current.path("monthlyUsd").asDouble()),
                  NumberFormats.coverage(ranking.path("coverage").asDouble()));
        });
  }

  @Test
  void theReviewSaysWhatTheJsonSays() throws IOException {
    JsonNode ranking = get("api/" + week + "/ranking");
    List<String> loads = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    List<String> cores = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      JsonNode query = ranking.path("contributors").path(i);
      loads.add(NumberFormats.load(query.path("loadAas").asDouble()));
      shares.add(NumberFormats.percent(query.path("share").asDouble()));
      cores.add(NumberFormats.cores(query.path("removablePeakCores").asDouble()));
    }
    inEveryView(
        language -> {
          go(week + "?lang=" + language);
          assertThat(first(10, "#ranking tbody .c-load b")).isEqualTo(loads);
          assertThat(first(10, "#ranking tbody .c-share")).isEqualTo(shares);
          assertThat(first(10, "#ranking tbody .c-cores")).isEqualTo(cores);
        });
  }

  @Test
  void theQuerySaysWhatTheJsonSays() throws IOException {
    JsonNode query = get("api/" + week + "/ranking").path("contributors").path(0);
    String label = week.substring(week.lastIndexOf('/') + 1);
    String path = "queries/" + query.path("fingerprint").asText() + "?cluster=pairs-main&week=";
    inEveryView(
        language -> {
          go(path + label + "&lang=" + language);
          assertThat(page.locator(".facts dd").allInnerTexts())
              .anyMatch(
                  fact -> fact.startsWith(NumberFormats.load(query.path("loadAas").asDouble())))
              .anyMatch(
                  fact -> fact.startsWith(NumberFormats.percent(query.path("share").asDouble())))
              .anyMatch(
                  fact ->
                      fact.startsWith(NumberFormats.percent(query.path("peakShare").asDouble())))
              .anyMatch(
                  fact ->
                      fact.startsWith(NumberFormats.rate(query.path("callsPerSecond").asDouble())))
              .anyMatch(
                  fact ->
                      fact.startsWith(
                          NumberFormats.cores(query.path("removablePeakCores").asDouble())));
          List<String> waits = new ArrayList<>();
          query.path("waits").forEach(load -> waits.add(NumberFormats.load(load.asDouble())));
          assertThat(
                  page.locator("section:has(#waits-title) tbody td:nth-child(3)").allInnerTexts())
              .containsExactlyInAnyOrderElementsOf(waits);
        });
  }

  private List<String> first(int count, String selector) {
    return page.locator(selector).allInnerTexts().stream().limit(count).map(String::strip).toList();
  }
}
