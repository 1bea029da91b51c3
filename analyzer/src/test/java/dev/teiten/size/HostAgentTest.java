package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.ClusterPhysics;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.HostAgent;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.load.Sentence;
import dev.teiten.rank.BackgroundContributor;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.JsonDocuments;
import dev.teiten.size.predict.ClusterShape;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents beside the database, with a known truth: 5.5 of 8 cores, on hosts that are 35 % busy. */
@Tag("slow")
class HostAgentTest {
  private static final String CLASS = "db.r6g.2xlarge";
  private static final Instant MONDAY = SimulatedCluster.SPAN.from();
  private static final Duration DAY = Duration.ofDays(1);
  private static final HostAgent NIGHTLY =
      agent(HostAgent.EVERY_INSTANCE, MONDAY.minus(Duration.ofDays(40)), DAY);

  private static HostAgent agent(String instance, Instant midnight, Duration every) {
    Duration two = Duration.ofHours(2);
    return new HostAgent(instance, midnight.plus(two), every, two, 5.5);
  }

  private static SimulatedCluster cluster(int readers, HostAgent... agents) {
    ClusterSpec spec =
        SimulatedCluster.cluster(
            CLASS,
            readers,
            WorkloadReader.read("pairs-main", false).stream()
                .filter(workload -> workload.route() != CallRoute.LAST_READER)
                // Equal calls whatever the number of readers: 35 % of three.
                .map(workload -> SimulatedCluster.scaled(workload, 0.35 * 8 * 3 / 110))
                .toList());
    return new SimulatedCluster(spec.with(ClusterPhysics.PLAIN.with(agents)), 7);
  }

  private static double p99(SimulatedCluster cluster) {
    GroundTruth.ClusterOutcome outcome =
        cluster.truth().outcome(SimulatedCluster.SPAN, Counterfactual.NOTHING);
    return outcome.p99Utilisation();
  }

  @Test
  void aNightlyAgentIsNobodysQuery() {
    SimulatedCluster made = cluster(3, NIGHTLY);
    Ranking ranking = new ClusterFixture(made.load(1)).ranking();

    BackgroundContributor agent = ranking.background().get(0);
    assertThat(ranking.background()).hasSize(1);
    assertThat(agent.hours()).isEqualTo("02:00–04:00");
    assertThat(agent.description().text()).isEqualTo("not from SQL: 02:00–04:00, each instance");
    assertThat(agent.cores()).isCloseTo(5.5, within(0.15));
    assertThat(agent.instances()).containsExactly("i0", "i1", "i2", "i3");
    assertThat(JsonDocuments.ranking(ranking))
        .contains("\"name\" : \"not from SQL\"", "\"hours\" : \"02:00–04:00\"");
    assertThat(ranking.warnings()).extracting(Sentence::text).anyMatch(w -> w.contains("02:00"));
    Map<String, Double> truth = made.truth().removableCores(SimulatedCluster.SPAN);
    for (Contributor contributor : ranking.contributors()) {
      String workload = made.workload(contributor.sourceDigests().get(0));
      assertThat(contributor.removablePeakCores())
          .isCloseTo(Objects.requireNonNull(truth.get(workload)), within(0.05));
    }
  }

  @Test
  void anAgentGoesWithEachHost() {
    SizingParts parts = new ClusterFixture(cluster(3, NIGHTLY).load(3)).parts();
    for (int readers : new int[] {1, 2, 3, 4, 6}) {
      ClusterShape shape = ClusterShape.uniform(InstanceClasses.find(CLASS).orElseThrow(), readers);
      double predicted =
          parts.predictors().capacity().now(shape, parts.demand(List.of())).busiest();
      assertThat(predicted).isCloseTo(p99(cluster(readers, NIGHTLY)), within(0.03));
    }
  }

  @Test
  void anAgentOfOneInstanceOrOneDayIsNamedAsSuch() {
    HostAgent onOne = agent("i2", MONDAY, DAY);
    HostAgent onSunday =
        new HostAgent(
            HostAgent.EVERY_INSTANCE,
            MONDAY.minus(Duration.ofHours(15)),
            Duration.ofDays(7),
            Duration.ofMinutes(40),
            2);
    Ranking ranking = new ClusterFixture(cluster(3, onOne, onSunday).load(1)).ranking();

    assertThat(ranking.background())
        .extracting(agent -> agent.description().text())
        .containsExactlyInAnyOrder(
            "not from SQL: 02:00–04:00, i2",
            "not from SQL: 09:00–09:40 on 2026-11-15, each instance");
    BackgroundContributor weekly =
        ranking.background().stream().filter(a -> a.days().size() == 1).findFirst().orElseThrow();
    assertThat(weekly.days()).containsExactly(LocalDate.of(2026, 11, 15));
    assertThat(weekly.cores()).isCloseTo(2, within(0.2));
  }

  @Test
  void withoutAnAgentNoneIsInvented() {
    for (String instanceClass : List.of("db.r6g.2xlarge", "db.r5.2xlarge", "db.r5.4xlarge")) {
      for (double level : new double[] {0.15, 0.4, 0.7}) {
        for (double handlerCpu : new double[] {0, 0.5}) {
          double factor = level * 8 * 3 / 110;
          ClusterSpec spec =
              SimulatedCluster.cluster(
                  instanceClass,
                  3,
                  WorkloadReader.read("pairs-main", false).stream()
                      .map(workload -> SimulatedCluster.scaled(workload, factor))
                      .toList());
          SimulatedCluster made =
              new SimulatedCluster(spec.with(ClusterPhysics.PLAIN.handlerCpu(handlerCpu)), 3);
          Ranking ranking = new ClusterFixture(made.load(1)).ranking();
          assertThat(ranking.background()).isEmpty();
          assertThat(Objects.requireNonNull(ranking.cpuExplained())).isGreaterThan(0.7);
        }
      }
    }
  }
}
