package dev.teiten.source.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The server's timers give the load of a minute, and looks share it out. */
class TimedLoadsTest {
  private static final Instant MINUTE = Instant.parse("2026-11-09T10:00:00Z");
  private static final WaitEvent FILE = new WaitEvent("io/file/innodb/innodb_data_file");

  /** Totals of digests with so many calls and seconds each. */
  private static ServerTotals totals(
      double at, Map<String, Double> seconds, @Nullable StatementTimes times) {
    Map<String, double[]> digests = new HashMap<>();
    seconds.forEach(
        (digest, sum) -> {
          double[] sums = new double[DigestStatistic.values().length];
          sums[DigestStatistic.CALLS_PER_SECOND.ordinal()] = at;
          sums[DigestStatistic.LATENCY_SECONDS.ordinal()] = sum;
          digests.put(digest, sums);
        });
    return new ServerTotals(digests, Map.of(), times);
  }

  private static StatementTimes running(double at, Map<String, Double> running) {
    return new StatementTimes(at, running, 0, 0, Set.of(), Set.of("own"));
  }

  private static TimedLoads between(ServerTotals earlier, ServerTotals later) {
    return TimedLoads.between(earlier, later).orElseThrow();
  }

  @Test
  void whatRunsAtTheEndCountsAndWhatRanBeforeTheStartDoesNot() {
    // a: 100 s ended, of which 40 s were before the minute. b: still running since its start.
    TimedLoads loads =
        between(
            totals(100, Map.of("a", 50.0, "own", 1.0), running(1_000, Map.of("a", 40.0))),
            totals(
                160, Map.of("a", 150.0, "own", 9.0), running(1_060, Map.of("b", 60.0, "a", 6.0))));

    assertThat(loads.byDigest()).containsOnlyKeys("a", "b");
    assertThat(loads.byDigest().get("a")).isCloseTo(66 / 60.0, within(1e-12));
    assertThat(loads.byDigest().get("b")).isEqualTo(1);
  }

  @Test
  void aCallHasWhatItsStatementsDoNotHave() {
    StatementTimes before = new StatementTimes(0, Map.of(), 0, 10, Set.of("call"), Set.of());
    StatementTimes after = new StatementTimes(60, Map.of(), 6, 40, Set.of("call"), Set.of());
    TimedLoads loads =
        between(
            totals(1, Map.of("call", 0.0, "inner", 0.0), before),
            totals(2, Map.of("call", 36.0, "inner", 30.0), after));

    assertThat(loads.byDigest().get("call")).isCloseTo(0.1, within(1e-12));
    assertThat(loads.byDigest().get("inner")).isCloseTo(0.5, within(1e-12));
    assertThat(loads.unlisted()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void counterAndTimerThatWereSetBackTellNothing() {
    ServerTotals before = totals(100, Map.of("a", 50.0), running(1_000, Map.of()));
    assertThat(TimedLoads.between(before, totals(3, Map.of("a", 1.0), running(1_060, Map.of()))))
        .isEmpty();
    assertThat(TimedLoads.between(before, totals(160, Map.of("a", 51.0), null))).isEmpty();
    assertThat(TimedLoads.between(before, totals(160, Map.of("a", 51.0), running(990, Map.of()))))
        .isEmpty();
  }

  @Test
  void looksSayTheWaitsOfALoadThatTheyMissed() {
    SampledMinute minute = new SampledMinute(MINUTE);
    // Query a is met in half of the looks, on the CPU and at a file; query b never.
    for (int i = 0; i < 40; i++) {
      WaitEvent wait = i % 4 == 0 ? FILE : WaitEvent.CPU;
      minute.add(
          i % 2 == 0 ? List.of(new ActiveSession(wait, "a", "ann", "web", "shop")) : List.of());
    }
    minute.time(
        totals(100, Map.of("a", 0.0, "b", 0.0), running(1_000, Map.of())),
        totals(160, Map.of("a", 60.0, "b", 12.0), running(1_060, Map.of())));
    Map<SeriesKey, Double> means = minute.means();

    assertThat(minute.heaviest(1)).containsExactly("a");
    assertThat(minute.heaviest(9)).containsExactly("a", "b");
    assertThat(load(means, SeriesKind.TOTAL, "", "")).isCloseTo(1.2, within(1e-9));
    assertThat(load(means, SeriesKind.DIGEST, "a", "")).isCloseTo(1, within(1e-9));
    assertThat(load(means, SeriesKind.DIGEST, "b", "")).isCloseTo(0.2, within(1e-9));
    assertThat(load(means, SeriesKind.DIGEST_CPU, "a", "")).isCloseTo(0.5, within(1e-9));
    assertThat(load(means, SeriesKind.HOUR_DIGEST_WAIT, "b", FILE.name()))
        .isCloseTo(0.1, within(1e-9));
    assertThat(load(means, SeriesKind.WAIT, FILE.name(), "")).isCloseTo(0.6, within(1e-9));
    assertThat(load(means, SeriesKind.HOUR_USER, "ann", "")).isCloseTo(1.2, within(1e-9));
    assertThat(load(means, SeriesKind.DAY_DIGEST_USER, "a", "ann")).isCloseTo(1, within(1e-9));
  }

  @Test
  void aMinuteWithoutEnoughLooksIsKnownByItsTimers() {
    SampledMinute minute = new SampledMinute(MINUTE);
    minute.add(List.of());
    assertThat(minute.isKnown()).isFalse();
    minute.time(
        totals(100, Map.of("a", 0.0), running(1_000, Map.of())),
        totals(160, Map.of("a", 30.0), running(1_060, Map.of())));

    assertThat(minute.isKnown()).isTrue();
    assertThat(load(minute.means(), SeriesKind.TOTAL, "", "")).isCloseTo(0.5, within(1e-9));
    assertThat(load(minute.means(), SeriesKind.WAIT, "CPU", "")).isCloseTo(0.5, within(1e-9));
  }

  private static double load(
      Map<SeriesKey, Double> means, SeriesKind kind, String key, String detail) {
    return means.getOrDefault(new SeriesKey(kind, key, detail), 0.0);
  }
}
