package dev.teiten.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests are believed by their sender, their site and their name. */
class RequestOriginTest {
  private static final String WEEK = "clusters/main/weeks/2026-W46";

  @Test
  void aNameOfAProxyIsReadAsUtf8AndItsPagesStayOutOfTheCache() throws Exception {
    try (GuardedServer server =
            new GuardedServer(
                AccessPolicy.parse("header:X-User", Set.of("127.0.0.0/8"), Map.of()));
        Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      String request =
          "GET /tasks/new HTTP/1.1\r\nHost: x\r\nX-User: Chloé\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains("Chloé").contains("Cache-Control: private, no-store");
    }
  }

  @Test
  void aMethodIsNotOverridden() throws Exception {
    try (GuardedServer server = new GuardedServer(AccessPolicy.open())) {
      HttpResponse<String> answer = server.get("tasks", "X-HTTP-Method-Override", "DELETE");
      assertThat(answer.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aProxysHeaderIsBelievedFromTheProxyOnly() throws Exception {
    try (GuardedServer server =
        new GuardedServer(AccessPolicy.parse("header:X-User", Set.of("127.0.0.1"), Map.of()))) {
      assertThat(server.get(WEEK, "X-User", "taro").statusCode()).isEqualTo(200);
      assertThat(server.get(WEEK, "X-User", "taro", "X-User", "boss").statusCode()).isEqualTo(403);
      assertThat(server.get(WEEK).statusCode()).isEqualTo(403);
    }
    try (GuardedServer server =
        new GuardedServer(AccessPolicy.parse("header:X-User", Set.of("10.9.8.7"), Map.of()))) {
      assertThat(server.get(WEEK, "X-User", "taro").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aWriteFromAnotherSiteIsRefused() throws Exception {
    try (GuardedServer server = new GuardedServer(AccessPolicy.open())) {
      String host = server.uri().getAuthority();
      assertThat(server.post().statusCode()).isEqualTo(403);
      assertThat(server.post("X-Teiten-Csrf", "1", "Origin", "https://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(server.post("X-Teiten-Csrf", "1", "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
      assertThat(server.post("X-Teiten-Csrf", "1", "Origin", "http://" + host).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void aNameThatWasMadeToLeadHereIsNotServed() throws Exception {
    try (GuardedServer server = new GuardedServer(AccessPolicy.open());
        Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      String request =
          "GET /" + WEEK + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("likes");
    }
  }
}
