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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
      assertThat(get(server, WEEK, "Cookie", value + "0").statusCode()).isEqualTo(303);
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
  void aSessionEndsAfterTwelveHoursOrWhenItIsEnded() {
    Instant[] now = {Instant.parse("2026-11-18T09:00:00Z")};
    LoginSessions sessions =
        new LoginSessions(
            TOKEN,
            new Clock() {
              @Override
              public Instant instant() {
                return now[0];
              }

              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
              }
            });
    String first = sessions.begin();
    String second = sessions.begin();
    assertThat(first).hasSize(64).isNotEqualTo(second);
    now[0] = now[0].plus(LoginSessions.LENGTH).minusSeconds(1);
    assertThat(sessions.isValid(first)).isTrue();
    sessions.end(first);
    assertThat(sessions.isValid(first)).isFalse();
    assertThat(sessions.isValid(second)).isTrue();
    String third = sessions.begin();
    now[0] = now[0].plusSeconds(1);
    assertThat(sessions.isValid(second)).isFalse();
    sessions.endAll();
    assertThat(sessions.isValid(third)).isFalse();
    assertThat(sessions.isValid(null)).isFalse();
    assertThat(sessions.isValid("0".repeat(64))).isFalse();
  }

  @Test
  void logoutEndsThisSessionOrAllOfThem() throws Exception {
    try (WebServer server = start(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      String mine = cookie(login(server, TOKEN, "/"));
      String other = cookie(login(server, TOKEN, "/"));
      assertThat(get(server, "tasks", "Cookie", mine).body()).contains("href=\"/logout\"");
      assertThat(get(server, "logout", "Cookie", mine).body()).contains("End all sessions");
      assertThat(form(server, "logout", "x=1", "Cookie", mine).statusCode()).isEqualTo(403);
      String host = "http://" + server.uri().getAuthority();
      form(server, "logout", "x=1", "Cookie", mine, "Origin", host);
      assertThat(get(server, "tasks", "Cookie", mine).statusCode()).isEqualTo(303);
      assertThat(get(server, "tasks", "Cookie", other).statusCode()).isEqualTo(200);
      String again = cookie(login(server, TOKEN, "/"));
      form(server, "logout", "all=1", "Cookie", again, "Origin", host);
      assertThat(get(server, "tasks", "Cookie", other).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void guessingIsSlowedDown() throws Exception {
    try (WebServer server = start(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      String session = cookie(login(server, TOKEN, "/"));
      for (int i = 0; i < 5; i++) {
        assertThat(login(server, "wrong-" + i, "/").statusCode()).isEqualTo(401);
      }
      HttpResponse<String> refused = login(server, TOKEN, "/");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(get(server, "tasks", "Authorization", "Bearer " + TOKEN).statusCode())
          .isEqualTo(429);
      assertThat(get(server, "tasks", "Cookie", session).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "abababababababababababab",
        "correct-horse-correct-horse",
        "123456789012345678901234",
        "abcdefghijklmnopqrstuvwxyz"
      })
  void aTokenThatFollowsAPatternIsRefused(String token) {
    assertThatThrownBy(() -> AccessPolicy.parse("env:T", Set.of(), Map.of("T", token)))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("pattern");
  }

  @Test
  void aTokenThatOthersCanReadIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> AccessPolicy.parse("file:" + file, Set.of(), Map.of()))
        .isInstanceOfSatisfying(
            SettingException.class, e -> assertThat(e.hint()).contains("chmod 600"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(AccessPolicy.parse("file:" + file, Set.of(), Map.of()).secret()).isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.200.3.4,true",
    "10.0.0.0/8,11.0.0.1,false",
    "192.168.4.0/22,192.168.7.255,true",
    "192.168.4.0/22,192.168.8.0,false",
    "fd00::/8,fd12::1,true",
    "fd00::/8,10.0.0.1,false",
    "0.0.0.0/0,203.0.113.9,true",
    "10.0.0.5,10.0.0.5,true",
    "10.0.0.5,10.0.0.6,false",
    "localhost,127.0.0.1,true"
  })
  void aProxyIsAnAddressANameOrARange(String range, String address, boolean inside) {
    assertThat(AddressRange.parse(range).contains(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "proxy/8", "fd00::/129", "10.0.0.0/8/8"})
  void whatIsNoRangeIsAWrongSetting(String range) {
    assertThatThrownBy(() -> AccessPolicy.parse("header:X-User", Set.of(range), Map.of()))
        .isInstanceOf(SettingException.class);
  }

  @Test
  void aNameOfAProxyIsReadAsUtf8AndItsPagesStayOutOfTheCache() throws Exception {
    try (WebServer server =
            start(AccessPolicy.parse("header:X-User", Set.of("127.0.0.0/8"), Map.of()));
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
    try (WebServer server = start(AccessPolicy.open())) {
      HttpResponse<String> answer = get(server, "tasks", "X-HTTP-Method-Override", "DELETE");
      assertThat(answer.statusCode()).isEqualTo(400);
    }
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

  private static String cookie(HttpResponse<String> response) {
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private HttpResponse<String> form(WebServer server, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.uri().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
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
