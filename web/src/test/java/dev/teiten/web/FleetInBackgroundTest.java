package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.FleetWeek;
import dev.teiten.review.ReviewService;
import dev.teiten.web.sample.EdgeArchive;
import dev.teiten.web.sample.SampleFacts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fleet page answers before the analyses of its rows. */
@Tag("slow")
class FleetInBackgroundTest {
  private static final int MOST_TRIES = 1200;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void rowsComeOneByOneAndAreThoseOfAnAnalysis() throws Exception {
    try (Archive archive = EdgeArchive.write()) {
      ReviewService reviews = new ReviewService(archive).inBackground(Duration.ZERO);
      FleetWeek first = reviews.fleetAtHand(SampleFacts.WEEK);
      assertThat(first.coming()).hasSize(first.rows().size()).isNotEmpty();
      assertThat(first.rows()).allMatch(row -> row.coverage() == null);

      FleetWeek later = first;
      for (int tries = 0; tries < MOST_TRIES && !later.coming().isEmpty(); tries++) {
        Thread.sleep(100);
        later = reviews.fleetAtHand(SampleFacts.WEEK);
      }
      assertThat(later.coming()).isEmpty();
      List<ClusterSummary> made = new ReviewService(archive).fleet(SampleFacts.WEEK);
      assertThat(later.rows()).isEqualTo(made);
    }
  }

  @Test
  void thePageSaysWhatIsComingAndLoadsAgain() throws Exception {
    try (Archive archive = EdgeArchive.write();
        WebServer server =
            WebServer.start(
                new WebSettings("127.0.0.1", 0, ZoneOffset.UTC),
                new ReviewService(archive).inBackground(Duration.ZERO),
                CollectionStatus.none(),
                Clock.systemUTC())) {
      HttpResponse<String> first = get(server);
      assertThat(first.body()).contains("being analyzed");
      assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(first.headers().firstValue("Refresh")).contains("5");

      HttpResponse<String> later = first;
      for (int tries = 0; tries < MOST_TRIES && later.body().contains("being analyzed"); tries++) {
        Thread.sleep(100);
        later = get(server);
      }
      assertThat(later.body()).doesNotContain("being analyzed");
      assertThat(later.headers().firstValue("Refresh")).isEmpty();
    }
  }

  private HttpResponse<String> get(WebServer server) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve("?week=" + SampleFacts.WEEK.label())).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
