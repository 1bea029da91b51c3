package dev.teiten.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.source.Series.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the top keys leave out is the total less their sum, and nothing else. */
class OthersTest {
  private static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");

  private static Series minutes(Kind kind, String key, float... values) {
    float[] hour = new float[60];
    Arrays.fill(hour, values[values.length - 1]);
    System.arraycopy(values, 0, hour, 0, values.length);
    return new Series(kind, key, "", FROM, 60, hour);
  }

  private static Series hour(Kind kind, float value) {
    return new Series(kind, "", "", FROM, 3600, new float[] {value});
  }

  private static float[] other(Kind kind, List<Series> day) {
    return Others.of(day).stream()
        .filter(series -> series.kind() == kind)
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void minuteKeepsWhatTheKeysLeave() {
    float nan = Float.NaN;
    List<Series> day =
        List.of(
            minutes(Kind.TOTAL, "", 10, nan, 5, 4),
            minutes(Kind.DIGEST, "a", 3, 1, nan, 1),
            minutes(Kind.DIGEST, "b", 2.5f, 1, 5.000001f, 1),
            minutes(Kind.WAIT, "CPU", 10, 10, 10, 10));

    assertThat(other(Kind.OTHER, day)).startsWith(4.5f, nan, 0f, 2f);
  }

  @Test
  void hourIsTheMeanOfItsKnownMinutesLessTheNamedDigests() {
    List<Series> day = new ArrayList<>();
    day.add(minutes(Kind.TOTAL, "", Float.NaN, 6, 4));
    day.add(hour(Kind.HOUR, 1.5f));

    // 58 minutes of 4 and one of 6 are known.
    assertThat(other(Kind.HOUR_OTHER, day)[0]).isEqualTo((float) (238 / 59.0 - 1.5));
  }

  @Test
  void nothingIsSaidWithoutATotal() {
    assertThat(Others.of(List.of(minutes(Kind.DIGEST, "a", 3)))).isEmpty();
  }
}
