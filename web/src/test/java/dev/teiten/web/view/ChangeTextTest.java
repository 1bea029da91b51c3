package dev.teiten.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.FurtherChange;
import dev.teiten.change.HourMove;
import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTextTest {
  private static final Instant FROM = Instant.parse("2026-11-10T14:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-10T16:00:00Z");

  private static QueryChange change(
      Kind kind,
      @Nullable Double effect,
      @Nullable String cause,
      @Nullable Instant until,
      @Nullable HourMove moved,
      List<String> suspects,
      List<FurtherChange> also) {
    return new QueryChange(
        kind, 1.0, effect, null, null, 0.01, FROM, cause, until, moved, suspects, also);
  }

  private static String detail(QueryChange change, String language) {
    DateFormats dates = new DateFormats(PageTexts.in(language), ZoneOffset.UTC);
    return ChangeText.of(change, 1.0, dates).detail();
  }

  @Test
  void aMoveSaysFromWhenToWhen() {
    HourMove daily = new HourMove(null, "02:00", null, "12:00", 0.97);
    HourMove weekly = new HourMove(DayOfWeek.SUNDAY, "02:00", DayOfWeek.WEDNESDAY, "03:00", 1);

    assertThat(
            detail(change(Kind.MOVED_IN_TIME, null, null, null, daily, List.of(), List.of()), "en"))
        .isEqualTo("02:00 → 12:00, since Tue 10 Nov 14:00");
    assertThat(
            detail(
                change(Kind.MOVED_IN_TIME, null, null, null, weekly, List.of(), List.of()), "en"))
        .startsWith("Sun 02:00 → Wed 03:00");
  }

  @Test
  void anIncidentHasItsHoursItsWaitAndItsSuspects() {
    QueryChange incident =
        change(Kind.INCIDENT, 4.0, "row_lock", UNTIL, null, List.of("t3-1"), List.of());

    assertThat(detail(incident, "en"))
        .contains("Tue 10 Nov 14:00 to Tue 10 Nov 16:00, waited for row_lock")
        .endsWith("meanwhile more work by t3-1");
    assertThat(detail(incident, "ja")).contains("待ち: row_lock").contains("t3-1");
  }

  @Test
  void aSecondChangeIsTold() {
    FurtherChange calls = new FurtherChange(Kind.TRAFFIC_UP, 0.98, 0.01);

    assertThat(
            detail(
                change(Kind.IMPROVED, -0.5, "PER_CALL", null, null, List.of(), List.of(calls)),
                "en"))
        .containsPattern("also \\+98.% calls$");
  }
}
