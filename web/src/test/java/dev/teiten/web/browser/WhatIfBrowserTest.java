package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import dev.teiten.web.view.NumberFormats;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On collected data, the page of a what-if agrees with the JSON of the same address. */
class WhatIfBrowserTest extends CollectedBrowser {
  @Test
  void aSliderMovedByKeysAsksTheServerAgainAndIsInTheAddress() throws IOException {
    sizing("");
    page.locator(".sz-fixes input").first().focus();
    untilFocused("input[type=range]");
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("PageUp");
    }
    page.waitForURL("**/sizing?fix=*:60");
    settled();
    assertThat(page.locator(".sz-fixes output").first()).hasText("−60\u00a0%");
    untilFocused("input[type=range]");
    assertThePageSaysWhatTheJsonSays();
    assertThat(json().path("fixes").path(0).path("percent").asDouble()).isEqualTo(60);
  }

  @Test
  void enterOnAPointChoosesThatOptionAndBackLeavesIt() throws IOException {
    sizing("");
    String before = page.locator("#outcome").innerText();
    page.locator(".front a").first().focus();
    untilFocused(".front a");
    page.keyboard().press("Enter");
    page.waitForSelector(".sz-asked");
    settled();
    assertThat(page).hasURL(Pattern.compile("target=.*readers="));
    JsonNode cheapest = json().path("options").path(0);
    assertThat(page.locator("#options tbody tr").first())
        .containsText(NumberFormats.usd(cheapest.path("monthlyUsd").asDouble()));
    assertThat(page.locator("#sz-readers")).hasValue(cheapest.path("readers").asText());
    page.goBack();
    until("!document.querySelector('.sz-asked')");
    settled();
    assertThat(page.locator("#outcome").innerText()).isEqualTo(before);
    assertThat(page.locator("#sz-readers")).hasValue("");
  }

  @Test
  void aSetOfFixesIsAppliedWithAClick() throws IOException {
    sizing("");
    int sets = json().path("fixSets").size();
    assertThat(page.locator("#sets > li").count()).isEqualTo(sets).isPositive();
    page.locator("#sets a[data-apply]").first().click();
    page.waitForSelector("#sets .mark");
    assertThat(page).hasURL(Pattern.compile("fix="));
    settled();
    assertThat(page.locator("[data-failed]")).isHidden();
    assertThat(page.locator("[data-size]")).isHidden();
    assertThePageSaysWhatTheJsonSays();
    page.click("[data-reset]");
    until("!location.search");
    settled();
  }

  @Test
  void whatFixesReleaseFollowsWhenADraggedAssumptionRests() throws IOException {
    sizing("");
    page.locator("[name='assume.growth']").focus();
    untilFocused("[name='assume.growth']");
    page.keyboard().press("ArrowRight");
    page.waitForURL("**/sizing?assume=growth:1.05");
    settled();
    assertThat(page.locator("#sets > li")).hasCount(json().path("fixSets").size());
    assertThePageSaysWhatTheJsonSays();
  }

  @Test
  void anAssumptionOutOfRangeIsNamedAndNothingElseIsLost() {
    sizing("");
    expectComplaint("400"); // The browser logs the status.
    go(week + "/sizing?readers=5&assume=guardBand:7");
    assertThat(page.locator("#wrongs")).containsText("assume=guardBand:7");
    assertThat(page.locator("[aria-invalid]")).hasValue("7");
    assertThat(page.locator("#sz-readers")).hasValue("5");
    page.locator("[aria-invalid]").fill("0.05");
    until("!document.querySelector('#wrongs section')");
    page.locator("[name='assume.guardBand']").blur();
    page.waitForURL("**/sizing?readers=5&assume=guardBand:0.05");
    settled();
  }

  @Test
  void theFormWorksWithoutScripts() {
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(server.uri() + week + "/sizing");
    page.fill("#sz-readers", "6");
    page.click("[data-size]");
    page.waitForURL("**/sizing?readers=6");
    assertThat(page.locator(".sz-asked")).containsText("1 + 6 × ");
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
