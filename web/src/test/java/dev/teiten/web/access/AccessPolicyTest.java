package dev.teiten.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.load.SettingException;
import dev.teiten.web.CollectionStatus;
import dev.teiten.web.WebServer;
import dev.teiten.web.WebSettings;
import dev.teiten.web.sample.SampleServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

  private static final String TOKEN = "a-token-nobody-guesses-0123456789";
  private static final String WEEK = "clusters/main/weeks/2026-W46";
  private static final String MARK = "{\"at\":\"2026-11-11T10:00:00Z\",\"label\":\"deploy 7\"}";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anAddressOfTheNetworkNeedsALogin() {
    assertThatThrownBy(() -> new WebSettings("0.0.0.0", 0, ZoneOffset.UTC))
        .isInstanceOfSatisfying(
            SettingException.class, e -> assertThat(e.hint()).contains("--auth"));
    AccessPolicy token = AccessPolicy.parse("env:T", Set.of(), Map.of("T", TOKEN));
    assertThat(new WebSettings("0.0.0.0", 0, ZoneOffset.UTC, token).access()).isEqualTo(token);
    assertThat(token).hasToString("Access[TOKEN]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env:NONE", "env:SHORT", "file:/no/such/file", "header:X-User"})
  void whatIsNoLoginIsTheOperatorsToMend(String auth) {
    assertThatThrownBy(() -> AccessPolicy.parse(auth, Set.of(), Map.of("SHORT", "secret")))
        .isInstanceOfSatisfying(
            SettingException.class,
            e -> assertThat(e.hint()).isNotBlank().doesNotContain("secret"));
  }

  @Test
  void aTokenOpensThePagesAndNothingElseDoes() throws Exception {
    try (WebServer server = start(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      assertThat(get(server, "healthz").statusCode()).isEqualTo(200);
      assertThat(get(server, "static/base.css").statusCode()).isEqualTo(200);
      HttpResponse<String> page = get(server, WEEK + "?slice=sql");
      assertThat(page.statusCode()).isEqualTo(303);
      assertThat(page.headers().firstValue("Location"))
          .hasValueSatisfying(
              to ->
                  assertThat(to)
                      .endsWith("/login?next=%2F" + WEEK.replace("/", "%2F") + "%3Fslice%3Dsql"));
      assertThat(page.body()).doesNotContain("likes");
      HttpResponse<String> api = get(server, "api/" + WEEK + "/load");
      assertThat(api.statusCode()).isEqualTo(401);
      assertThat(api.body()).contains("Authorization").doesNotContain(TOKEN);
      assertThat(api.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"teiten\"");
      assertThat(get(server, "readyz").statusCode()).isEqualTo(200);
      assertThat(get(server, WEEK, "authorization", "bearer " + TOKEN).statusCode()).isEqualTo(200);
      assertThat(get(server, WEEK, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
      assertThat(get(server, WEEK, "Authorization", "Bearer " + TOKEN + "x").statusCode())
          .isEqualTo(303);
      assertThat(get(server, WEEK + "?token=" + TOKEN).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aBrowserTypesTheTokenOnceAndKeepsACookieThatGoesNowhereElse() throws Exception {
    try (WebServer server = start(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      assertThat(get(server, "login").body()).contains("type=\"password\"");
      HttpResponse<String> wrong = login(server, "wrong", "/");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
      HttpResponse<String> right = login(server, TOKEN, "/" + WEEK);
      assertThat(right.headers().firstValue("Location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("/" + WEEK));
      String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("SameSite=Strict", "HttpOnly").doesNotContain(TOKEN);
      String value = cookie.substring(0, cookie.indexOf(';'));
      assertThat(get(server, WEEK, "Cookie", value).statusCode()).isEqualTo(200);
      assertThat(get(server, WEEK, "Cookie", value.replaceFirst("=(\\d)", "=9$1")).statusCode())
          .isEqualTo(303);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "evil"})
  void theLoginLeadsToNoOtherSite(String next) throws Exception {
    try (WebServer server = start(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      String to = login(server, TOKEN, next).headers().firstValue("Location").orElseThrow();
      assertThat(server.uri().resolve(to)).isEqualTo(server.uri());
    }
  }

  @Test
  void aSessionEnds() {
    Instant now = Instant.parse("2026-11-18T09:00:00Z");
    String cookie = new SessionCookies(TOKEN, Clock.fixed(now, ZoneOffset.UTC)).issue();
    SessionCookies before = at(now.plus(SessionCookies.LENGTH).minusSeconds(1));
    assertThat(before.isValid(cookie)).isTrue();
    assertThat(at(now.plus(SessionCookies.LENGTH)).isValid(cookie)).isFalse();
    assertThat(new SessionCookies(TOKEN + "2", Clock.fixed(now, ZoneOffset.UTC)).isValid(cookie))
        .isFalse();
    assertThat(before.isValid(null)).isFalse();
    assertThat(before.isValid("9999999999." + "0".repeat(64))).isFalse();
  }

  @Test
  void aProxysHeaderIsBelievedFromTheProxyOnly() throws Exception {
    try (WebServer server =
        start(AccessPolicy.parse("header:X-User", Set.of("127.0.0.1"), Map.of()))) {
      assertThat(get(server, WEEK, "X-User", "taro").statusCode()).isEqualTo(200);
      assertThat(get(server, WEEK, "X-User", "taro", "X-User", "boss").statusCode()).isEqualTo(403);
      assertThat(get(server, WEEK).statusCode()).isEqualTo(403);
    }
    try (WebServer server =
        start(AccessPolicy.parse("header:X-User", Set.of("10.9.8.7"), Map.of()))) {
      assertThat(get(server, WEEK, "X-User", "taro").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aWriteFromAnotherSiteIsRefused() throws Exception {
    try (WebServer server = start(AccessPolicy.open())) {
      String host = server.uri().getAuthority();
      assertThat(post(server).statusCode()).isEqualTo(403);
      assertThat(post(server, "X-Teiten-Csrf", "1", "Origin", "https://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(post(server, "X-Teiten-Csrf", "1", "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
      assertThat(post(server, "X-Teiten-Csrf", "1", "Origin", "http://" + host).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void aNameThatWasMadeToLeadHereIsNotServed() throws Exception {
    try (WebServer server = start(AccessPolicy.open());
        Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      String request =
          "GET /" + WEEK + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("likes");
    }
  }

  private static SessionCookies at(Instant now) {
    return new SessionCookies(TOKEN, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static WebServer start(AccessPolicy access) {
    return WebServer.start(
        new WebSettings("127.0.0.1", 0, ZoneOffset.UTC, access),
        SampleServer.reviews(),
        CollectionStatus.none(),
        Clock.fixed(Instant.parse("2026-11-18T09:00:00Z"), ZoneOffset.UTC));
  }

  private HttpResponse<String> login(WebServer server, String token, String next)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&next=" + next));
    return send(request);
  }

  private HttpResponse<String> post(WebServer server, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve("api/clusters/billing/marks"))
            .POST(HttpRequest.BodyPublishers.ofString(MARK));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> get(WebServer server, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
