package dev.teiten.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The load outside the top keys is the total minus the sum of the keys. */
class OtherLoadTest {
  private static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");

  private static SourceSeries minutes(SeriesKind kind, String key, float... values) {
    float[] hour = new float[60];
    Arrays.fill(hour, values[values.length - 1]);
    System.arraycopy(values, 0, hour, 0, values.length);
    return new SourceSeries(kind, key, "", FROM, 60, hour);
  }

  private static SourceSeries hour(SeriesKind kind, float value) {
    return new SourceSeries(kind, "", "", FROM, 3600, new float[] {value});
  }

  private static float[] other(SeriesKind kind, List<SourceSeries> day) {
    return OtherLoad.of(day).stream()
        .filter(series -> series.kind() == kind)
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void minuteKeepsWhatTheKeysLeave() {
    float nan = Float.NaN;
    List<SourceSeries> day =
        List.of(
            minutes(SeriesKind.TOTAL, "", 10, nan, 5, 4),
            minutes(SeriesKind.DIGEST, "a", 3, 1, nan, 1),
            minutes(SeriesKind.DIGEST, "b", 2.5f, 1, 5.000001f, 1),
            minutes(SeriesKind.WAIT, "CPU", 10, 10, 10, 10));

    assertThat(other(SeriesKind.OTHER, day)).startsWith(4.5f, nan, 0f, 2f);
  }

  @Test
  void hourIsTheMeanOfItsKnownMinutesLessTheNamedDigests() {
    List<SourceSeries> day = new ArrayList<>();
    day.add(minutes(SeriesKind.TOTAL, "", Float.NaN, 6, 4));
    day.add(hour(SeriesKind.HOUR, 1.5f));

    // The hour has 58 minutes of load 4 and one of load 6.
    assertThat(other(SeriesKind.HOUR_OTHER, day)[0]).isEqualTo((float) (238 / 59.0 - 1.5));
  }

  @Test
  void nothingIsSaidWithoutATotal() {
    assertThat(OtherLoad.of(List.of(minutes(SeriesKind.DIGEST, "a", 3)))).isEmpty();
  }
}
