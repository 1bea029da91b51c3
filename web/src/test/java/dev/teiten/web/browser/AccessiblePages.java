package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.teiten.web.sample.SampleFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * axe-core reports no violation, on any page, in both languages, wide and narrow. Each theme has
 * its own class, so that the themes run in parallel.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2</a>
 */
abstract class AccessiblePages extends SampleBrowser {

  /** Every rule of the guidelines. */
  static final List<String> EVERY_RULE =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The rules about colours, all that another theme can break. */
  static final List<String> COLOURS = List.of("cat.color");

  private static final String AXE = axe();

  private final ColorScheme theme;
  private final List<String> rules;

  /**
   * @param rules tags of axe's rules
   */
  AccessiblePages(ColorScheme theme, List<String> rules) {
    this.theme = theme;
    this.rules = rules;
  }

  @ParameterizedTest
  @CsvSource({"en,1440", "ja,1440", "en,390", "ja,390"})
  void everyPageIsAccessible(String language, int width) {
    open(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(theme)
            .setLocale(language));
    List<String> found = new ArrayList<>();
    for (String path : pages()) {
      go(path);
      page.evaluate(AXE);
      page.evaluate(
          "document.querySelectorAll('details:not(.menu)').forEach(d => (d.open = true))");
      found.addAll(violations(path, "html"));
      for (Locator menu : page.locator("details.menu").all()) {
        menu.locator("summary").click();
        assertThat(menu).hasAttribute("open", "");
        found.addAll(violations(path, "details.menu[open]"));
        page.keyboard().press("Escape");
        assertThat(menu).not().hasAttribute("open", "");
      }
    }
    assertThat(found).isEmpty();
  }

  /** Runs axe in the page itself; axe's own Playwright driver would open another page. */
  private List<String> violations(String path, String part) {
    Object nodes =
        page.evaluate(
            "([part, rules]) => axe.run(part, { runOnly: rules, resultTypes: ['violations']"
                + " }).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html + '"
                + " ' + n.failureSummary)))",
            List.of(part, rules));
    return ((List<?>) nodes).stream().map(node -> path + " " + node).toList();
  }

  private static String axe() {
    try (InputStream file = AccessiblePages.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> pages() {
    return List.of(
        "",
        WEEK,
        WEEK + "?slice=users&from=2026-11-11T18:00:00Z&to=2026-11-12T00:00:00Z",
        WEEK + "?mode=meeting",
        WEEK + "?mode=meeting&item=2",
        "clusters/billing/weeks/2026-W46",
        "clusters/billing/weeks/2026-W46?mode=meeting",
        "clusters/idle/weeks/2026-W46",
        WEEK + "/sizing",
        WEEK + "/sizing?readers=5&fix=" + SampleFacts.firstFingerprint() + ":80",
        "clusters/billing/weeks/2026-W46/sizing",
        "queries/" + SampleFacts.firstFingerprint() + "?cluster=main",
        "tasks",
        "tasks/1",
        "tasks/new?cluster=main&week=2026-W46&fix=" + SampleFacts.firstFingerprint() + ":55");
  }
}
