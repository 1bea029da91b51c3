package dev.teiten.web.access;

import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import dev.teiten.web.sample.SampleServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A server of the sample behind an access policy, and a client without cookies. */
final class GuardedServer implements AutoCloseable {
  private static final String MARK = "{\"at\":\"2026-11-11T10:00:00Z\",\"label\":\"deploy 7\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  GuardedServer(AccessPolicy access) {
    server =
        WebServer.start(
            new WebSettings("127.0.0.1", 0, ZoneOffset.UTC, access),
            SampleServer.reviews(),
            CollectionStatus.none(),
            Clock.fixed(Instant.parse("2026-11-18T09:00:00Z"), ZoneOffset.UTC));
  }

  URI uri() {
    return server.uri();
  }

  HttpResponse<String> form(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.uri().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> login(String token, String next) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&next=" + next));
    return send(request);
  }

  HttpResponse<String> post(String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("api/clusters/billing/marks"))
            .POST(HttpRequest.BodyPublishers.ofString(MARK));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
  }
}
