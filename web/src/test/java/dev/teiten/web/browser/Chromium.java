package dev.teiten.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's Chromium, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {

  static final Path BINARY =
      Path.of(System.getenv().getOrDefault("TEITEN_CHROMIUM", "/usr/bin/chromium"));

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private static final ThreadLocal<Chromium> OF_THREAD = ThreadLocal.withInitial(Chromium::new);

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
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

  /**
   * The browser of the classes that run on this thread: Playwright belongs to one thread. It ends
   * with the JVM.
   */
  static Chromium ofThread() {
    return OF_THREAD.get();
  }

  static final String MISSING = "needs Chromium at " + BINARY + "; set TEITEN_CHROMIUM";

  /** In CI a browser that is missing fails the tests; elsewhere they are skipped. */
  static boolean isWanted() {
    boolean wanted = Files.isExecutable(BINARY) || "true".equals(System.getenv("CI"));
    if (!wanted && !SAID.getAndSet(true)) {
      LOG.warn("Browser tests are skipped: {}", MISSING);
    }
    return wanted;
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
