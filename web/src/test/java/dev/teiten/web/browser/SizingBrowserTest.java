package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.teiten.web.sample.SampleFacts;
import org.junit.jupiter.api.Test;

/** Every knob is sized again on the server, and stands in the address. */
class SizingBrowserTest extends SampleBrowser {

  private static final String FIRST = SampleFacts.firstFingerprint();

  @Test
  void slidesAFixAndReadsTheAnswer() {
    go(WEEK + "/sizing");
    assertThat(page.locator("#answer .verdict").innerText()).isEqualTo("KEEP");
    slide("fix-1", "80");
    done();
    assertThat(page.url()).endsWith("/sizing?fix=" + FIRST + ":80");
    assertThat(page.locator("#answer .verdict").innerText()).isEqualTo("REDUCE");
    assertThat(page.inputValue("#fix-1")).isEqualTo(FIRST + ":80");
    page.reload();
    assertThat(slider("fix-1").inputValue()).isEqualTo("80");
  }

  @Test
  void slidesReadersAndClassesFromAnyToOne() {
    go(WEEK + "/sizing");
    slide("readers", "6");
    done();
    assertThat(page.inputValue("#readers")).isEqualTo("5");
    assertThat(page.locator("#options tbody tr").first().innerText())
        .contains("1 + 5 ×", "asked for");
    slide("target", "1");
    page.waitForURL("**target=db.r5.large**");
    slide("readers", "0");
    slide("target", "0");
    until("location.search === ''");
    assertThat(page.locator("#options").innerText()).doesNotContain("asked for");
  }

  @Test
  void drawsWhatAnAssumptionDoesToTheWeek() {
    go(WEEK + "/sizing?growth=1.5");
    assertThat(page.inputValue("#a-growth")).isEqualTo("1.5");
    String before = String.valueOf(page.locator("path.usepredicted").getAttribute("d"));
    page.fill("#a-growth", "1");
    until("location.search === ''");
    assertThat(page.locator("path.usepredicted").getAttribute("d")).isNotEqualTo(before);
    page.click("#assumptions summary");
    page.fill("#a-guardBand", "0.1");
    page.waitForURL("**guardBand=0.1");
  }

  @Test
  void saysWhyAnAssumptionIsNotPossible() {
    go(WEEK + "/sizing");
    expectComplaint("400");
    page.fill("#a-imbalance", "9");
    until("document.querySelector('[data-busy]').textContent.includes('1 to 3')");
    assertThat(page.url()).endsWith("/sizing");
  }

  private Locator slider(String drives) {
    return page.locator("[data-drives=" + drives + "]");
  }

  private void slide(String drives, String value) {
    slider(drives).fill(value);
  }

  private void done() {
    page.waitForSelector("[data-recompute][data-done]");
  }
}
