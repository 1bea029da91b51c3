package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.review.ReviewService;
import dev.teiten.web.sample.EdgeArchive;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.view.PageLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages stay readable with little data, or with odd data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class EdgeStatesTest {

  private static final String ODD = EdgeArchive.ODD + "@eu-west-1";
  private static final ReviewWeek WEEK = SampleFacts.WEEK;
  private static final Pattern LINK = Pattern.compile("href=\"(/(?:clusters|queries|api)/[^\"#]*)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer sample = SampleServer.readOnly();
  private final Archive archive = EdgeArchive.write();
  private final ReviewService reviews = new ReviewService(archive);
  private final WebServer server =
      WebServer.start(
          new WebSettings("127.0.0.1", 0, ZoneOffset.UTC),
          reviews,
          CollectionStatus.none(),
          Clock.systemUTC(),
          ServerStartup.documents());

  @AfterAll
  void stop() {
    server.close();
    archive.close();
  }

  @Test
  void aClusterOfAnyNameHasItsPagesAndDocuments() throws Exception {
    Set<String> links = new LinkedHashSet<>();
    for (String page : List.of(PageLinks.week(ODD, WEEK), PageLinks.sizing(ODD, WEEK))) {
      HttpResponse<String> response = get(page);
      assertThat(response.statusCode()).as(page).isEqualTo(200);
      assertThat(response.body()).doesNotContain("<b>\"x").contains("&lt;b&gt;");
      Matcher found = LINK.matcher(response.body());
      while (found.find()) {
        links.add(found.group(1).replace("&amp;", "&"));
      }
    }
    assertThat(links).anyMatch(link -> link.endsWith(".csv")).hasSizeGreaterThan(30);
    String gone = reviews.review(ODD, WEEK).ranking().gone().get(0).fingerprint();
    assertThat(links).anyMatch(link -> link.contains(gone) && link.contains("2026-W45"));
    for (String link : links) {
      assertThat(get(link).statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void aWeekInWhichNoQueryIsNamedSaysSo() throws Exception {
    String body = get(PageLinks.week(EdgeArchive.UNNAMED, WEEK)).body();
    assertThat(body).contains("The source named no query in this week");
    assertThat(body).doesNotContain("No query matches the filter");
  }

  @Test
  void manyWarningsDoNotPushTheReviewAway() throws Exception {
    String body = get(PageLinks.week(EdgeArchive.UNNAMED, WEEK)).body();
    List<Sentence> warnings = reviews.review(EdgeArchive.UNNAMED, WEEK).ranking().warnings();
    Matcher more = Pattern.compile("<summary>(\\d+) more</summary>").matcher(body);
    assertThat(more.find()).isTrue();
    assertThat(Integer.parseInt(more.group(1))).isGreaterThanOrEqualTo(warnings.size() - 4);
    int fold = more.start();
    assertThat(body.indexOf(warnings.get(3).text())).isPositive().isLessThan(fold);
    assertThat(body.indexOf(warnings.get(4).text())).isGreaterThan(fold);
    assertThat(warnings).hasSizeGreaterThan(8);
  }

  @Test
  void whatWasNotSearchedIsNotSaidToReleaseNothing() throws Exception {
    String body = get(sample, PageLinks.sizing("billing", WEEK)).body();
    assertThat(body).contains("not searched alone", "Sizing is undecided, so no set of fixes");
    assertThat(body).doesNotContain("releases nothing", "reaches a smaller size");
    String query =
        get(sample, "/queries/" + SampleFacts.firstFingerprint() + "?cluster=billing&week=2026-W46")
            .body();
    assertThat(query).contains("Sizing is undecided, so no set of fixes was searched for");
    assertThat(query).doesNotContain("releases no instance");
  }

  @Test
  void numbersOfASampledServerComeFromItsTables() throws Exception {
    String address = "/queries/" + SampleFacts.firstFingerprint() + "?week=2026-W46&cluster=";
    assertThat(get(sample, address + "main").body())
        .contains("DescribeDimensionKeys db.sql_tokenized.stats")
        .doesNotContain("performance_schema");
    assertThat(get(address + EdgeArchive.SAMPLED).body())
        .contains("performance_schema.events_statements_summary_by_digest")
        .doesNotContain("DescribeDimensionKeys", "GetResourceMetrics");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(server, path);
  }

  private HttpResponse<String> get(WebServer from, String path)
      throws IOException, InterruptedException {
    URI address = from.uri().resolve(path);
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
