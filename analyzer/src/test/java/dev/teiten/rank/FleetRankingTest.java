package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.cpu.CpuWork;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.synthetic.FleetLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A writer and eight readers with a known truth, and one change of each kind. */
@Tag("slow")
class FleetRankingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.lastComplete(NOW, ZoneOffset.UTC);
  private static final Instant MONDAY = WEEK.range().from();
  private static final SimulatedFleet FLEET = SimulatedFleet.demo(1, NOW);
  private static final MinuteSpan SPAN = new MinuteSpan(MONDAY, WEEK.range().to());
  private static final Map<String, WorkloadSpec> WORKLOADS = new HashMap<>();

  private static final ClusterLoad LOAD = FleetLoad.of(FLEET, "pairs-main", WEEK, 3);
  private static final CpuWork WORK = CpuWork.of(LOAD);

  private static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    StatementNormalizer normalizer = new StatementNormalizer(dialect);
    return text -> normalizer.normalize(text.text(), !text.complete());
  }

  private static Ranking rank(Ranking.Order order) {
    return new QueryRanker(FleetRankingTest::normalizer, 1).rank(LOAD, WORK, order);
  }

  @BeforeAll
  static void nameTheWorkloads() {
    FLEET
        .cluster("pairs-main")
        .workloads()
        .forEach(workload -> WORKLOADS.put(workload.digestId(), workload));
  }

  private static String name(Contributor contributor) {
    WorkloadSpec workload = WORKLOADS.get(contributor.sourceDigests().get(0));
    return workload == null ? "?" : workload.name();
  }

  private static GroundTruth truth() {
    return FLEET.truth("pairs-main");
  }

  @Test
  void loadsAreTheTrueLoads() {
    Map<String, Double> loads = truth().loadAas(SPAN);
    Ranking ranking = rank(Ranking.Order.LOAD);

    assertThat(ranking.contributors()).hasSizeGreaterThan(40);
    for (Contributor contributor : ranking.contributors()) {
      double expected = loads.getOrDefault(name(contributor), Double.NaN);
      assertThat(contributor.loadAas())
          .as(name(contributor))
          .isCloseTo(expected, within(Math.max(0.01, 0.02 * expected)));
    }
    assertThat(ranking.otherAas()).isCloseTo(0, within(0.01));
  }

  @Test
  void workIsTheTrueWork() {
    Map<String, Double> cores = truth().workCores(SPAN);

    for (Contributor contributor : rank(Ranking.Order.LOAD).contributors()) {
      double expected = cores.getOrDefault(name(contributor), Double.NaN);
      double[] own = WORK.work(contributor.sourceDigests());
      double mean = Arrays.stream(own).filter(v -> !Double.isNaN(v)).average().orElse(0);
      assertThat(mean)
          .as(name(contributor))
          .isCloseTo(expected, within(Math.max(0.03, 0.1 * expected)));
    }
  }

  @Test
  void theRemovablePeakIsWhatThePeakReallyFallsBy() {
    double today = truth().outcome(SPAN, Counterfactual.NOTHING).p99WorkCores();
    for (Contributor contributor : rank(Ranking.Order.PEAK).contributors().subList(0, 3)) {
      Counterfactual without = Counterfactual.NOTHING.cheaper(name(contributor), 1);
      double fall = today - truth().outcome(SPAN, without).p99WorkCores();
      assertThat(contributor.removablePeakCores())
          .as(name(contributor))
          .isCloseTo(fall, within(0.05 * fall + 0.2));
    }
  }

  @Test
  void whatChangedIsFoundAndNothingElse() {
    Map<String, QueryChange> changes = new HashMap<>();
    for (Contributor contributor : rank(Ranking.Order.LOAD).contributors()) {
      if (contributor.change().kind() != Kind.STEADY) {
        changes.put(name(contributor), contributor.change());
      }
    }

    assertThat(changes)
        .containsOnlyKeys("likes_received_feed", "notification_digest", "wallet_update");
    QueryChange regressed =
        changes.getOrDefault("likes_received_feed", QueryChange.undecided(null));
    assertThat(regressed.kind()).isEqualTo(Kind.REGRESSED);
    assertThat(regressed.cause()).isEqualTo("PER_CALL");
    assertThat(regressed.effect()).isCloseTo(0.5, within(0.05));
    assertThat(regressed.since()).isEqualTo(MONDAY.plus(Duration.ofHours(29)));
    QueryChange added = changes.getOrDefault("notification_digest", QueryChange.undecided(null));
    assertThat(added.kind()).isEqualTo(Kind.NEW);
    assertThat(added.since()).isEqualTo(MONDAY);
    QueryChange victim = changes.getOrDefault("wallet_update", QueryChange.undecided(null));
    assertThat(victim.kind()).isEqualTo(Kind.VICTIM);
    assertThat(victim.cause()).isEqualTo("synch/cond/innodb/row_lock_wait");
    assertThat(victim.since()).isEqualTo(MONDAY.plus(Duration.ofHours(3)));
  }

  @Test
  void whatDisappearedIsGone() {
    List<Ranking.Gone> gone = rank(Ranking.Order.LOAD).gone();

    assertThat(gone).hasSize(1);
    assertThat(gone.get(0).statement()).contains("sql_calc_found_rows");
    assertThat(gone.get(0).loadAasBefore()).isCloseTo(0.8, within(0.05));
  }
}
