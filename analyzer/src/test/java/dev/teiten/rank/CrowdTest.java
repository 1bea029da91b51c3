package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.TrafficCurve;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 44 equal queries, of which the source lists 25 an hour. */
@Tag("slow")
class CrowdTest {
  private static final int QUERIES = 44;
  private static final double CORES = 0.16;
  private static final long SEED = 3;
  private static Ranking ranking;
  private static Map<String, Double> loads;

  @BeforeAll
  static void rank() {
    ChangeWorld world = new ChangeWorld("db.r6g.4xlarge");
    for (int i = 0; i < QUERIES; i++) {
      world.reading("page" + i, TrafficCurve.FLAT, CORES, 5);
    }
    ranking = world.rank(SEED);
    loads = world.loads(SEED);
  }

  private static String name(Contributor contributor) {
    return contributor.tables().get(0).substring("t_".length());
  }

  @Test
  void everyLoadIsRightOrARange() {
    assertThat(ranking.contributors()).hasSize(QUERIES);
    for (Contributor contributor : ranking.contributors()) {
      double truth = Objects.requireNonNull(loads.get(name(contributor)));
      Double high = contributor.loadAasHigh();
      assertThat(contributor.loadAasLow()).isEqualTo(high == null ? null : contributor.loadAas());
      assertThat(contributor.loadAas()).isLessThan(1.02 * truth);
      assertThat(high == null ? contributor.loadAas() : high).isGreaterThan(0.98 * truth);
    }
    assertThat(ranking.contributors()).anyMatch(c -> c.loadAasHigh() != null);
  }

  @Test
  void nothingChanged() {
    assertThat(ranking.contributors())
        .extracting(c -> c.change().kind())
        .isSubsetOf(Kind.UNDECIDED, Kind.STEADY);
    assertThat(ranking.gone()).isEmpty();
    assertThat(ranking.warnings())
        .noneMatch(w -> w.text().contains("holiday"))
        .anyMatch(w -> w.text().startsWith("Queries near the end"));
  }

  @Test
  void theRanksThatTheRangesAllowAreTold() {
    Contributor last = ranking.contributors().get(QUERIES - 1);
    assertThat(last.rankLow()).isLessThan(20);
  }

  @Test
  void theLoadOfNoListedQueryIsToldByHour() {
    assertThat(ranking.otherAasByHour()).hasSize(24).doesNotContainNull();
    double mean =
        ranking.otherAasByHour().stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(Objects.requireNonNull(ranking.otherAas()), within(0.02));
  }
}
