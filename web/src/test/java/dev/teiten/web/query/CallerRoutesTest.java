package dev.teiten.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.sample.PageClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class CallerRoutesTest {
  private final PageClient client = new PageClient();

  @AfterAll
  void stop() {
    client.close();
  }

  @Test
  void theReviewLeadsToTheRouteAndTheRouteToItsQuery() {
    String link = "/routes/GET%20/likes?cluster=main&amp;week=2026-W46";
    assertThat(client.get("/clusters/main/weeks/2026-W46").body())
        .contains("href=\"" + link + "\"");

    HttpResponse<String> route = client.get(link.replace("&amp;", "&"));
    assertThat(route.statusCode()).isEqualTo(200);
    assertThat(route.body()).contains("GET /likes", "2026-W45", "/queries/");
  }

  @Test
  void withoutClusterAndWeekTheNewestIsShown() {
    assertThat(client.get("/routes/GET%20/likes").body())
        .containsPattern("/clusters/\\w+/weeks/2026-W46");
  }

  @Test
  void anUnknownRouteIsNotFound() {
    HttpResponse<String> missing = client.get("/routes/no/such");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("no/such").contains("sqlcommenter");
  }
}
