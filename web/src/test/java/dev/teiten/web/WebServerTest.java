package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.api.ApiRoutes;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.sample.SampleTasks;
import dev.teiten.web.site.ScriptModules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class WebServerTest {

  private static final String WEEK = "clusters/main/weeks/2026-W46";

  private final HttpClient client = HttpClient.newHttpClient();
  private final CollectionStatus progress = new CollectionStatus();
  private WebServer server;

  @BeforeAll
  void start() {
    server = SampleServer.start(progress);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?week=2026-W44&q=main",
        WEEK,
        WEEK + "?slice=sql&sort=peak&dir=asc&q=likes&top=all",
        WEEK + "/sizing",
        WEEK + "/sizing?readers=5&target=db.r6g.4xlarge",
        "tasks",
        "clusters/billing/weeks/2026-W46",
        "clusters/billing/weeks/2026-W46/sizing",
        "clusters/idle/weeks/2026-W46",
        "healthz",
        "readyz",
        "static/app.js",
        "static/base.css",
        "echarts/6.0.0/echarts.common.min.js",
        "api/progress",
        "api/" + WEEK + "/load"
      })
  void everyAddressAnswersUnderThePolicy(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isNotBlank();
    assertIsSafe(response);
  }

  @Test
  void aPageNamesEveryScriptThatItsScriptsImport() throws Exception {
    String page = get(WEEK).body();
    assertThat(ScriptModules.PAGE).contains("app.js", "chart.js", "ask.js", "time-axis.js");
    for (String module : ScriptModules.PAGE) {
      assertThat(page).contains("<link rel=\"modulepreload\" href=\"/static/" + module + "\">");
      assertThat(get("static/" + module).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clusters/nope/weeks/2026-W46,There are billing",
    "clusters/main/weeks/2026-W20,It holds 2026-W41",
    "clusters/main/weeks/yesterday,Write an ISO week",
    "queries/t1-none,look it up in a weekly review",
    "nowhere,leads to every cluster",
    "static/nowhere.css,leads to every cluster"
  })
  void whatIsNotThereGetsAPageWithAHint(String path, String hint) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains(hint).contains("<!doctype html>");
    assertIsSafe(response);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sizing?fix=x:200", "/sizing?fix=x", "/sizing?readers=99", "/sizing?readers=-1"})
  void anAddressOutOfRangeIsTheReadersToMend(String query) throws Exception {
    HttpResponse<String> response = get(WEEK + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Write ");
  }

  @ParameterizedTest
  @CsvSource({
    WEEK + "?from=x&to=y&lang=ja,期間ではありません",
    WEEK + "?tz=Mars/Phobos&lang=ja,タイムゾーンではありません",
    "tasks/99?lang=ja,タスク #99 はありません"
  })
  void whatIsWrongIsSaidInTheReadersLanguage(String path, String words) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isIn(400, 404);
    assertThat(response.body()).contains(words);
    assertIsSafe(response);
  }

  @Test
  void aFaultOfOursShowsAnIdAndNoTrace() throws Exception {
    // Reading tasks needs the clock.
    TaskBook faulty = SampleTasks.empty(new FaultyClock());
    try (faulty;
        WebServer broken = start(0, SampleServer.reviews(faulty))) {
      HttpResponse<String> response = get(broken.uri().resolve(WEEK));
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .containsPattern("under the id [0-9a-f]{8}")
          .doesNotContain("secret")
          .doesNotContain("dev.teiten");
    }
  }

  @Test
  void thePageShowsTheRankingInItsOrder() throws Exception {
    String body = get(WEEK).body();
    int at = 0;
    for (var contributor : SampleFacts.ranking().contributors().subList(0, 25)) {
      int next = body.indexOf("data-fingerprint=\"" + contributor.fingerprint() + "\"");
      assertThat(next).as(contributor.statement()).isGreaterThan(at);
      at = next;
    }
    assertThat(body).contains("other (not in the top 25)").doesNotContain("{0}");
  }

  @Test
  void sortingPutsTheUnknownLastInBothDirections() throws Exception {
    String unknown =
        SampleFacts.ranking().contributors().stream()
            .filter(query -> query.callsPerSecond() == null)
            .reduce((first, last) -> last)
            .orElseThrow()
            .fingerprint();
    for (String direction : new String[] {"asc", "desc"}) {
      String body = get(WEEK + "?top=all&sort=calls&dir=" + direction).body();
      assertThat(body.lastIndexOf("data-fingerprint="))
          .as(direction)
          .isEqualTo(body.indexOf("data-fingerprint=\"" + unknown));
    }
  }

  @Test
  void aFormsBlanksDoNotStayInTheAddress() throws Exception {
    HttpResponse<String> response = get(WEEK + "/sizing?fix=&fix=t1-a:80&target=&readers=5");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .endsWith(WEEK + "/sizing?fix=t1-a:80&readers=5");
  }

  @Test
  void missingMinutesAreNullInTheChartsData() throws Exception {
    JsonNode chart = new ObjectMapper().readTree(get("api/" + WEEK + "/load?slice=waits").body());
    JsonNode cpu = chart.path("series").path(0).path("values");
    assertThat(cpu).hasSize(1008);
    assertThat(cpu.path(594).isNull()).isTrue();
    assertThat(cpu.path(0).isNumber()).isTrue();
    assertThat(chart.path("vcpus").asDouble()).isEqualTo(288);
  }

  @Test
  void progressIsToldAsItGoes() throws Exception {
    progress.update(3, 54, "main 2026-W41");
    JsonNode state = new ObjectMapper().readTree(get("api/progress").body());
    assertThat(state.path("active").asBoolean()).isTrue();
    assertThat(state.path("text").asText()).isEqualTo("main 2026-W41");
    progress.update(54, 54, "");
    assertThat(get("api/progress").body()).contains("\"active\":false");
  }

  @Test
  void theReaderChoosesTheLanguageOnceAndTheCookieKeepsIt() throws Exception {
    HttpResponse<String> asked = get(WEEK + "?lang=ja");
    assertThat(asked.body()).contains("<html lang=\"ja\"").contains("支配的なクエリ");
    assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow()).contains("teiten-lang=ja");
    HttpRequest accepting = request(WEEK).header("Accept-Language", "ja,en;q=0.5").build();
    assertThat(send(accepting).body()).contains("<html lang=\"ja\"");
  }

  @Test
  void aTakenPortIsReportedWithTheOptionThatMendsIt() {
    assertThatThrownBy(() -> start(server.uri().getPort(), SampleServer.reviews()))
        .isInstanceOfSatisfying(
            TeitenException.class, e -> assertThat(e.hint()).contains("--port"));
    assertThatThrownBy(() -> new WebSettings("127.0.0.1", 70_000, ZoneOffset.UTC))
        .isInstanceOf(SettingException.class);
  }

  @Test
  void theDocumentsOfTheCommandLineAreServedForTheAddressAsked() throws Exception {
    ApiRoutes api =
        new ApiRoutes(
            ranking -> "{\"contributors\":" + ranking.contributors().size() + "}",
            sizing -> "{\"fixes\":" + sizing.fixes().size() + "}");
    try (WebServer documents =
        WebServer.start(
            new WebSettings("127.0.0.1", 0, ZoneOffset.UTC),
            SampleServer.reviews(),
            CollectionStatus.none(),
            Clock.systemUTC(),
            api)) {
      URI week = documents.uri().resolve("api/" + WEEK + "/");
      assertThat(get(week.resolve("ranking?by=peak")).body()).isEqualTo("{\"contributors\":34}");
      String fix = SampleFacts.firstFingerprint() + ":80";
      assertThat(get(week.resolve("sizing?fix=" + fix)).body()).isEqualTo("{\"fixes\":1}");
      HttpResponse<String> wrong = get(week.resolve("ranking?by=mood"));
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(new ObjectMapper().readTree(wrong.body()).path("hint").asText())
          .contains("load, peak or savings");
    }
  }

  /** A clock that cannot be read. */
  private static final class FaultyClock extends Clock {
    @Override
    public Instant instant() {
      throw new IllegalStateException("secret of the house");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static WebServer start(int port, ReviewService reviews) {
    return WebServer.start(
        new WebSettings("127.0.0.1", port, ZoneOffset.UTC),
        reviews,
        CollectionStatus.none(),
        Clock.systemUTC());
  }

  private static void assertIsSafe(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self';"));
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
