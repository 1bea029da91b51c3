package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleReviews;
import dev.teiten.web.view.PageLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a page says where there is little, or something odd, to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeStatesTest {

  private static final String ODD = "main \u00fc&<b>\"x\"'?#%;=@eu-west-1";
  private static final String NOTHING_NAMED = "main-unnamed";
  private static final String SAMPLED = "main-sampled";
  private static final ReviewWeek WEEK = ReviewWeek.parse(SampleReviews.LAST, ZoneOffset.UTC);
  private static final Pattern LINK = Pattern.compile("href=\"(/(?:clusters|queries|api)/[^\"#]*)");

  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeAll
  void start() {
    server =
        WebServer.start(
            new WebSettings("127.0.0.1", 0, ZoneOffset.UTC),
            new SampleReviews() {
              @Override
              public WeeklyReview review(String cluster, ReviewWeek week) {
                WeeklyReview review = super.review(cluster, week);
                return switch (cluster) {
                  case NOTHING_NAMED -> unnamed(review);
                  case SAMPLED -> sampled(review);
                  default -> review;
                };
              }
            },
            CollectionStatus.none(),
            Clock.systemUTC(),
            ServerStartup.documents());
  }

  @AfterAll
  void stop() {
    server.close();
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
    for (String link : links) {
      boolean unranked = link.contains("t1-00000000deadbeef"); // Gone, so without a page.
      assertThat(get(link).statusCode()).as(link).isEqualTo(unranked ? 404 : 200);
    }
  }

  @Test
  void aWeekInWhichNoQueryIsNamedSaysSo() throws Exception {
    String body = get(PageLinks.week(NOTHING_NAMED, WEEK)).body();
    assertThat(body).contains("The source named no query in this week");
    assertThat(body).doesNotContain("No query matches the filter");
  }

  @Test
  void manyWarningsDoNotPushTheReviewAway() throws Exception {
    String body = get(PageLinks.week(NOTHING_NAMED, WEEK)).body();
    int fold = body.indexOf("<summary>6 more</summary>");
    assertThat(body.indexOf("warning 4")).isPositive().isLessThan(fold);
    assertThat(body.indexOf("warning 5")).isGreaterThan(fold);
  }

  @Test
  void whatWasNotSearchedIsNotSaidToReleaseNothing() throws Exception {
    String body = get(PageLinks.sizing("billing", WEEK)).body();
    assertThat(body).contains("not searched alone", "Sizing is undecided, so no set of fixes");
    assertThat(body).doesNotContain("releases nothing", "reaches a smaller size");
    String query =
        get("/queries/" + SampleFacts.firstFingerprint() + "?cluster=billing&week=2026-W46").body();
    assertThat(query).contains("Sizing is undecided, so no set of fixes was searched for");
    assertThat(query).doesNotContain("releases no instance");
  }

  @Test
  void numbersOfASampledServerComeFromItsTables() throws Exception {
    String address = "/queries/" + SampleFacts.firstFingerprint() + "?week=2026-W46&cluster=";
    assertThat(get(address + "main").body())
        .contains("DescribeDimensionKeys db.sql_tokenized.stats")
        .doesNotContain("performance_schema");
    assertThat(get(address + SAMPLED).body())
        .contains("performance_schema.events_statements_summary_by_digest")
        .doesNotContain("DescribeDimensionKeys", "GetResourceMetrics");
  }

  private static WeeklyReview sampled(WeeklyReview review) {
    ClusterLoad load = review.load();
    Cluster old = load.cluster();
    Cluster cluster =
        new Cluster(old.name(), Cluster.SAMPLED, old.engine(), old.storage(), old.instances());
    return new WeeklyReview(
        new ClusterLoad(
            cluster,
            load.week(),
            load.instances(),
            load.history(),
            load.statements(),
            load.coverage(),
            load.warnings(),
            load.orderable()),
        review.dimensions(),
        review.ranking(),
        review.sizing(),
        review.headline(),
        List.of(),
        List.of());
  }

  private static WeeklyReview unnamed(WeeklyReview review) {
    Ranking all = review.ranking();
    List<Sentence> warnings = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      warnings.add(Sentence.plain("warning " + i));
    }
    return new WeeklyReview(
        review.load(),
        review.dimensions(),
        new Ranking(
            all.cluster(),
            all.week(),
            all.coverage(),
            all.loadAas(),
            all.loadAas(),
            0,
            null,
            0,
            List.of(),
            List.of(),
            warnings),
        review.sizing(),
        review.headline(),
        List.of(),
        List.of());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = server.uri().resolve(path);
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
