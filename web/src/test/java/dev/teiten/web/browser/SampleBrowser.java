package dev.teiten.web.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.teiten.web.WebServer;
import dev.teiten.web.sample.SampleServer;
import java.util.List;

/** Opens the sample pages in Chromium. */
abstract class SampleBrowser extends WatchedBrowser {
  static final String WEEK = "clusters/main/weeks/2026-W46";

  @Override
  WebServer serve() {
    return SampleServer.readOnly();
  }

  void review(String query) {
    go(WEEK + query);
  }

  static Page.WaitForSelectorOptions hiddenOrGone() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN);
  }

  /** The fingerprints of the ranking, in its order. */
  List<String> fingerprints() {
    return ((List<?>)
            page.locator("#ranking tbody tr")
                .evaluateAll("rows => rows.map((row) => row.dataset.fingerprint)"))
        .stream().map(String::valueOf).toList();
  }
}
