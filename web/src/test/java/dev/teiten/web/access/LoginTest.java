package dev.teiten.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login by a token, as browsers and scripts do it. */
class LoginTest {
  private static final String TOKEN = "a-token-nobody-guesses-0123456789";
  private static final String WEEK = "clusters/main/weeks/2026-W46";

  @Test
  void aTokenOpensThePagesAndNothingElseDoes() throws Exception {
    try (GuardedServer server =
        new GuardedServer(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      assertThat(server.get("healthz").statusCode()).isEqualTo(200);
      assertThat(server.get("static/base.css").statusCode()).isEqualTo(200);
      HttpResponse<String> page = server.get(WEEK + "?slice=sql");
      assertThat(page.statusCode()).isEqualTo(303);
      assertThat(page.headers().firstValue("Location"))
          .hasValueSatisfying(
              to ->
                  assertThat(to)
                      .endsWith("/login?next=%2F" + WEEK.replace("/", "%2F") + "%3Fslice%3Dsql"));
      assertThat(page.body()).doesNotContain("likes");
      HttpResponse<String> api = server.get("api/" + WEEK + "/load");
      assertThat(api.statusCode()).isEqualTo(401);
      assertThat(api.body()).contains("Authorization").doesNotContain(TOKEN);
      assertThat(api.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"teiten\"");
      assertThat(server.get("readyz").statusCode()).isEqualTo(200);
      assertThat(server.get(WEEK, "authorization", "bearer " + TOKEN).statusCode()).isEqualTo(200);
      assertThat(server.get(WEEK, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
      assertThat(server.get(WEEK, "Authorization", "Bearer " + TOKEN + "x").statusCode())
          .isEqualTo(303);
      assertThat(server.get(WEEK + "?token=" + TOKEN).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aBrowserTypesTheTokenOnceAndKeepsACookieThatGoesNowhereElse() throws Exception {
    try (GuardedServer server =
        new GuardedServer(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      assertThat(server.get("login").body()).contains("type=\"password\"");
      HttpResponse<String> wrong = server.login("wrong", "/");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
      HttpResponse<String> right = server.login(TOKEN, "/" + WEEK);
      assertThat(right.headers().firstValue("Location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("/" + WEEK));
      String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("SameSite=Strict", "HttpOnly").doesNotContain(TOKEN);
      String value = cookie.substring(0, cookie.indexOf(';'));
      assertThat(server.get(WEEK, "Cookie", value).statusCode()).isEqualTo(200);
      assertThat(server.get(WEEK, "Cookie", value + "0").statusCode()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "evil"})
  void theLoginLeadsToNoOtherSite(String next) throws Exception {
    try (GuardedServer server =
        new GuardedServer(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      String to = server.login(TOKEN, next).headers().firstValue("Location").orElseThrow();
      assertThat(server.uri().resolve(to)).isEqualTo(server.uri());
    }
  }

  @Test
  void logoutEndsThisSessionOrAllOfThem() throws Exception {
    try (GuardedServer server =
        new GuardedServer(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      String mine = cookie(server.login(TOKEN, "/"));
      String other = cookie(server.login(TOKEN, "/"));
      assertThat(server.get("tasks", "Cookie", mine).body()).contains("href=\"/logout\"");
      assertThat(server.get("logout", "Cookie", mine).body()).contains("End all sessions");
      assertThat(server.form("logout", "x=1", "Cookie", mine).statusCode()).isEqualTo(403);
      String host = "http://" + server.uri().getAuthority();
      server.form("logout", "x=1", "Cookie", mine, "Origin", host);
      assertThat(server.get("tasks", "Cookie", mine).statusCode()).isEqualTo(303);
      assertThat(server.get("tasks", "Cookie", other).statusCode()).isEqualTo(200);
      String again = cookie(server.login(TOKEN, "/"));
      server.form("logout", "all=1", "Cookie", again, "Origin", host);
      assertThat(server.get("tasks", "Cookie", other).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void guessingIsSlowedDown() throws Exception {
    try (GuardedServer server =
        new GuardedServer(new AccessPolicy(AccessPolicy.Kind.TOKEN, TOKEN, Set.of()))) {
      String session = cookie(server.login(TOKEN, "/"));
      for (int i = 0; i < 5; i++) {
        assertThat(server.login("wrong-" + i, "/").statusCode()).isEqualTo(401);
      }
      HttpResponse<String> refused = server.login(TOKEN, "/");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(server.get("tasks", "Authorization", "Bearer " + TOKEN).statusCode())
          .isEqualTo(429);
      assertThat(server.get("tasks", "Cookie", session).statusCode()).isEqualTo(200);
    }
  }

  private static String cookie(HttpResponse<String> response) {
    String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
