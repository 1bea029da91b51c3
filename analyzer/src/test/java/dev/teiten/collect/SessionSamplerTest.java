package dev.teiten.collect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.archive.SampledDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.collect.sample.SampledInstance;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.source.SourceException;
import dev.teiten.source.sample.SampleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSamplerTest {
  private static final Instant TEN = Instant.parse("2026-11-09T10:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);
  private static final int AT_TEN = 600;

  @TempDir Path folder;

  /** Ends the sampler as a killed process ends: it writes nothing any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private SampleReport sample(Instant from, Duration length, Function<Instant, Integer> sessions) {
    SteppedClock clock = new SteppedClock(from, 0, now -> {});
    return sample(clock, length, () -> new ScriptedServer(clock::instant, "uuid-1", sessions));
  }

  private SampleReport sample(SteppedClock clock, Duration length, Supplier<SampleSource> source) {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      return new SessionSampler(source, archive, clock, clock).sample(length, progress -> {});
    }
  }

  private InstanceLoad load() {
    return week().instances().get(0);
  }

  private ClusterLoad week() {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      return archive.load("local", WEEK, 0);
    }
  }

  @Test
  void anHourOfLooksIsAnHourOfTheWeek() {
    SampleReport report = sample(TEN, Duration.ofHours(1), now -> 3);

    assertThat(report).isEqualTo(new SampleReport(3600, 0, 60));
    ClusterLoad week = week();
    assertThat(week.coverage().observedMinutes()).isEqualTo(60);
    InstanceLoad load = week.instances().get(0);
    assertThat(load.instance().instanceClass()).isNull();
    assertThat(load.total()[AT_TEN]).isEqualTo(3);
    assertThat(load.total()[AT_TEN + 59]).isEqualTo(3);
    assertThat(load.total()[AT_TEN + 60]).isNaN();
    assertThat(requireNonNull(load.digestCpu().get(ScriptedServer.DIGEST))[AT_TEN + 30])
        .isEqualTo(3);
    DigestLoad hour = load.hours().get(0);
    assertThat(hour.loadAas()).isEqualTo(3);
    assertThat(hour.statistics().get(DigestStatistic.CALLS_PER_SECOND)).isCloseTo(10, rounding());
    assertThat(week.statements()).containsKey(ScriptedServer.DIGEST);
  }

  @Test
  void eachHourAddsTheFindingsOfItsStatements() {
    SteppedClock clock = new SteppedClock(TEN.plusSeconds(3480), 0, now -> {});
    Instant eleven = TEN.plusSeconds(3600);
    LiteralFinding early = new LiteralFinding("LEADING_WILDCARD", "a like ?");
    LiteralFinding late = new LiteralFinding("DEEP_OFFSET", "offset ?");
    sample(
        clock,
        Duration.ofMinutes(5),
        () ->
            new ScriptedServer(
                clock::instant,
                "uuid-1",
                now -> 1,
                now -> List.of(now.isAfter(eleven.plusSeconds(60)) ? late : early)));

    assertThat(requireNonNull(week().statements().get(ScriptedServer.DIGEST)).findings())
        .containsExactly(late, early);
  }

  @Test
  void aSecondWithoutAnAnswerIsMissingAndSoIsAMinuteWithFewOfThem() {
    SampleReport report =
        sample(
            TEN,
            Duration.ofMinutes(3),
            now -> {
              int second = (int) now.minusSeconds(TEN.getEpochSecond()).getEpochSecond();
              boolean mute = second < 60 ? second < 20 : second < 120 && second < 91;
              return mute ? -1 : 2;
            });

    assertThat(report).isEqualTo(new SampleReport(180 - 20 - 31, 51, 2));
    double[] total = load().total();
    assertThat(total[AT_TEN]).isEqualTo(2);
    assertThat(total[AT_TEN + 1]).isNaN();
    assertThat(total[AT_TEN + 2]).isEqualTo(2);
  }

  @Test
  void aLostConnectionIsMadeAgainAndWhatWasCountedBeforeDoesNotGoOn() {
    Instant lost = TEN.plusSeconds(70);
    Instant back = TEN.plusSeconds(240);
    SteppedClock clock = new SteppedClock(TEN, 0, now -> {});
    SampleReport report =
        sample(
            clock,
            Duration.ofMinutes(10),
            () -> {
              Instant now = clock.instant();
              if (now.isAfter(lost) && now.isBefore(back)) {
                throw ScriptedServer.lost();
              }
              return new ScriptedServer(
                  clock::instant, "uuid-1", at -> at.isAfter(lost) && at.isBefore(back) ? 2000 : 1);
            });

    assertThat(report.minutes()).isEqualTo(7);
    assertThat(report.samples() + report.missed()).isEqualTo(600);
    InstanceLoad load = load();
    assertThat(load.total()[AT_TEN + 2]).isNaN();
    assertThat(load.hours().get(0).statistics().get(DigestStatistic.CALLS_PER_SECOND))
        .isCloseTo(10, rounding());
  }

  @Test
  void aRunThatIsKilledLosesMinutesAndTheNextGoesOnWithTheDay() throws Exception {
    SteppedClock dying =
        new SteppedClock(
            TEN,
            0,
            now -> {
              if (now.isAfter(TEN.plusSeconds(12 * 60))) {
                throw new Killed();
              }
            });
    // A kill leaves the last periodic write; the sampler writes every five minutes.
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Path copy = folder.resolve("copy");
    folder = kept;
    assertThatThrownBy(
            () ->
                sample(
                    dying,
                    Duration.ofHours(1),
                    () -> {
                      return new ScriptedServer(
                          dying::instant,
                          "uuid-1",
                          now -> {
                            if (now.isAfter(TEN.plusSeconds(11 * 60 + 30))) {
                              copy(kept, copy);
                            }
                            return 1;
                          });
                    }))
        .isInstanceOf(Killed.class);
    folder = copy;
    assertThat(week().coverage().observedMinutes()).isEqualTo(10);

    sample(TEN.plusSeconds(20 * 60), Duration.ofMinutes(40), now -> 4);
    ClusterLoad week = week();
    InstanceLoad load = week.instances().get(0);
    assertThat(week.coverage().observedMinutes()).isEqualTo(50);
    assertThat(load.total()[AT_TEN + 9]).isEqualTo(1);
    assertThat(load.total()[AT_TEN + 10]).isNaN();
    assertThat(load.total()[AT_TEN + 20]).isEqualTo(4);
    assertThat(load.hours()).hasSize(1);
    assertThat(load.hours().get(0).loadAas()).isCloseTo((10 + 40 * 4) / 50.0, rounding());
    assertThat(load.hours().get(0).statistics().get(DigestStatistic.CALLS_PER_SECOND))
        .isCloseTo(10, rounding());
  }

  /** The archive stores rates as floats. */
  private static Offset<Double> rounding() {
    return within(1e-4);
  }

  private static void copy(Path from, Path to) {
    if (Files.exists(to)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDayThatIsOverIsWholeAndStays() throws Exception {
    Instant late = Instant.parse("2026-11-09T23:50:00Z");
    sample(late, Duration.ofMinutes(20), now -> 2);

    try (Stream<Path> files = Files.walk(folder.resolve("load"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("2026-11-09.parquet", "2026-11-10.partial.parquet")
          .doesNotContain("2026-11-09.partial.parquet");
    }
    // A clock that is set back writes nothing into a closed day.
    sample(late.minusSeconds(600), Duration.ofMinutes(5), now -> 9);
    assertThat(week().coverage().observedMinutes()).isEqualTo(20);
  }

  @Test
  void aDayThatNobodyEndedIsWholeWhenTheNextBegins() throws Exception {
    sample(TEN, Duration.ofMinutes(3), now -> 1);
    sample(TEN.plus(Duration.ofDays(1)), Duration.ofMinutes(3), now -> 1);

    try (Stream<Path> files = Files.walk(folder.resolve("load"))) {
      assertThat(files.map(file -> file.getFileName().toString())).contains("2026-11-09.parquet");
    }
  }

  @Test
  void twoServersOfAClusterAreSampledSideBySideButNoServerTwice() {
    SteppedClock clock = new SteppedClock(TEN, 0, now -> {});
    try (Archive archive = new Archive(folder, new DuckDbEngine());
        SampledDays first = archive.sample(SampledInstance.instance("uuid-1"))) {
      assertThat(first).isNotNull();
      Supplier<SampleSource> same = () -> new ScriptedServer(clock::instant, "uuid-1", now -> 1);
      assertThatThrownBy(() -> sample(clock, Duration.ofMinutes(1), same))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("being sampled");
      Supplier<SampleSource> other = () -> new ScriptedServer(clock::instant, "uuid-2", now -> 1);
      sample(clock, Duration.ofMinutes(2), other);
    }
    assertThat(week().cluster().instances()).hasSize(2);
    assertThat(week().coverage()).isEqualTo(new MinuteCoverage(2, 2 * 10_080));
  }

  @Test
  void anotherServerAtTheSameAddressIsAnotherInstance() {
    SteppedClock clock = new SteppedClock(TEN, 0, now -> {});
    Instant moved = TEN.plusSeconds(120);
    sample(
        clock,
        Duration.ofMinutes(5),
        () ->
            clock.instant().isBefore(moved)
                ? new ScriptedServer(clock::instant, "uuid-1", at -> at.isBefore(moved) ? 1 : 2000)
                : new ScriptedServer(clock::instant, "uuid-2", at -> 5));

    assertThat(week().instances()).hasSize(2);
    assertThat(week().coverage().observedMinutes()).isEqualTo(5);
  }

  @Test
  void withoutAFirstConnectionThereIsNothingToDo() {
    SteppedClock clock = new SteppedClock(TEN, 0, now -> {});
    assertThatThrownBy(
            () ->
                sample(
                    clock,
                    Duration.ofMinutes(1),
                    () -> {
                      throw ScriptedServer.lost();
                    }))
        .isInstanceOf(SourceException.class);
  }
}
