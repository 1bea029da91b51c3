package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Role;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code check --archive} names all damage, and mends it with {@code --repair}. */
class CheckArchiveTest {
  private static final MonitoredInstance INSTANCE =
      InstanceDays.instance(
          "us-east-1", "main", "main-1", "db.r5.large", Role.WRITER, Instant.EPOCH);

  @TempDir Path folder;

  private String printed = "";

  @BeforeEach
  void collect() {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      archive.addInventory(List.of(INSTANCE));
      for (int day = 9; day < 12; day++) {
        archive.putDay(InstanceDays.day(INSTANCE, LocalDate.of(2026, 11, day), at -> 1), day < 11);
      }
    }
    JdbcReviewStore.open(StoreAddress.in(folder)).close();
  }

  private int run(String... more) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    String[] command =
        Stream.concat(
                Stream.of("check", "--archive", folder.toString(), "--format", "csv"),
                Stream.of(more))
            .toArray(String[]::new);
    int status = Cli.execute(line, command);
    printed = out.toString();
    return status;
  }

  private Path day(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void soundArchivesPass() {
    assertThat(run()).isZero();
    assertThat(printed).contains("4 agree with their checksums", "tasks").doesNotContain("failed");
  }

  @Test
  void damageIsNamedAndMended() throws IOException {
    Files.write(day("2026-11-10.parquet"), new byte[0]);
    Files.copy(day("2026-11-09.parquet"), day("2026-11-09.parquet").resolveSibling("x.parquet"));

    assertThat(run()).isEqualTo(1);
    assertThat(printed).contains("2026-11-10.parquet", "damaged", "x.parquet", "not of Teiten");
    assertThat(run("--repair")).isZero();
    assertThat(run()).isZero();
    assertThat(printed).contains("2026-11-10.parquet.damaged", "set aside");
  }

  @Test
  void newerFormatsAndSchemasAreRefused() throws Exception {
    try (Connection store = DriverManager.getConnection(StoreAddress.in(folder).url())) {
      store
          .createStatement()
          .execute(
              "insert into teiten_schema select 99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
                  + " installed_by, installed_on, 1, 1 from teiten_schema limit 1");
    }
    assertThat(run()).isEqualTo(1);
    assertThat(printed).contains("has schema 99", "Update Teiten");

    Files.createFile(folder.resolve("format-99"));
    assertThat(run()).isEqualTo(1);
    assertThat(printed).contains("has format 99");
  }

  @Test
  void wrongSettingsAreNamed() {
    CommandLine line = Cli.commandLine((review, language) -> "");
    line.setErr(new PrintWriter(new StringWriter()));
    assertThat(Cli.execute(line, "check", "--repair")).isEqualTo(2);
    String missing = folder.resolve("none").toString();
    assertThat(Cli.execute(line, "check", "--archive", missing)).isEqualTo(2);
  }
}
