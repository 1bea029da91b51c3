package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.synthetic.FleetLoad;
import dev.teiten.synthetic.SimpleNormalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanFlipTest {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.lastComplete(NOW, ZoneOffset.UTC);
  private static final Instant TUESDAY = WEEK.range().from().plus(Duration.ofHours(30));
  private static final String QUERY = "ledger_balance";

  private static QueryChange changeAfter(Incident incident) {
    ClusterSpec plain = SimulatedFleet.small(1, NOW).cluster("billing").withIncidents(List.of());
    SimulatedFleet fleet = SimulatedFleet.of(1, "us-east-1", NOW, List.of(plain.with(incident)));
    ClusterLoad load = FleetLoad.of(fleet, "billing", WEEK, 5);
    String digest = plain.workload(QUERY).digestId();
    return new QueryRanker(SimpleNormalizer::of, 1)
        .rank(load, Ranking.Order.LOAD).contributors().stream()
            .filter(c -> c.sourceDigests().contains(digest))
            .findFirst()
            .orElseThrow()
            .change();
  }

  @Test
  void anotherPlanExaminesOtherRows() {
    QueryChange change = changeAfter(new Incident.PlanFlip(QUERY, TUESDAY, 40, 4));
    assertThat(change.kind()).isEqualTo(Kind.REGRESSED);
    assertThat(change.cause()).isEqualTo("PLAN");
  }

  @Test
  void slowerCallsOverTheSameRowsAreNoOtherPlan() {
    QueryChange change = changeAfter(new Incident.PlanFlip(QUERY, TUESDAY, 1, 4));
    assertThat(change.kind()).isEqualTo(Kind.REGRESSED);
    assertThat(change.cause()).isEqualTo("PER_CALL");
  }
}
