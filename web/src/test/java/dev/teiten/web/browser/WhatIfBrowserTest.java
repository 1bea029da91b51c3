package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import dev.teiten.web.view.Format;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What-ifs over what was really collected: the page says what the JSON of the same address says.
 */
class WhatIfBrowserTest extends CollectedBrowser {
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
    settled();
    assertThat(page.locator("[data-failed]").isVisible()).isFalse();
    assertThat(page.locator("[data-size]").isVisible()).isFalse();
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
    expectComplaint("400"); // The browser tells the status.
    go(week + "/sizing?readers=5&assume=guardBand:7");
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
    inEveryView(
        language -> {
          sizing("?lang=" + language);
          assertThePageSaysWhatTheJsonSays();
        });
    assertThat(page.locator("#why-title + ul").innerText()).contains("リーダー");
    assertThat(page.locator(".guardtable").innerText()).contains("来週の p99");
  }
}
