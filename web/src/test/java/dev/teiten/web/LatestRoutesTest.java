package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.sample.PageClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class LatestRoutesTest {
  private final PageClient client = new PageClient();

  @AfterAll
  void stop() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource({
    "clusters/main, /clusters/main/weeks/2026-W46",
    "clusters/main/weeks/latest?sort=peak, /clusters/main/weeks/2026-W46?sort=peak",
    "clusters/main/weeks/latest/sizing?readers=5, /clusters/main/weeks/2026-W46/sizing?readers=5",
    "api/clusters/main/weeks/latest/load, /api/clusters/main/weeks/2026-W46/load"
  })
  void addressesWithoutAWeekLeadToTheNewest(String path, String target) {
    HttpResponse<String> response = client.get(path);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith(target);
    assertThat(client.get("clusters/no-such").statusCode()).isEqualTo(404);
  }
}
