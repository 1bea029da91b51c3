package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.access.AccessPolicy;
import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server under test counts how often it renders its pages. */
class PageCacheTest {
  private static final AccessPolicy NAMED =
      new AccessPolicy(AccessPolicy.Kind.HEADER, "X-User", Set.of("127.0.0.1"));

  private final AtomicLong version = new AtomicLong(1);
  private final AtomicInteger made = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Javalin server =
      Javalin.start(
          config -> {
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.startup.showJavalinBanner = false;
            new PageCache(version::get, NAMED).register(config.routes);
            config.routes.get("/page", ctx -> ctx.html("page " + made.incrementAndGet()));
            config.routes.get(
                "/live",
                ctx -> {
                  ctx.header("Cache-Control", "no-store");
                  ctx.html("live " + made.incrementAndGet());
                });
            config.routes.get(
                "/greeting",
                ctx -> {
                  ctx.cookie("seen", "1");
                  ctx.html("greeting " + made.incrementAndGet());
                });
            config.routes.get(
                "/broken", ctx -> ctx.status(500).html("broken " + made.incrementAndGet()));
            config.routes.post("/page", ctx -> ctx.html("posted " + made.incrementAndGet()));
          });

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void eachReaderHasPagesOfTheirOwn() throws Exception {
    assertThat(get("/page", "X-User", "alice").body()).isEqualTo("page 1");
    assertThat(get("/page", "X-User", "bob").body()).isEqualTo("page 2");
    assertThat(get("/page", "X-User", "alice").body()).isEqualTo("page 1");
  }

  @Test
  void aPageIsMadeOnceWhileNothingChanges() throws Exception {
    assertThat(get("/page").body()).isEqualTo("page 1");
    assertThat(get("/page").body()).isEqualTo("page 1");
  }

  @Test
  void aPageIsMadeAnewWhenSomethingHasChanged() throws Exception {
    get("/page");
    version.incrementAndGet();
    assertThat(get("/page").body()).isEqualTo("page 2");
  }

  @Test
  void otherParametersLanguagesAndCookiesAreOtherPages() throws Exception {
    get("/page");
    assertThat(get("/page?a=1").body()).isEqualTo("page 2");
    assertThat(get("/page", "Accept-Language", "ja").body()).isEqualTo("page 3");
    assertThat(get("/page", "Cookie", "teiten-theme=dark").body()).isEqualTo("page 4");
    assertThat(get("/page", "Cookie", "teiten-theme=dark").body()).isEqualTo("page 4");
  }

  @Test
  void aBrowserThatHasThePageGetsNoBody() throws Exception {
    HttpResponse<String> first = get("/page");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = get("/page", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    version.incrementAndGet();
    assertThat(get("/page", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void aCompressedPageIsTheSamePage() throws Exception {
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> answer =
          client.send(
              request("/page", "Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
      try (var plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
        assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("page 1");
      }
    }
  }

  @Test
  void whatHasItsOwnRuleOrACookieOrFailedIsNeverKept() throws Exception {
    for (String path : new String[] {"/live", "/greeting", "/broken"}) {
      String first = get(path).body();
      assertThat(get(path).body()).as(path).isNotEqualTo(first);
    }
  }

  @Test
  void writesAreNeverAnsweredFromMemory() throws Exception {
    get("/page");
    HttpRequest post = request("/page").POST(HttpRequest.BodyPublishers.ofString("x")).build();
    assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("posted 2");
    assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("posted 3");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(path, headers).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }
}
