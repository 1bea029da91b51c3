package dev.teiten.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.sample.SampleServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class CallerRoutesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeAll
  void start() {
    server = SampleServer.start(CollectionStatus.none());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theReviewLeadsToTheRouteAndTheRouteToItsQuery() throws Exception {
    String link = "/routes/GET%20/likes?cluster=main&amp;week=2026-W46";
    assertThat(get("/clusters/main/weeks/2026-W46").body()).contains("href=\"" + link + "\"");

    HttpResponse<String> route = get(link.replace("&amp;", "&"));
    assertThat(route.statusCode()).isEqualTo(200);
    assertThat(route.body()).contains("GET /likes", "2026-W45", "/queries/");
  }

  @Test
  void withoutClusterAndWeekTheNewestIsShown() throws Exception {
    assertThat(get("/routes/GET%20/likes").body()).containsPattern("/clusters/\\w+/weeks/2026-W46");
  }

  @Test
  void anUnknownRouteIsNotFound() throws Exception {
    HttpResponse<String> missing = get("/routes/no/such");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("no/such").contains("sqlcommenter");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
  }
}
