package dev.teiten.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.teiten.web.WebServer;
import dev.teiten.web.sample.SampleServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * The sample pages in Chromium; anything on the console fails a test, a policy violation above all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Without a browser no test gets as far as the fields.
abstract class SampleBrowser {

  static final String WEEK = "clusters/main/weeks/2026-W46";

  private final List<String> complaints = new ArrayList<>();
  private Chromium chromium;
  private BrowserContext context;
  WebServer server;
  Page page;

  @BeforeAll
  void start() {
    if (!Chromium.isWanted()) {
      return; // Each test says so.
    }
    chromium = new Chromium();
    server = SampleServer.start(0);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    assumeTrue(Chromium.isWanted(), Chromium.MISSING);
    open(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  /** Goes on in a browser that knows nothing of what was before. */
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

  BrowserContext context() {
    return context;
  }

  void go(String path) {
    page.navigate(server.uri() + path);
  }

  void review(String query) {
    go(WEEK + query);
    page.waitForSelector("[data-drawn]");
  }

  static Page.WaitForSelectorOptions hiddenOrGone() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
  }
}
