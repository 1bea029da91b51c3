package dev.teiten.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.change.QueryChange;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.ReviewService;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The results of the endpoints, the SDK, the archive and the analysis together equal the truth of
 * the fleet.
 */
@Tag("slow")
class MainJobTest {
  private static final String CLUSTER = "pairs-main";

  private final CollectedFleet collected = CollectedFleet.get();

  @Test
  void collectEndsWell() {
    assertThat(collected.collected().err()).contains("Collected 98 instance-days of 14 instances");
    assertThat(collected.collected().status()).isZero();
  }

  @Test
  void topFiveAreTheTrueOnesInTheirOrderWithinFivePercent() {
    Map<String, Double> truth = trueLoads();
    List<Map.Entry<String, Double>> expected =
        truth.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(5)
            .toList();

    List<Contributor> contributors = ranking().contributors();

    for (int i = 0; i < 5; i++) {
      Contributor contributor = contributors.get(i);
      assertThat(contributor.sourceDigests()).containsExactly(expected.get(i).getKey());
      double relative = contributor.loadAas() / expected.get(i).getValue() - 1;
      assertThat(relative).as("load of %s", contributor.statement()).isBetween(-0.05, 0.05);
    }
  }

  @Test
  void nothingIsLostBetweenTheQueriesAndTheTotal() {
    Ranking ranking = ranking();
    double known = ranking.contributors().stream().mapToDouble(Contributor::loadAas).sum();
    Double total = ranking.loadAas();
    Double other = ranking.otherAas();

    assertThat(total).isNotNull();
    assertThat(other).isNotNull();
    if (total != null && other != null) {
      assertThat(known + other).isBetween(total * 0.999, total * 1.001);
      double truth = trueLoads().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(total / truth - 1).isBetween(-0.01, 0.01);
    }
  }

  @Test
  void regressedQueryOfTheFleetIsFoundAmongFiveLargest() {
    assertThat(ranking().contributors().subList(0, 5))
        .extracting(c -> c.change().kind())
        .contains(QueryChange.Kind.REGRESSED);
  }

  private Ranking ranking() {
    try (Archive archive = collected.archive()) {
      return new ReviewService(archive).result(CLUSTER, collected.week()).ranking();
    }
  }

  /** The true load by digest id, over the reviewed week. */
  private Map<String, Double> trueLoads() {
    ClusterSpec cluster = collected.fleet().cluster(CLUSTER);
    Map<String, String> digests = new HashMap<>();
    for (WorkloadSpec workload : cluster.workloads()) {
      digests.put(workload.name(), workload.digestId());
    }
    Map<String, Double> loads = new HashMap<>();
    MinuteSpan week =
        new MinuteSpan(collected.week().range().from(), collected.week().range().to());
    collected
        .fleet()
        .truth(CLUSTER)
        .loadAas(week)
        .forEach((name, load) -> loads.put(digests.getOrDefault(name, name), load));
    return loads;
  }
}
