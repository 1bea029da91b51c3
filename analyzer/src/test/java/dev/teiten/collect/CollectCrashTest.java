package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends 200 collects anywhere: 190 by an error in every thread at a random step of fetching or
 * writing, 10 by SIGKILL of a separate process at a random moment. The last run always completes
 * the archive: its files of load equal the files of an undisturbed collect, byte for byte.
 */
@Order(3) // A long test: it starts early.
@Tag("slow")
class CollectCrashTest {
  private static final int ERRORS = 190;
  private static final int SIGNALS = 10;
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);
  private static final TimeRange TWO_DAYS = new TimeRange(TODAY.minus(Duration.ofDays(2)), TODAY);
  private static final SimulatedFleet FLEET = EmulatedAws.wordy("billing", NOW);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir static Path calm;
  private static EmulatedAws aws;
  private static RecordedSource recorded;
  private static Contents undisturbed;

  @TempDir Path folder;

  /** The bytes of every file of load, and the rows of the tables. */
  private record Contents(
      Map<String, Integer> load, Map<String, StatementText> statements, List<String> tables) {
    static Contents of(Path folder) {
      Map<String, Integer> load = new TreeMap<>();
      try (Stream<Path> files = Files.walk(folder.resolve("load"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.getFileName().toString().startsWith(".")) {
            load.put(folder.relativize(file).toString(), hash(file));
          }
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      try (Archive archive = EmulatedAws.archive(folder)) {
        List<String> tables = archive.clusters(Instant.MAX).stream().map(Object::toString).toList();
        return new Contents(load, archive.statements(), tables);
      }
    }

    private static int hash(Path file) throws IOException {
      return java.util.Arrays.hashCode(Files.readAllBytes(file));
    }
  }

  @BeforeAll
  static void collectUndisturbed() {
    aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
    recorded = new RecordedSource(aws.source());
    assertThat(collect(calm, CrashPlan.none())).isFalse();
    undisturbed = Contents.of(calm);
    assertThat(undisturbed.load).hasSize(4);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void errorsAtAnyStepLeaveNoTrace() {
    Random random = new Random(200);
    CrashPlan count = CrashPlan.none();
    collect(folder.resolve("counted"), count);
    int kills = 0;
    for (int round = 0; kills < ERRORS; round++) {
      Path one = folder.resolve("round-" + round);
      while (kills < ERRORS
          && collect(one, CrashPlan.after(1 + random.nextInt(count.steps()), true))) {
        kills++;
      }
      collect(one, CrashPlan.none());
      assertThat(Contents.of(one))
          .as("round %d after %d kills", round, kills)
          .isEqualTo(undisturbed);
    }
  }

  @Test
  void killedProcessesLeaveNoTrace() throws Exception {
    Random random = new Random(10);
    int kills = 0;
    for (int i = 0; i < 3 * SIGNALS && kills < SIGNALS; i++) {
      Process process = CollectProcess.start(aws, folder, TWO_DAYS);
      while (process.isAlive() && !Files.exists(folder.resolve("inventory"))) {
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(1_200));
      kills += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
      if (isComplete(folder)) {
        deleteDays(folder);
      }
    }
    assertThat(kills).isEqualTo(SIGNALS);

    collect(folder, CrashPlan.none());

    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  @Test
  void leftoversAreRemovedWhenTheyAreOld() throws IOException {
    collect(folder, CrashPlan.none());
    Path aside = folder.resolve("load/.2026-01-01.parquet.left.tmp");
    Path young = folder.resolve("load/.2026-01-02.parquet.left.tmp");
    Files.write(aside, new byte[10]);
    Files.write(young, new byte[10]);
    Files.setLastModifiedTime(aside, FileTime.from(NOW.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(young, FileTime.from(NOW));

    collect(folder, CrashPlan.none());

    assertThat(aside).doesNotExist();
    assertThat(young).as("it may be another collector's").exists();
    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  @Test
  void twoCollectorsAtOnceMakeOneArchive() {
    Thread other = new Thread(() -> collect(folder, CrashPlan.none()));
    other.start();
    collect(folder, CrashPlan.none());
    join(other);

    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  private static boolean isComplete(Path folder) {
    return Files.exists(folder.resolve("load")) && Contents.of(folder).equals(undisturbed);
  }

  /** Deletes the days, so that the next run has work that a kill can interrupt. */
  private static void deleteDays(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("load"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the crash plan ended the run. */
  private static boolean collect(Path folder, CrashPlan plan) {
    try (Archive archive = new Archive(folder, new CrashingEngine(new DuckDbEngine(), plan));
        LoadSource source = recorded.dyingOf(plan)) {
      new SourceCollector(source, archive, CLOCK)
          .collect(new CollectPlan(TWO_DAYS, Set.of(), 2), progress -> {});
    } catch (CrashPlan.Killed | IllegalStateException e) {
      assertThat(plan.isOver()).isTrue();
    }
    return plan.isOver();
  }
}
