package dev.teiten.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Takes pictures of every page for human review: {@code Screenshots DIR [name …]}. */
public final class Screenshots {

  private Screenshots() {}

  /** Writes PNG files to the given folder. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    CollectionStatus progress = new CollectionStatus();
    progress.update(54, 54, "");
    try (WebServer server = SampleServer.start(progress);
        Chromium chromium = new Chromium()) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1440, 390, 2560}) {
          String suffix = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
          pages()
              .forEach(
                  (name, path) -> {
                    if (wanted(name + suffix, args)) {
                      shoot(
                          chromium.browser(),
                          server.uri() + path,
                          scheme,
                          width,
                          folder.resolve(name + suffix + ".png"));
                    }
                  });
        }
      }
    }
  }

  private static boolean wanted(String name, String[] args) {
    boolean wanted = args.length == 1;
    for (int i = 1; i < args.length; i++) {
      wanted |= name.startsWith(args[i]);
    }
    return wanted;
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    String week = "clusters/main/weeks/2026-W46";
    pages.put("fleet", "");
    pages.put("week", week);
    pages.put("week-sql", week + "?slice=sql&sort=change");
    pages.put("week-zoom", week + "?from=2026-11-11T18:00:00Z&to=2026-11-12T00:00:00Z");
    pages.put("week-ja", week + "?lang=ja");
    pages.put("week-users", week + "?slice=users&cols=share-change");
    pages.put("meeting", week + "?mode=meeting");
    pages.put("meeting-item", week + "?mode=meeting&item=2");
    pages.put("meeting-quiet", "clusters/billing/weeks/2026-W46?mode=meeting");
    pages.put("quiet", "clusters/billing/weeks/2026-W46");
    pages.put("idle", "clusters/idle/weeks/2026-W46");
    pages.put("sizing", week + "/sizing");
    pages.put(
        "sizing-fix", week + "/sizing?readers=5&fix=" + SampleFacts.firstFingerprint() + ":80");
    pages.put("sizing-undecided", "clusters/billing/weeks/2026-W46/sizing");
    pages.put("query", "queries/" + SampleFacts.firstFingerprint() + "?cluster=main");
    pages.put("tasks", "tasks");
    pages.put("missing", "clusters/nope/weeks/2026-W46");
    return pages;
  }

  private static void shoot(
      Browser browser, String address, ColorScheme scheme, int width, Path file) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
      Page page = context.newPage();
      page.onConsoleMessage(m -> System.err.println(address + " " + m.type() + " " + m.text()));
      page.onPageError(e -> System.err.println(address + " " + e));
      page.navigate(address);
      if (page.locator("[data-chart]").count() > 0) {
        page.waitForSelector("[data-drawn]", new Page.WaitForSelectorOptions().setTimeout(8000));
      }
      page.waitForTimeout(300);
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
  }
}
