package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.sample.SampleServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class LatestRoutesTest {
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

  @ParameterizedTest
  @CsvSource({
    "clusters/main, /clusters/main/weeks/2026-W46",
    "clusters/main/weeks/latest?sort=peak, /clusters/main/weeks/2026-W46?sort=peak",
    "clusters/main/weeks/latest/sizing?readers=5, /clusters/main/weeks/2026-W46/sizing?readers=5",
    "api/clusters/main/weeks/latest/load, /api/clusters/main/weeks/2026-W46/load"
  })
  void addressesWithoutAWeekLeadToTheNewest(String path, String target) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith(target);
    assertThat(get("clusters/no-such").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
  }
}
