package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Engine;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.size.SizingAdvice.Prices;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.price.Price;
import dev.teiten.size.price.PriceBook;
import dev.teiten.size.price.PriceRow;
import dev.teiten.size.price.PriceUpdate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyCostTest {
  private static final ClusterMembers NO_MEMBERS =
      ClusterMembers.of(
          new ClusterLoad(
              cluster("ap-northeast-1"),
              new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC),
              List.of(),
              List.of(),
              Map.of(),
              new MinuteCoverage(0, 0),
              List.of()));

  @TempDir Path archive;

  private static Cluster cluster(String region) {
    return new Cluster("main", region, Engine.AURORA_MYSQL, StorageType.STANDARD, List.of());
  }

  @Test
  void thePricesOfASizingNameTheirSourceDateAndRegion() {
    LocalDate published = LocalDate.of(2026, 11, 13);
    Price price = new Price(0.312, published, "AWS Price List");
    PriceUpdate.write(
        PriceBook.fileIn(archive),
        List.of(
            new PriceRow(
                "db.r6g.large",
                "ap-northeast-1",
                StorageType.STANDARD,
                Engine.AURORA_MYSQL,
                price)));
    MonthlyCost tokyo =
        new MonthlyCost(PriceBook.of(archive), cluster("ap-northeast-1"), NO_MEMBERS);

    assertThat(tokyo.provenance(List.of("db.r6g.large", "db.r5.large")))
        .isEqualTo(
            new Prices("AWS Price List; on demand, before discounts", published, "ap-northeast-1"));
    assertThat(tokyo.provenance(List.of("db.r5.large"))).isNull();
    assertThat(
            new MonthlyCost(PriceBook.bundled(), cluster("ap-northeast-1"), NO_MEMBERS)
                .provenance(List.of("db.r6g.large")))
        .isNull();
  }
}
