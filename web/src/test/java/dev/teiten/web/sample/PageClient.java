package dev.teiten.web.sample;

import dev.teiten.review.store.TaskBook;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests the sample's pages, as a browser without scripts does. */
public final class PageClient implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  /** A client of a server with these tasks. */
  public PageClient(TaskBook book) {
    server = SampleServer.start(book);
  }

  /** A client of a server that nobody writes to. */
  public PageClient() {
    server = SampleServer.start(CollectionStatus.none());
  }

  public URI uri() {
    return server.uri();
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  /** Sends a form of a Teiten page. */
  public HttpResponse<String> post(String path, String... fields) {
    String origin = "http://127.0.0.1:" + server.uri().getPort();
    return form(path, origin, fields);
  }

  /** Sends a form, with {@code origin} as the page that the browser reports. */
  public HttpResponse<String> form(String path, String origin, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    String[] headers = {"Content-Type", "application/x-www-form-urlencoded", "Origin", origin};
    return send(
        request("/" + path, origin.isEmpty() ? new String[] {headers[0], headers[1]} : headers)
            .POST(BodyPublishers.ofString(String.join("&", pairs)))
            .build());
  }

  /** Sends a request as a script does. */
  public HttpResponse<String> json(String method, String path, String body) {
    return send(
        request("/" + path, "Content-Type", "application/json", "X-Teiten-Csrf", "1")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
