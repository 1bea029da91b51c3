package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.size.price.PriceBook;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet of more clusters than there is room for analyses. */
@Tag("slow")
class AnalysisCacheTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);
  private static final LocalDate SUNDAY = WEEK.monday().plusDays(6);
  private static final int CLUSTERS = 20;
  private static final int ROOM = 4;

  @TempDir Path folder;

  private Archive archive;
  private AnalysisCache cache;

  @BeforeEach
  void collect() {
    archive = new Archive(folder, new DuckDbEngine());
    List<MonitoredInstance> seen = new ArrayList<>();
    for (int i = 0; i < CLUSTERS; i++) {
      seen.add(
          InstanceDays.instance(
              "us-east-1", "c" + i, "i" + i, "db.r6g.large", Role.WRITER, WEEK.range().from()));
    }
    archive.addInventory(seen);
    for (MonitoredInstance instance : seen) {
      for (int day = 0; day < 6; day++) {
        archive.putDay(InstanceDays.day(instance, WEEK.monday().plusDays(day), at -> 1), true);
      }
    }
    AnalysisMethod method = AnalysisMethod.of(PriceBook.bundled(), ShardFolding.OFF);
    cache = new AnalysisCache(archive, method, ROOM);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private List<ClusterSummary> fleet() {
    return archive.clusters(WEEK.range()).stream()
        .map(cluster -> cache.summary(cluster, WEEK, archive.version()))
        .toList();
  }

  @Test
  void aSummaryOutlivesItsAnalysisUntilTheClusterChanges() {
    List<ClusterSummary> first = fleet();
    assertThat(first).hasSize(CLUSTERS).allMatch(summary -> summary.coverage() < 0.9);
    assertThat(cache.made()).isEqualTo(CLUSTERS);
    assertThat(fleet()).isEqualTo(first);
    assertThat(cache.made()).isEqualTo(CLUSTERS);

    MonitoredInstance changed =
        InstanceDays.instance(
            "us-east-1", "c7", "i7", "db.r6g.large", Role.WRITER, WEEK.range().from());
    archive.putDay(InstanceDays.day(changed, SUNDAY, at -> 1), true);
    assertThat(fleet()).filteredOn(summary -> summary.coverage() == 1).hasSize(1);
    assertThat(cache.made()).isEqualTo(CLUSTERS + 1);
  }
}
