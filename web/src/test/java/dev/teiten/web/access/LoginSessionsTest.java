package dev.teiten.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginSessionsTest {
  private static final String TOKEN = "a-token-nobody-guesses-0123456789";

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
}
