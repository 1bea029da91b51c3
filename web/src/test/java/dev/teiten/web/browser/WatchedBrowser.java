package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.teiten.web.WebServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page in Chromium; any console message fails a test, above all a policy violation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ChromiumResolver.class)
@SuppressWarnings("NullAway.Init") // Without a browser, no test reads the fields.
@Tag("slow")
abstract class WatchedBrowser {
  /** Timeout of every wait in milliseconds; a loaded machine is slow. */
  private static final double PATIENCE_MS = 180_000;

  /** Selects a chart that its script has not drawn yet, or is redrawing. */
  private static final String UNDRAWN =
      "document.querySelector('[data-chart]:not([data-drawn]), [data-week]:not([data-drawn])')";

  private final List<String> complaints = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private Chromium chromium;
  private BrowserContext context;
  WebServer server;
  Page page;

  /** Serves the pages; the subclass closes a server that no other class uses. */
  abstract WebServer serve();

  @BeforeAll
  void start(Chromium shared) {
    if (!Chromium.isWanted()) {
      return; // Each test reports the missing browser.
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    server = serve();
    chromium = shared;
  }

  @BeforeEach
  void open() {
    assumeTrue(Chromium.isWanted(), Chromium.MISSING);
    complaints.clear();
    open(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  /** Continues in a new browser context without earlier state. */
  void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    page = context.newPage();
    expected.clear();
    page.onConsoleMessage(
        message -> {
          if (expected.stream().noneMatch(message.text()::contains)) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void nothingIsComplainedAbout() {
    if (context != null) {
      context.close();
    }
    assertThat(complaints).isEmpty();
  }

  /** Expects a console message with these words. */
  void expectComplaint(String words) {
    expected.add(words);
  }

  /**
   * Waits until an expression is true. It avoids waitForFunction, which evaluates strings within
   * the page, where the policy forbids it.
   */
  void until(String expression) {
    page.waitForCondition(() -> isTrue(expression));
  }

  private boolean isTrue(String expression) {
    try {
      return Boolean.TRUE.equals(page.evaluate("Boolean(" + expression + ")"));
    } catch (PlaywrightException e) {
      if (String.valueOf(e.getMessage()).contains("context was destroyed")) {
        return false; // The old page is gone, the next is not there yet.
      }
      throw e;
    }
  }

  /** Waits until the focused element of the page matches. */
  void untilFocused(String selector) {
    until("document.activeElement.matches(\"" + selector + "\")");
  }

  /** Waits until every chart shows the latest request. */
  void drawn() {
    until("document.readyState === 'complete' && !" + UNDRAWN);
  }

  BrowserContext context() {
    return context;
  }

  /** Opens a page, and waits until its scripts have loaded and its charts are drawn. */
  void go(String path) {
    page.navigate(server.uri() + path);
    drawn();
  }
}
