package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDayTest {
  private record Found(Instant hour, LocalDate day) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Asia/Tokyo", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"})
  void everyHourOfAYearIsOnTheDayThatItsZoneSays(String name) {
    ZoneId zone = ZoneId.of(name);
    TimeRange year =
        new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    String hours =
        "(SELECT unnest(range(TIMESTAMP '2026-01-01', TIMESTAMP '2027-01-01', INTERVAL 1 HOUR))"
            + " AS starts_at)";

    List<Found> found;
    try (DuckDbEngine engine = new DuckDbEngine()) {
      found =
          engine.query(
              "SELECT starts_at, " + ArchiveSql.localDay(year, zone) + " AS day FROM " + hours,
              row ->
                  new Found(
                      Objects.requireNonNull(row.instantOrNull("starts_at")),
                      LocalDate.ofEpochDay((long) row.number("day"))));
    }

    assertThat(found)
        .hasSize(365 * 24)
        .allSatisfy(f -> assertThat(f.day()).isEqualTo(LocalDate.ofInstant(f.hour(), zone)));
  }
}
