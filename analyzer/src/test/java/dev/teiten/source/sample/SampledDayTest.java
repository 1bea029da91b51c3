package dev.teiten.source.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.collect.sample.SampledInstance;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampledDayTest {
  private static final LocalDate DATE = LocalDate.parse("2026-11-09");
  private static final Instant TEN = Instant.parse("2026-11-09T10:00:00Z");
  private static final WaitEvent FILE = new WaitEvent("io/file/innodb/innodb_data_file");

  /** Tolerance for the mean of floats. */
  private static final double ROUNDING = 1e-5;

  @Test
  void meansAreOverTheLooksOfTheMinuteAndTheMinutesOfTheHour() {
    SampledDay day = new SampledDay(DATE);
    day.add(minute(0, 60, session("a", WaitEvent.CPU), session("b", FILE)));
    day.add(minute(1, 40, session("a", FILE)));

    assertThat(value(day, SeriesKind.TOTAL, "", "", 600)).isEqualTo(2);
    assertThat(value(day, SeriesKind.TOTAL, "", "", 601)).isEqualTo(1);
    assertThat(value(day, SeriesKind.DIGEST, "a", "", 601)).isEqualTo(1);
    assertThat(value(day, SeriesKind.DIGEST_CPU, "a", "", 601)).isZero();
    assertThat(value(day, SeriesKind.WAIT, FILE.name(), "", 600)).isEqualTo(1);
    assertThat(value(day, SeriesKind.HOUR_DIGEST, "a", "", 10)).isEqualTo(1);
    assertThat(value(day, SeriesKind.HOUR_DIGEST, "b", "", 10)).isEqualTo(0.5);
    assertThat(value(day, SeriesKind.HOUR_DIGEST_WAIT, "a", "CPU", 10)).isEqualTo(0.5);
    assertThat(value(day, SeriesKind.HOUR, "", "", 10)).isEqualTo(1.5);
    assertThat(value(day, SeriesKind.HOUR_USER, "ann", "", 10)).isEqualTo(1.5);
    assertThat(value(day, SeriesKind.DAY_DIGEST_HOST, "b", "web-1", 0)).isEqualTo(0.5);
  }

  @Test
  void whatWasNotSeenIsUnknownAndNotIdle() {
    SampledDay day = new SampledDay(DATE);
    day.add(minute(0, 60));

    assertThat(value(day, SeriesKind.TOTAL, "", "", 600)).isZero();
    assertThat(value(day, SeriesKind.TOTAL, "", "", 601)).isNaN();
    assertThat(value(day, SeriesKind.HOUR, "", "", 10)).isZero();
    assertThat(value(day, SeriesKind.HOUR, "", "", 11)).isNaN();
    assertThat(minute(0, SampledMinute.FEWEST - 1).isKnown()).isFalse();
  }

  @Test
  void anHourThatIsOverKeepsItsHeaviestDigestsAndTheRestIsOther() {
    SampledDay day = new SampledDay(DATE);
    List<ActiveSession> sessions = new ArrayList<>();
    for (int i = 0; i < SampledDay.TOP + 5; i++) {
      sessions.addAll(Collections.nCopies(i + 1, session("d" + i, WaitEvent.CPU)));
    }
    day.add(minute(0, 60, sessions.toArray(ActiveSession[]::new)));
    assertThat(digests(day)).hasSize(SampledDay.TOP + 5);
    day.add(minute(60, 60));

    assertThat(digests(day)).hasSize(SampledDay.TOP).doesNotContain("d4").contains("d5");
    assertThat(value(day, SeriesKind.OTHER, "", "", 600)).isEqualTo(1 + 2 + 3 + 4 + 5);
    assertThat(value(day, SeriesKind.HOUR_OTHER, "", "", 10)).isEqualTo(1 + 2 + 3 + 4 + 5);
    assertThat(value(day, SeriesKind.TOTAL, "", "", 600)).isEqualTo(sessions.size());
  }

  @Test
  void aDayThatIsReadBackGoesOnAsIfItHadNeverEnded() {
    SampledDay once = new SampledDay(DATE);
    SampledDay first = new SampledDay(DATE);
    SampledDay second = first;
    for (int i = 0; i < 90; i++) {
      if (i == 37) {
        second = SampledDay.of(DATE, series(first));
      }
      ActiveSession[] load =
          Collections.nCopies(1 + i % 7, session("d" + i % 3, i % 2 == 0 ? FILE : WaitEvent.CPU))
              .toArray(ActiveSession[]::new);
      Instant at = TEN.plusSeconds(60L * i);
      for (SampledDay day : List.of(once, second)) {
        day.add(minute(i, 60, load));
        day.count(at, totals(i * 600), totals((i + 1) * 600), Duration.ofMinutes(1));
      }
    }
    List<SourceSeries> whole = series(once);
    List<SourceSeries> parts = series(second);
    assertThat(parts).hasSameSizeAs(whole);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(SeriesKey.of(parts.get(i))).isEqualTo(SeriesKey.of(whole.get(i)));
      for (int t = 0; t < whole.get(i).values().length; t++) {
        assertThat((double) parts.get(i).values()[t])
            .as("%s at %d", SeriesKey.of(whole.get(i)), t)
            .isEqualTo(whole.get(i).values()[t], within(ROUNDING));
      }
    }
  }

  @Test
  void aMinuteThatIsThereStays() {
    SampledDay day = new SampledDay(DATE);
    assertThat(day.add(minute(0, 60, session("a", FILE)))).isTrue();
    assertThat(SampledDay.of(DATE, series(day)).add(minute(0, 60))).isFalse();
  }

  @Test
  void statisticsAreRatesAndLatencyIsACallsMean() {
    SampledDay day = new SampledDay(DATE);
    day.add(minute(0, 60, session("d0", FILE)));
    day.count(TEN, totals(100), totals(700), Duration.ofMinutes(1));

    assertThat(statistic(day, DigestStatistic.CALLS_PER_SECOND)).isEqualTo(10);
    assertThat(statistic(day, DigestStatistic.LATENCY_SECONDS)).isEqualTo(0.5);
    assertThat(statistic(day, DigestStatistic.ROWS_SENT_PER_SECOND)).isEqualTo(10);
  }

  @Test
  void countersThatBeganAnewAreAGap() {
    SampledDay day = new SampledDay(DATE);
    day.add(minute(0, 60, session("d0", FILE)));
    day.count(TEN, totals(700), totals(100), Duration.ofMinutes(1));
    day.count(TEN, totals(700), new ServerTotals(Map.of(), Map.of()), Duration.ofMinutes(1));
    assertThat(series(day)).noneMatch(series -> series.kind() == SeriesKind.HOUR_STATISTIC);
    assertThat(series(day)).noneMatch(series -> series.kind() == SeriesKind.COUNTER);

    day.count(TEN, totals(100), totals(160), Duration.ofMinutes(1));
    assertThat(statistic(day, DigestStatistic.CALLS_PER_SECOND)).isEqualTo(1);
  }

  /** Totals with this number of calls, each of half a second and one row. */
  private static ServerTotals totals(int calls) {
    double[] sums = new double[DigestStatistic.values().length];
    sums[DigestStatistic.CALLS_PER_SECOND.ordinal()] = calls;
    sums[DigestStatistic.LATENCY_SECONDS.ordinal()] = calls * 0.5;
    sums[DigestStatistic.ROWS_SENT_PER_SECOND.ordinal()] = calls;
    return new ServerTotals(Map.of("d0", sums), Map.of("Queries", (double) calls));
  }

  private static SampledMinute minute(int after, int looks, ActiveSession... sessions) {
    SampledMinute minute = new SampledMinute(TEN.plusSeconds(60L * after));
    for (int i = 0; i < looks; i++) {
      minute.add(List.of(sessions));
    }
    return minute;
  }

  private static ActiveSession session(String digest, WaitEvent wait) {
    return new ActiveSession(wait, digest, "ann", "web-1", "shop");
  }

  private static List<SourceSeries> series(SampledDay day) {
    return day.of(SampledInstance.instance("uuid-1")).series();
  }

  private static List<String> digests(SampledDay day) {
    return series(day).stream()
        .filter(s -> s.kind() == SeriesKind.DIGEST)
        .map(SourceSeries::key)
        .toList();
  }

  private static double statistic(SampledDay day, DigestStatistic statistic) {
    return value(day, SeriesKind.HOUR_STATISTIC, "d0", statistic.name(), 10);
  }

  private static double value(SampledDay day, SeriesKind kind, String key, String detail, int at) {
    Optional<SourceSeries> match =
        series(day).stream()
            .filter(s -> SeriesKey.of(s).equals(new SeriesKey(kind, key, detail)))
            .findFirst();
    return match.map(series -> (double) series.values()[at]).orElse(0.0);
  }
}
