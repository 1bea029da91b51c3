package dev.teiten.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.collect.CollectHealth;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.TaskBook;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import dev.teiten.web.access.AccessPolicy;
import dev.teiten.web.sample.EdgeArchive;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import dev.teiten.web.sample.SampleTasks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class MetricsRoutesTest {
  private static final Instant NOW = SampleServer.CLOCK.instant();
  private static final AccessPolicy TOKEN =
      AccessPolicy.parse("env:T", Set.of(), Map.of("T", "a-token-nobody-guesses-0123456789"));

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void numbersAtHandAreShownAndNothingIsAnalyzedForThem() throws Exception {
    try (Archive archive = EdgeArchive.write();
        TaskBook book = SampleTasks.book(SampleServer.CLOCK)) {
      new CollectHealth(NOW, NOW.minusSeconds(60), 3, 1234).keep(archive.root());
      ReviewService reviews = new ReviewService(archive).withBook(book, Duration.ZERO);
      try (WebServer server = start(reviews, AccessPolicy.open(), false)) {
        long before = reviews.version();
        String text = get(server, "metrics").body();
        // The instances of a pair have days up to the end of the week, 57 hours ago.
        assertThat(value(text, "teiten_cluster_newest_day_age_seconds{cluster=\"sampled\""))
            .isEqualTo(Duration.between(SampleFacts.WEEK.range().to(), NOW).toSeconds());
        assertThat(value(text, "teiten_collect_requests_total")).isEqualTo(1234);
        assertThat(value(text, "teiten_collect_failed_parts")).isEqualTo(3);
        assertThat(value(text, "teiten_collect_last_success_timestamp_seconds"))
            .isEqualTo(NOW.minusSeconds(60).getEpochSecond());
        assertThat(value(text, "teiten_tasks{state=\"dropped\"}")).isZero();
        assertThat(value(text, "teiten_tasks{state=\"doing\"}")).isEqualTo(1);
        assertThat(value(text, "teiten_ledger_promised_monthly_usd"))
            .isCloseTo(3387.2, within(1e-6));
        assertThat(value(text, "teiten_store_up")).isEqualTo(1);
        assertThat(text)
            .contains("jvm_memory_used_bytes", "cluster=\"main ü&<b>\\\"x\\\"'?#%;=@eu-west-1\"")
            .doesNotContain("teiten_week_load_aas");
        assertThat(reviews.version()).isEqualTo(before);

        get(server, "");
        String later = get(server, "metrics").body();
        assertThat(value(later, "teiten_week_clusters")).isEqualTo(4);
        for (ClusterSummary row : reviews.fleet(SampleFacts.WEEK)) {
          if (row.cluster().name().equals(EdgeArchive.SAMPLED)) {
            String labels = "{cluster=\"sampled\",region=\"sampled\"}";
            assertThat(value(later, "teiten_week_load_aas" + labels))
                .isEqualTo(Objects.requireNonNull(row.loadAas()));
            assertThat(value(later, "teiten_week_coverage_ratio" + labels))
                .isEqualTo(row.coverage());
          }
        }
      }
    }
  }

  @Test
  void metricsNeedTheLoginOfThePagesUnlessTheyAreOpened() throws Exception {
    try (WebServer server = start(SampleServer.reviews(), TOKEN, false)) {
      assertThat(get(server, "metrics").statusCode()).isEqualTo(401);
      assertThat(get(server, "metrics", "Authorization", "Bearer " + TOKEN.secret()).statusCode())
          .isEqualTo(200);
    }
    try (WebServer server = start(SampleServer.reviews(), TOKEN, true)) {
      HttpResponse<String> metrics = get(server, "metrics");
      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
      assertThat(metrics.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(get(server, "tasks").statusCode()).isEqualTo(303);
    }
  }

  private static WebServer start(ReviewService reviews, AccessPolicy access, boolean open) {
    return WebServer.start(
        new WebSettings("127.0.0.1", 0, ZoneOffset.UTC, access, open),
        reviews,
        CollectionStatus.none(),
        SampleServer.CLOCK);
  }

  /** The value of the first line with this begin. */
  private static double value(String text, String begin) {
    String line = text.lines().filter(l -> l.startsWith(begin)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  private HttpResponse<String> get(WebServer server, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
