package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.web.sample.SampleFacts;
import dev.teiten.web.sample.SampleServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader’s time zone passes from the address to every number and link. */
@Isolated("a cached page lives only while no other test reads or writes the samples")
@Tag("slow")
class TimeZoneTest {

  private static final String WEEK = "clusters/main/weeks/2026-W46";
  private static final Pattern LINK =
      Pattern.compile("(?:href|data-chart|data-mark)=\"(/[^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server = SampleServer.readOnly();

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Phobos", "asia/tokyo", "SystemV/PST8", "UTC%2B9", "%3Cb%3E"})
  void aZoneThatIsNoneIsRefusedWithAHint(String zone) throws Exception {
    HttpResponse<String> page = get(WEEK + "?tz=" + zone);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("is not a time zone", "tz=Asia/Tokyo").doesNotContain("<b>");
    HttpResponse<String> api = get("api/" + WEEK + "/load?tz=" + zone);
    assertThat(api.statusCode()).isEqualTo(400);
    assertThat(json(api).path("hint").asText()).contains("tz=Asia/Tokyo");
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo,2026-W46,2026-11-08T15:00:00Z,168",
    "America/New_York,2026-W46,2026-11-09T05:00:00Z,168",
    // Summer time ends in the night to Sunday 1 November.
    "America/New_York,2026-W44,2026-10-26T04:00:00Z,169",
    "Asia/Kolkata,2026-W46,2026-11-08T18:30:00Z,168"
  })
  void theWeekBeginsAtMidnightOfTheZone(String zone, String week, String from, int hours)
      throws Exception {
    JsonNode chart = json(get("api/clusters/main/weeks/" + week + "/load?tz=" + zone));
    assertThat(chart.path("from").asText()).isEqualTo(from);
    long seconds =
        chart.path("stepSeconds").asLong() * chart.path("series").path(0).path("values").size();
    assertThat(seconds).isEqualTo(hours * 3600L);
  }

  @Test
  void everyLinkOfAPageNamesTheZoneThatItIsReadIn() throws Exception {
    for (String path :
        List.of(
            "?week=2026-W46",
            WEEK + "?slice=sql&sort=peak",
            WEEK + "/sizing?readers=5",
            WEEK + "?mode=meeting",
            "queries/" + SampleFacts.firstFingerprint() + "?cluster=main&week=2026-W46",
            "clusters/idle/weeks/2026-W46")) {
      String address = path + (path.contains("?") ? "&" : "?") + "tz=America/New_York";
      List<String> links = links(get(address).body());
      assertThat(links).as(path).hasSizeGreaterThan(5);
      assertThat(links).as(path).allSatisfy(link -> assertThat(link).containsOnlyOnce("tz="));
      assertThat(links.stream().filter(link -> !link.contains("tz=America%2FNew_York")))
          .as("only the way back to the server’s zone")
          .allMatch(link -> link.endsWith("tz=UTC"));
    }
  }

  @Test
  void nobodyWhoChoseNoZoneSeesOneInTheAddresses() throws Exception {
    assertThat(links(get(WEEK).body())).noneMatch(link -> link.contains("tz="));
  }

  @Test
  void theCookieLeadsToTheAddressThatNamesTheZone() throws Exception {
    HttpResponse<String> chosen = get(WEEK + "?tz=Asia/Tokyo");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    assertThat(cookie).isEqualTo("teiten-tz=Asia/Tokyo");

    HttpResponse<String> again = send(request(WEEK + "?slice=sql").header("Cookie", cookie));
    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(again.headers().firstValue("Location").orElseThrow())
        .endsWith("/" + WEEK + "?slice=sql&tz=Asia%2FTokyo");
    // Requests of the page's scripts have the zone in their address, so the server does not
    // redirect them.
    assertThat(send(request("api/" + WEEK + "/load").header("Cookie", cookie)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCookieThatHoldsNoZoneIsAsIfThereWereNone() throws Exception {
    HttpResponse<String> page = send(request(WEEK).header("Cookie", "teiten-tz=Mars/Phobos"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Times in UTC");
  }

  @Test
  void aPageInAChosenZoneIsKeptLikeAnyOther() throws Exception {
    String path = WEEK + "?tz=Asia/Tokyo";
    String first = tag(send(request(path).header("Cookie", "teiten-tz=Asia/Tokyo")));
    assertThat(tag(send(request(path).header("Cookie", "teiten-tz=Asia/Tokyo")))).isEqualTo(first);
  }

  @Test
  void aMarkIsReadByTheClockOfThePage() throws Exception {
    HttpRequest.Builder post =
        request("api/clusters/billing/marks?tz=Asia/Tokyo")
            .header("Content-Type", "application/json")
            .header("X-Teiten-Csrf", "1")
            .POST(BodyPublishers.ofString("{\"at\":\"2026-11-12T10:30\",\"label\":\"x\"}"));
    assertThat(json(send(post)).path("at").asText()).isEqualTo("2026-11-12T01:30:00Z");
    assertThat(get("clusters/billing/weeks/2026-W46?tz=America/New_York").body())
        .contains("Wed 11 Nov 20:30 x");
  }

  @Test
  void daysAndHoursOfTheHeatMapAreThoseOfTheZone() throws Exception {
    String body = get("clusters/main/weeks/2026-W44?tz=America/New_York").body();
    Matcher cells = Pattern.compile("<rect class=\"h[^>]*><title>([^<]*): ").matcher(body);
    List<String> moments = new ArrayList<>();
    while (cells.find()) {
      moments.add(cells.group(1));
    }
    // The repeated hour is one cell.
    assertThat(moments).hasSize(168).doesNotHaveDuplicates();
    assertThat(moments.get(0)).isEqualTo("Mon 26 Oct 00:00");
    assertThat(moments.get(167)).isEqualTo("Sun 1 Nov 23:00");
  }

  private static List<String> links(String body) {
    Matcher found = LINK.matcher(body);
    List<String> links = new ArrayList<>();
    while (found.find()) {
      if (!found.group(1).startsWith("/static/")) {
        links.add(found.group(1));
      }
    }
    return links;
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
