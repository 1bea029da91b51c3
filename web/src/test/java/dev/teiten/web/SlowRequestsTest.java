package dev.teiten.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.web.access.AccessPolicy;
import dev.teiten.web.sample.SampleServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many clients that send slowly, or too much, are in nobody's way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class SlowRequestsTest {
  private static final int MANY = 300;
  private static final String TOKEN = "a-token-nobody-guesses-0123456789";

  private final WebServer server =
      WebServer.start(
          new WebSettings(
              "127.0.0.1",
              0,
              ZoneOffset.UTC,
              AccessPolicy.parse("env:T", Set.of(), Map.of("T", TOKEN))),
          SampleServer.reviews(),
          CollectionStatus.none(),
          SampleServer.CLOCK);
  private final List<Socket> sockets = new ArrayList<>();

  @AfterAll
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  /** A request whose body has begun and does not go on. */
  private Socket begun(String path, int length, String... headers) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.uri().getPort());
    sockets.add(socket);
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nX-Teiten-Csrf: 1\r\n"
            + Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining())
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + length
            + "\r\n\r\nt";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String firstLine(Socket socket) throws IOException {
    return firstLine(socket, (int) Duration.ofMinutes(1).toMillis());
  }

  private static String firstLine(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private int status(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri().resolve(path)).timeout(Duration.ofMinutes(1)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void slowLoginsTakeNoThread() throws Exception {
    for (int i = 0; i < MANY; i++) {
      begun("/login", 1000);
    }
    assertThat(status("readyz")).isEqualTo(200);
    assertThat(status("login")).isEqualTo(200);
  }

  @Test
  void loginIsAskedForBeforeTheBodyIsRead() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      slow.add(begun("/api/tasks", 1000));
    }
    for (Socket socket : slow) {
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void bodyThatDripsIsCutOff() throws Exception {
    Socket login = begun("/login", 100_000);
    Socket task = begun("/api/tasks", 100_000, "Authorization: Bearer " + TOKEN);
    for (Socket socket : List.of(login, task)) {
      assertThat(drip(socket)).matches("HTTP/1.1 4\\d\\d.*|");
    }
  }

  /** Sends a byte a second until there is an answer, or the connection is closed. */
  private static String drip(Socket socket) throws IOException {
    for (int second = 0; second < 40; second++) {
      try {
        return firstLine(socket, 1_000);
      } catch (SocketTimeoutException e) {
        socket.getOutputStream().write('x');
      }
    }
    throw new AssertionError("still open");
  }

  @Test
  void largeLoginIsRefused() throws Exception {
    assertThat(firstLine(begun("/login", 1_000_000))).matches("HTTP/1.1 4\\d\\d.*");
  }

  @Test
  void serversOwnErrorPageHasTheSecurityHeaders() throws Exception {
    Socket socket = new Socket("127.0.0.1", server.uri().getPort());
    sockets.add(socket);
    String request = "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("Content-Security-Policy: ", "X-Content-Type-Options: nosniff")
        .doesNotContain("Jetty", "\tat ");
  }
}
