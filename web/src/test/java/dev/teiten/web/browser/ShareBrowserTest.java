package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.teiten.web.sample.SampleFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader shares documents, a standalone file, a print or a link. */
class ShareBrowserTest extends SampleBrowser {

  @TempDir Path folder;

  @Test
  void handsOutTheReviewAsMarkdownAndTheRankingAsCsv() throws IOException {
    review("");
    assertThat(Files.readString(download("Markdown"))).startsWith("# main 2026-W46");
    List<String> csv = Files.readAllLines(download("CSV"));
    assertThat(csv).hasSize(SampleFacts.ranking().contributors().size() + 1);
    assertThat(csv.get(1)).contains(SampleFacts.firstFingerprint());
  }

  @Test
  void copiesTheAddressThatReopensThisView() {
    context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    review("?slice=sql&sort=peak&dir=desc");
    page.click("#share summary");
    page.click("[data-copy-link]");
    assertThat(page.locator("[data-copy-link]")).hasText("Copied");
    // The link holds the zone, since its receiver may have chosen another.
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.url() + "&tz=UTC");
    page.keyboard().press("Escape");
    assertThat(page.locator("#share[open]")).hasCount(0);
  }

  @Test
  void writesOneFileThatShowsTheReviewWithoutAServer() throws IOException {
    review("");
    String shown = page.locator("#ranking tbody").innerText();
    Path file = download("HTML file");
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
    drawn();
    page.click("[data-slice-choice=users]");
    assertThat(page.locator("[data-legend]")).containsText("batch");
    assertThat(page.locator("#ranking tbody").innerText()).isEqualTo(shown);
    assertThat(page.locator("#queries a[href]").count()).isZero();
    page.fill("[data-filter]", "footprints");
    assertThat(page.locator("#ranking tbody tr:visible")).hasCount(1);
    assertThat(requests).allMatch(url -> url.startsWith("file:"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?slice=sql", "?slice=hosts", "?lang=ja&slice=sql", "?lang=ja&slice=users"})
  void printsOnOnePageOfA4(String view) {
    review(view);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("[data-legend] pattern").first()).isAttached();
    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    long pages = Pattern.compile("/Type\\s*/Page[^s]").matcher(text).results().count();
    assertThat(pages).isEqualTo(1);
  }

  private Path download(String form) {
    if (page.locator("#share[open]").count() == 0) {
      page.click("#share summary");
    }
    Download download = page.waitForDownload(() -> page.click("#share >> text=" + form));
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }
}
