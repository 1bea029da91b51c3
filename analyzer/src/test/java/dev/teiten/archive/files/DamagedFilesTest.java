package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.ArchiveCheck;
import dev.teiten.archive.ArchiveCheck.CheckedFile;
import dev.teiten.archive.ArchiveCheck.FileState;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ParquetSeal.Condition;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.Sentence;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged or foreign file costs its own minutes, and nothing else. */
class DamagedFilesTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);
  private static final LocalDate TUESDAY = WEEK.monday().plusDays(1);
  private static final MonitoredInstance INSTANCE =
      InstanceDays.instance(
          "us-east-1", "main", "main-1", "db.r5.large", Role.WRITER, Instant.EPOCH);

  @TempDir Path folder;

  /** The damage that a disk or a killed copy does to a file. */
  enum Damage {
    EMPTY,
    TORN,
    ZEROS,
    ONE_BIT;

    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case EMPTY -> bytes = new byte[0];
        case TORN -> bytes = Arrays.copyOf(bytes, bytes.length / 2);
        case ZEROS -> bytes = new byte[bytes.length];
        case ONE_BIT -> bytes[bytes.length / 3] ^= 4;
      }
      Files.write(file, bytes);
    }
  }

  @BeforeEach
  void collect() {
    try (Archive archive = archive()) {
      archive.addInventory(List.of(INSTANCE));
      for (int day = 0; day < 7; day++) {
        archive.putDay(InstanceDays.day(INSTANCE, WEEK.monday().plusDays(day), at -> 2), true);
      }
    }
  }

  private Archive archive() {
    return new Archive(folder, new DuckDbEngine());
  }

  private Path tuesday() {
    return new ArchiveFiles(folder).folderOf(INSTANCE).resolve(TUESDAY + ".parquet");
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedDayIsAHoleAndIsCollectedAgain(Damage damage) throws IOException {
    damage.to(tuesday());

    try (Archive archive = archive()) {
      ClusterLoad load = archive.load("main", WEEK, 1);
      assertThat(load.coverage().observedMinutes()).isEqualTo(6 * 1440);
      assertThat(load.warnings())
          .extracting(Sentence::text)
          .singleElement()
          .asString()
          .contains("1 files")
          .contains(TUESDAY + ".parquet");
      assertThat(archive.contents().hasWholeDay(INSTANCE, TUESDAY)).isFalse();

      archive.putDay(InstanceDays.day(INSTANCE, TUESDAY, at -> 2), true);
      assertThat(archive.load("main", WEEK, 1).coverage().observedMinutes()).isEqualTo(7 * 1440);
      assertThat(archive.load("main", WEEK, 1).warnings()).isEmpty();
    }
    assertThat(tuesday().resolveSibling(TUESDAY + ".parquet.damaged")).exists();
  }

  @Test
  void eachOfManySingleBitsIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(tuesday());
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(tuesday(), bytes);
      assertThat(ParquetSeal.check(tuesday())).isNotEqualTo(Condition.SEALED);
    }
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.copy(tuesday(), tuesday().resolveSibling("2026-11-11 (copy).parquet"));
    Files.copy(tuesday(), tuesday().resolveSibling("2026-13-45.parquet"));
    Files.writeString(tuesday().resolveSibling("notes.parquet"), "no Parquet");
    Files.writeString(folder.resolve("inventory").resolve("backup.parquet"), "no Parquet");

    try (Archive archive = archive()) {
      assertThat(archive.load("main", WEEK, 1).coverage().share()).isEqualTo(1);
      assertThat(archive.contents().weeks(ZoneOffset.UTC)).containsExactly(WEEK);
    }
    assertThat(states()).filteredOn(state -> state == FileState.FOREIGN).hasSize(4);
  }

  @Test
  void aDamagedPartOfATableCostsItsRows() throws IOException {
    try (Archive archive = archive()) {
      MonitoredInstance second =
          InstanceDays.instance(
              "us-east-1", "main", "main-2", "db.r5.large", Role.READER, Instant.EPOCH);
      Path first = parts("inventory").get(0);
      archive.addInventory(List.of(INSTANCE, second));
      Damage.TORN.to(parts("inventory").stream().filter(p -> !p.equals(first)).toList().get(0));
      assertThat(archive.cluster("main", WEEK.range().from()).instances()).hasSize(1);
    }
  }

  private List<Path> parts(String table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table))) {
      return files.toList();
    }
  }

  @Test
  void aFileOfAnEarlierVersionIsReadAndGetsAChecksum() throws IOException {
    unseal(tuesday());
    assertThat(states()).contains(FileState.WITHOUT_CHECKSUM);
    try (Archive archive = archive()) {
      assertThat(archive.load("main", WEEK, 1).coverage().share()).isEqualTo(1);
    }

    repair();
    assertThat(states()).containsOnly(FileState.SOUND);
    Damage.ONE_BIT.to(tuesday());
    repair();
    assertThat(states()).contains(FileState.SET_ASIDE).doesNotContain(FileState.DAMAGED);
  }

  /** Takes away the bytes before the footer, so that the file is as earlier versions wrote it. */
  private static void unseal(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer tail = ByteBuffer.wrap(bytes, bytes.length - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
    int footer = bytes.length - 8 - tail.getInt();
    int seal = 12;
    ByteBuffer unsealed = ByteBuffer.allocate(bytes.length - seal);
    unsealed.put(bytes, 0, footer - seal).put(bytes, footer, bytes.length - footer);
    Files.write(file, unsealed.array());
  }

  private void repair() {
    try (DuckDbEngine engine = new DuckDbEngine()) {
      ArchiveCheck check = new ArchiveCheck(folder, engine);
      check.files().forEach(check::repair);
    }
  }

  private List<FileState> states() {
    try (DuckDbEngine engine = new DuckDbEngine()) {
      return new ArchiveCheck(folder, engine).files().stream().map(CheckedFile::state).toList();
    }
  }
}
