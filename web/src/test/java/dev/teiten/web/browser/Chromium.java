package dev.teiten.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's Chromium, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {

  static final Path BINARY =
      Path.of(System.getenv().getOrDefault("TEITEN_CHROMIUM", "/usr/bin/chromium"));

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(BINARY)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  static final String MISSING = "needs Chromium at " + BINARY + "; set TEITEN_CHROMIUM";

  /** In CI a missing browser fails the tests; elsewhere the tests are skipped. */
  static boolean isWanted() {
    boolean wanted = Files.isExecutable(BINARY) || "true".equals(System.getenv("CI"));
    if (!wanted && !SAID.getAndSet(true)) {
      LOG.warn("Browser tests are skipped: {}", MISSING);
    }
    return wanted;
  }

  /** The browser, launched on the first call. */
  Browser browser() {
    if (playwright == null) {
      playwright = playwright();
    }
    if (browser == null) {
      browser = launch(playwright);
    }
    return browser;
  }

  @Override
  public void close() {
    if (browser != null) {
      browser.close();
    }
    if (playwright != null) {
      playwright.close();
    }
  }
}
