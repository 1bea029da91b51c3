package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Role;
import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers and writers check the version of an archive's format. */
class ArchiveFormatTest {
  private static final MonitoredInstance WRITER =
      InstanceDays.instance(
          "us-east-1",
          "shop",
          "shop-1",
          "db.r6g.large",
          Role.WRITER,
          Instant.parse("2026-11-09T00:00:00Z"));

  @TempDir Path folder;

  private Archive archive() {
    return new Archive(folder, new DuckDbEngine());
  }

  private List<String> formatFiles() {
    String[] names = folder.toFile().list((parent, name) -> name.startsWith("format-"));
    return names == null ? List.of() : List.of(names);
  }

  @Test
  void theFirstWriteStatesTheVersion() {
    try (Archive archive = archive()) {
      assertThat(archive.clusters(Instant.MAX)).isEmpty();
      assertThat(formatFiles()).isEmpty();
      archive.addSighting(WRITER);
    }
    assertThat(formatFiles()).containsExactly("format-" + ArchiveFormat.CURRENT);
  }

  @Test
  void anArchiveWithoutAVersionIsReadAndStatesItWithTheNextWrite() throws IOException {
    try (Archive archive = archive()) {
      archive.addSighting(WRITER);
    }
    Files.delete(folder.resolve("format-" + ArchiveFormat.CURRENT));
    try (Archive archive = archive()) {
      assertThat(archive.clusters(Instant.MAX)).hasSize(1);
      assertThat(formatFiles()).isEmpty();
      archive.addTexts(List.of(new DigestText("D1", "select ?", true)));
    }
    assertThat(formatFiles()).containsExactly("format-" + ArchiveFormat.CURRENT);
  }

  @Test
  void aNewerArchiveIsNotOpened() throws IOException {
    Files.createFile(folder.resolve("format-" + (ArchiveFormat.CURRENT + 1)));
    Files.createFile(folder.resolve("format-" + ArchiveFormat.CURRENT));
    assertThatThrownBy(this::archive)
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> {
              assertThat(e)
                  .hasMessage(
                      "The archive in "
                          + folder
                          + " has format 4; this Teiten reads formats up to 3");
              assertThat(e.hint())
                  .isEqualTo("Update Teiten, or name another archive with --archive.");
              assertThat(e.sentence().code()).isEqualTo("archive.format-newer");
            });
  }

  @Test
  void anArchiveThatBecomesNewerIsNeitherWrittenNorServed() throws IOException {
    try (Archive archive = archive()) {
      archive.addSighting(WRITER);
      Files.createFile(folder.resolve("format-" + (ArchiveFormat.CURRENT + 1)));
      assertThatThrownBy(archive::version).isInstanceOf(ArchiveException.class);
      assertThatThrownBy(() -> archive.addTexts(List.of(new DigestText("D1", "select ?", true))))
          .isInstanceOf(ArchiveException.class);
    }
    assertThat(folder.resolve("statements")).doesNotExist();
  }

  @Test
  void writersMayStartAtTheSameTime() throws Exception {
    int writers = 8;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try (Archive archive = archive()) {
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        DigestText text = new DigestText("D" + i, "select ?", true);
        writes.add(pool.submit(() -> new ArchiveFormat(folder.resolve("new")).prepareWrite()));
        writes.add(pool.submit(() -> archive.addTexts(List.of(text))));
      }
      for (Future<?> write : writes) {
        write.get();
      }
      assertThat(archive.statements()).hasSize(writers);
    } finally {
      pool.shutdownNow();
    }
    assertThat(formatFiles()).containsExactly("format-" + ArchiveFormat.CURRENT);
  }
}
