package dev.teiten.web.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.teiten.web.WebServer;
import dev.teiten.web.sample.SampleServer;

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
}
