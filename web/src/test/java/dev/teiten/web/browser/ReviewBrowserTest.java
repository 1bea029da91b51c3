package dev.teiten.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.view.NumberFormats;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Repeats a reviewer's actions in Chromium; any console message fails, above all a policy
 * violation.
 */
class ReviewBrowserTest extends SampleBrowser {

  @Test
  void leadsFromTheFleetToTheReviewToTheSizing() {
    go("");
    page.click("text=main");
    page.waitForURL("**/clusters/main/weeks/2026-W46");
    drawn();
    page.click("#capacity-title a");
    page.waitForURL("**/sizing");
    drawn();
    page.locator(".sz-fixes input").first().fill("80");
    page.waitForURL("**/sizing?fix=" + SampleFacts.firstFingerprint() + ":80");
    until("document.querySelector('#json').href.endsWith(location.search)");
  }

  @Test
  void showsTheRankingThatTheDataHold() {
    review("");
    List<Contributor> expected = SampleFacts.ranking().contributors().subList(0, 25);
    assertThat(fingerprints()).isEqualTo(expected.stream().map(Contributor::fingerprint).toList());
    assertThat(page.locator("#ranking tbody .c-load b").allInnerTexts())
        .isEqualTo(expected.stream().map(c -> NumberFormats.load(c.loadAas())).toList());
    assertThat(page.locator("#ranking tbody .c-share").allInnerTexts())
        .isEqualTo(expected.stream().map(c -> NumberFormats.percent(c.share())).toList());
  }

  @Test
  void sortsByClickAndByEnterAndKeepsItInTheAddress() {
    review("");
    List<String> byRows =
        SampleFacts.ranking().contributors().stream()
            .limit(25)
            .sorted(
                Comparator.comparing(
                        Contributor::rowsExaminedPerCall,
                        Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(Contributor::rank))
            .map(Contributor::fingerprint)
            .toList();
    page.click("th.c-examined a");
    page.waitForSelector("th.c-examined[aria-sort=descending]");
    assertThat(fingerprints()).isEqualTo(byRows);
    assertThat(page).hasURL(Pattern.compile("sort=examined&dir=desc"));
    page.locator("th.c-rank a").press("Enter");
    page.waitForSelector("th.c-rank[aria-sort=ascending]");
    assertThat(fingerprints().get(0)).isEqualTo(SampleFacts.firstFingerprint());
  }

  @Test
  void movesFiltersAndOpensWithTheKeyboard() {
    review("");
    Locator rows = page.locator("#ranking tbody tr:visible");
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(rows.nth(1).locator("[data-open]")).isFocused();
    page.keyboard().press("k");
    assertThat(rows.nth(0).locator("[data-open]")).isFocused();
    assertThat(rows.nth(0)).hasAttribute("data-fingerprint", SampleFacts.firstFingerprint());
    page.keyboard().press("/");
    assertThat(page.locator("[data-filter]")).isFocused();
    page.keyboard().type("footprints");
    assertThat(rows).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("q=footprints"));
    page.keyboard().press("Escape");
    until("document.activeElement === document.body");
    page.keyboard().press("?");
    page.waitForSelector("[data-keys][open]");
    page.keyboard().press("Escape");
    page.waitForSelector("[data-keys]:not([open])", hiddenOrGone());
    // Closing returns the focus, a moment after the attribute has gone.
    until("!document.activeElement.closest('dialog')");
    page.keyboard().press("j");
    untilFocused("[data-open]");
    page.keyboard().press("Enter");
    page.waitForURL("**/queries/**");
    assertThat(page.locator("#statement")).containsText("insert into footprints");
  }

  @Test
  void sortsWhatIsFilteredAndZoomedAndLosesNeither() {
    review("?from=2026-11-11T18:00:00Z&to=2026-11-12T00:00:00Z");
    page.fill("[data-filter]", "regressed");
    Locator rows = page.locator("#ranking tbody tr:visible");
    int found = rows.count();
    assertThat(found).isBetween(1, 24);
    page.click("th.c-examined a");
    page.waitForSelector("th.c-examined[aria-sort=descending]");
    assertThat(rows).hasCount(found);
    assertThat(page.locator("[data-filter]")).hasValue("regressed");
    assertThat(page).hasURL(Pattern.compile("from=2026-11-11.*sort=examined.*q=regressed"));
  }

  @Test
  void bringsEveryRowBackWhenTheFilterIsEmptied() {
    review("?q=footprints");
    Locator rows = page.locator("#ranking tbody tr:visible");
    assertThat(rows).hasCount(1);
    page.fill("[data-filter]", "no such words");
    assertThat(page.locator("[data-empty=ranking]")).isVisible();
    page.fill("[data-filter]", "");
    assertThat(rows).hasCount(25);
    assertThat(page).not().hasURL(Pattern.compile("q="));
  }

  @Test
  void sortsTheFleet() {
    go("");
    Locator names = page.locator("#fleet tbody th a");
    assertThat(names).hasText(new String[] {"main", "billing", "idle"});
    page.click("th.c-name a");
    page.waitForSelector("th.c-name[aria-sort=ascending]");
    assertThat(names).hasText(new String[] {"billing", "idle", "main"});
  }

  @Test
  void filtersTheFleetByRegionAndKeepsTheOrder() {
    go("?sort=name&dir=asc");
    page.selectOption("select[name=region]", "us-east-1");
    page.waitForURL("**region=us-east-1**");
    assertThat(page.locator("#fleet tbody th a")).hasText(new String[] {"billing", "main"});
    assertThat(page).hasURL(Pattern.compile("sort=name"));
    assertThat(page).not().hasURL(Pattern.compile("engine=|q="));
    page.selectOption("select[name=region]", "");
    page.waitForSelector("#fleet tbody th >> text=idle");
    assertThat(page).not().hasURL(Pattern.compile("region="));
  }

  @Test
  void hidesAColumnAndRemembersItForTheNextPage() {
    review("");
    page.click("#columns summary");
    page.click("#columns >> text=latency");
    assertThat(page.locator("#ranking .c-latency")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("cols=share-peak-cores-calls-examined-weeks-change"));
    page.click("#columns >> text=rows sent");
    page.waitForSelector("#ranking th.c-sent");
    review("");
    assertThat(page.locator("#ranking th.c-sent")).hasCount(1);
    assertThat(page.locator("#ranking th.c-latency")).hasCount(0);
    assertThat(page.locator("#ranking td.c-sent").first())
        .hasText(NumberFormats.rate(SampleFacts.ranking().contributors().get(0).rowsSentPerCall()));
  }

  @Test
  void leadsFromANumberToWhereItComesFrom() {
    Ranking ranking = SampleFacts.ranking();
    Double peak = ranking.contributors().get(0).peakShare();
    review("");
    page.click("#ranking tbody tr >> nth=0 >> .c-peak a");
    page.waitForURL("**/queries/**#from-peak");
    assertThat(page.locator("#from-peak")).containsText(NumberFormats.percent(peak));
    assertThat(page.locator("#from-peak")).containsText(ranking.peakMinutes() + " highest minutes");
  }

  @Test
  void namesWhoCallsAQuery() {
    go("queries/" + SampleFacts.firstFingerprint() + "?cluster=main");
    List<String> users = page.locator("section:has(#users-title) tbody tr").allInnerTexts();
    List<String> hosts = page.locator("section:has(#hosts-title) tbody tr").allInnerTexts();
    assertThat(users).hasSize(2);
    assertThat(users.get(0))
        .contains("api", NumberFormats.percent(SampleFacts.CALLING_USERS.getOrDefault("api", 0.0)));
    assertThat(hosts.get(0))
        .contains(
            "10.0.1.11",
            NumberFormats.percent(SampleFacts.CALLING_HOSTS.getOrDefault("10.0.1.11", 0.0)));
  }

  @Test
  void keepsTheChosenThemeFromTheFirstByteOn() {
    go("");
    page.click("[data-theme-switch]");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.reload();
    assertThat(page.content()).contains("data-theme=\"dark\"");
  }

  @Test
  void neverScrollsSidewaysOnAPhone() {
    page.setViewportSize(390, 844);
    String week = "clusters/main/weeks/2026-W46";
    for (String path :
        List.of(
            "",
            week,
            week + "/sizing",
            "tasks",
            "clusters/idle/weeks/2026-W46",
            "queries/" + SampleFacts.firstFingerprint())) {
      go(path);
      Object wider =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assertThat(wider).as(path).isEqualTo(0);
    }
  }
}
