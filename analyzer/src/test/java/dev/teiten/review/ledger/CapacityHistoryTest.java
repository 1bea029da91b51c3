package dev.teiten.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.size.price.PriceBook;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the capacity from the inventory of a real archive. */
class CapacityHistoryTest {
  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T00:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-06T00:00:00Z");
  private static final TimeRange WEEK =
      new TimeRange(MONDAY.plusSeconds(60), Instant.parse("2026-11-09T00:00:00Z"));

  /** On-demand price in us-east-1, as in the bundled prices. */
  private static final double R5_8XLARGE = 4.64 * 730;

  private static final double R5_4XLARGE = 2.32 * 730;

  private static List<MonitoredInstance> seen(Instant at, String... classes) {
    List<MonitoredInstance> instances = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      Role role = i == 0 ? Role.WRITER : Role.READER;
      Instance instance =
          new Instance("db-" + i, "main-" + i, "8.0", classes[i], role, "us-east-1a", 1, CREATED);
      instances.add(
          new MonitoredInstance(
              "main",
              "us-east-1",
              Engine.AURORA_MYSQL,
              StorageType.STANDARD,
              instance,
              true,
              7,
              null,
              at));
    }
    return instances;
  }

  @Test
  void findsWhatWasGivenBackAndWhatItCost(@TempDir Path folder) {
    String big = "db.r5.8xlarge";
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      archive.addInventory(seen(MONDAY, big, big, big));
      archive.addInventory(seen(TUESDAY, big, big));
      archive.addInventory(seen(FRIDAY, big, "db.r5.4xlarge"));

      List<CapacityStep> steps = new CapacityHistory(archive, PriceBook.bundled()).of("main", WEEK);

      assertThat(steps).extracting(CapacityStep::at).containsExactly(TUESDAY, FRIDAY);
      assertThat(steps.get(0).monthlyUsdBefore()).isCloseTo(3 * R5_8XLARGE, within(0.01));
      assertThat(steps.get(0).savedMonthlyUsd()).isCloseTo(R5_8XLARGE, within(0.01));
      assertThat(steps.get(1).savedMonthlyUsd()).isCloseTo(R5_8XLARGE - R5_4XLARGE, within(0.01));
    }
  }

  @Test
  void withoutAPriceOrAClusterNothingIsMadeUp(@TempDir Path folder) {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      archive.addInventory(seen(MONDAY, "db.r5.8xlarge", "db.t9.huge"));
      archive.addInventory(seen(TUESDAY, "db.r5.8xlarge"));
      CapacityHistory history = new CapacityHistory(archive, PriceBook.bundled());

      assertThat(history.of("main", WEEK))
          .singleElement()
          .satisfies(step -> assertThat(step.savedMonthlyUsd()).isNull());
      assertThat(history.of("another", WEEK)).isEmpty();
    }
  }
}
