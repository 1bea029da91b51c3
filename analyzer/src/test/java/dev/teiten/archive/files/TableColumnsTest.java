package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.DigestText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Part files of other versions, with fewer or more columns, are read together with today's part
 * files.
 */
class TableColumnsTest {
  private static final Instant SEEN = Instant.parse("2026-11-09T00:00:00Z");
  private static final LocalDateTime STORED = LocalDateTime.ofInstant(SEEN, ZoneOffset.UTC);
  private static final TimeRange DAY = new TimeRange(SEEN, SEEN.plus(Duration.ofDays(1)));

  @TempDir Path folder;

  private Archive archive() {
    return new Archive(folder, new DuckDbEngine());
  }

  /**
   * Writes a part with one row.
   *
   * @param without a column that the part lacks; empty for a part with an additional column
   */
  private void writePart(String table, Map<String, @Nullable Object> row, String without) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>(row);
    if (without.isEmpty()) {
      columns.put("colour VARCHAR", "red");
    } else {
      assertThat(columns.keySet().removeIf(column -> column.startsWith(without + " "))).isTrue();
    }
    try (DuckDbEngine engine = new DuckDbEngine()) {
      new ArchiveFiles(folder)
          .addPart(
              table,
              file ->
                  engine.writeRows(
                      file,
                      List.copyOf(columns.keySet()),
                      List.of(columns.values().stream().toList())));
    }
  }

  private static Map<String, @Nullable Object> instanceRow() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("seen_at TIMESTAMP", STORED);
    row.put("region VARCHAR", "us-east-1");
    row.put("cluster VARCHAR", "shop");
    row.put("engine VARCHAR", "AURORA_MYSQL");
    row.put("storage VARCHAR", "IO_OPTIMIZED");
    row.put("resource_id VARCHAR", "db-OLD");
    row.put("name VARCHAR", "shop-2");
    row.put("engine_version VARCHAR", "8.0");
    row.put("class VARCHAR", "db.r5.large");
    row.put("role VARCHAR", "READER");
    row.put("availability_zone VARCHAR", "a");
    row.put("promotion_tier INTEGER", 1);
    row.put("created_at TIMESTAMP", STORED);
    row.put("insights_enabled BOOLEAN", true);
    row.put("retention_days INTEGER", 7);
    row.put("parameter_group VARCHAR", "default");
    return row;
  }

  private static Map<String, @Nullable Object> markRow() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("marked_at TIMESTAMP", STORED);
    row.put("region VARCHAR", "us-east-1");
    row.put("cluster VARCHAR", "shop");
    row.put("label VARCHAR", "deploy 1");
    row.put("source VARCHAR", "RDS_EVENT");
    return row;
  }

  private static Map<String, @Nullable Object> textRow() {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("digest VARCHAR", "D1");
    row.put("text VARCHAR", "select ?");
    row.put("complete BOOLEAN", true);
    row.put("findings VARCHAR", "LEADING_WILDCARD a like ?");
    return row;
  }

  private void addTodaysParts(Archive archive) {
    archive.addSighting(
        InstanceDays.instance("us-east-1", "shop", "shop-1", "db.r6g.large", Role.WRITER, SEEN));
    archive.addMark(
        new ClusterMark(SEEN.plusSeconds(60), "shop", "deploy 2", ClusterMark.Source.MANUAL));
    archive.addTexts(List.of(new DigestText("D2", "select ?", true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine",
        "storage",
        "name",
        "engine_version",
        "class",
        "role",
        "availability_zone",
        "promotion_tier",
        "created_at",
        "insights_enabled",
        "retention_days",
        "parameter_group",
        ""
      })
  void anInventoryPartHasAColumnLessOrMore(String without) {
    writePart("inventory", instanceRow(), without);
    try (Archive archive = archive()) {
      assertThat(archive.cluster("shop", Instant.MAX).instances())
          .extracting(Instance::resourceId)
          .containsExactly("db-OLD");
      addTodaysParts(archive);
      assertThat(archive.cluster("shop", Instant.MAX).instances()).hasSize(2);
      assertThat(archive.contents().days(archive.cluster("shop", Instant.MAX), instance(archive)))
          .isEmpty();
    }
  }

  private static Instance instance(Archive archive) {
    return archive.cluster("shop", Instant.MAX).instances().stream()
        .filter(instance -> instance.resourceId().equals("db-OLD"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMissingValueIsNull() {
    writePart("inventory", instanceRow(), "class");
    try (Archive archive = archive()) {
      assertThat(instance(archive).instanceClass()).isNull();
      assertThat(instance(archive).role()).isEqualTo(Role.READER);
      assertThat(archive.cluster("shop", Instant.MAX).engine()).isEqualTo(Engine.AURORA_MYSQL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seen_at", "region", "cluster", "resource_id"})
  void aRowThatCannotBeIdentifiedIsLeftOut(String without) {
    writePart("inventory", instanceRow(), without);
    try (Archive archive = archive()) {
      assertThat(archive.clusters(Instant.MAX)).isEmpty();
      addTodaysParts(archive);
      assertThat(archive.cluster("shop", Instant.MAX).instances()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "label", ""})
  void aMarkPartHasAColumnLessOrMore(String without) {
    writePart("marks", markRow(), without);
    try (Archive archive = archive()) {
      addTodaysParts(archive);
      List<ClusterMark> marks = archive.marks("shop", DAY);
      assertThat(marks).extracting(ClusterMark::label).contains("deploy 2");
      assertThat(marks).hasSize(without.equals("label") ? 1 : 2);
      assertThat(marks.get(0).source())
          .isEqualTo(without.isEmpty() ? ClusterMark.Source.RDS_EVENT : ClusterMark.Source.MANUAL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "text", "findings", ""})
  void aStatementPartHasAColumnLessOrMore(String without) {
    writePart("statements", textRow(), without);
    try (Archive archive = archive()) {
      addTodaysParts(archive);
      Map<String, StatementText> texts = archive.statements();
      assertThat(texts).containsEntry("D2", new StatementText("select ?", true));
      if (without.equals("text")) {
        assertThat(texts).doesNotContainKey("D1");
      } else {
        List<LiteralFinding> findings =
            without.equals("findings")
                ? null
                : List.of(new LiteralFinding("LEADING_WILDCARD", "a like ?"));
        boolean complete = !without.equals("complete");
        assertThat(texts).containsEntry("D1", new StatementText("select ?", complete, findings));
      }
    }
  }

  @Test
  void departuresAndOrderableClassesHaveAColumnLess() {
    try (Archive archive = archive()) {
      addTodaysParts(archive);
    }
    Map<String, @Nullable Object> departure = new LinkedHashMap<>();
    departure.put("missed_at TIMESTAMP", STORED.plusHours(1));
    departure.put("region VARCHAR", "us-east-1");
    departure.put("cluster VARCHAR", "shop");
    departure.put("resource_id VARCHAR", "db-us-east-1-shop-1");
    writePart("departures", departure, "cluster");
    Map<String, @Nullable Object> orderable = new LinkedHashMap<>();
    orderable.put("seen_at TIMESTAMP", STORED);
    orderable.put("region VARCHAR", "us-east-1");
    orderable.put("engine VARCHAR", "AURORA_MYSQL");
    orderable.put("engine_version VARCHAR", "8.0");
    orderable.put("class VARCHAR", "db.r6g.large");
    writePart("orderable", orderable, "class");
    try (Archive archive = archive()) {
      assertThat(archive.clusters(Instant.MAX)).isEmpty();
      assertThat(archive.clusters(SEEN.plusSeconds(1))).hasSize(1);
      assertThat(archive.regions().orderable("us-east-1", Engine.AURORA_MYSQL, "8.0")).isEmpty();
    }
  }

  @Test
  void aDayHasAColumnMore() {
    try (Archive archive = archive()) {
      addTodaysParts(archive);
      archive.putDay(
          InstanceDays.day(
              InstanceDays.instance(
                  "us-east-1", "shop", "shop-1", "db.r6g.large", Role.WRITER, SEEN),
              LocalDate.parse("2026-11-09"),
              time -> 1),
          true);
      writeDayWithAWeight(LocalDate.parse("2026-11-10"));
      assertThat(
              archive
                  .load("shop", ReviewWeek.parse("2026-W46", ZoneOffset.UTC), 1)
                  .coverage()
                  .observedMinutes())
          .isEqualTo(1440 + 10);
    }
  }

  private void writeDayWithAWeight(LocalDate day) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int minute = 0; minute < 10; minute++) {
      rows.add(List.of("total", "", "", day.atStartOfDay().plusMinutes(minute), 1.0f, 2.0f));
    }
    try (DuckDbEngine engine = new DuckDbEngine()) {
      engine.writeRows(
          new ArchiveFiles(folder)
              .days("us-east-1", List.of("shop"), "db-us-east-1-shop-1")
              .firstEntry()
              .getValue()
              .resolveSibling(day + ".parquet"),
          List.of(
              "series VARCHAR",
              "key VARCHAR",
              "detail VARCHAR",
              "starts_at TIMESTAMP",
              "value FLOAT",
              "weight FLOAT"),
          rows);
    }
  }
}
