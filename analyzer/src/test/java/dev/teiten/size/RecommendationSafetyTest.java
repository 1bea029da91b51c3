package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.SizingAssumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A recommended capacity is safe in the week that follows, simulated on that capacity. */
@Order(4) // A long test: it starts early.
@Tag("slow")
class RecommendationSafetyTest {
  private static final int READERS = 6;

  /** The week after the reviewed one; the analysis saw none of it. */
  private static final MinuteSpan NEXT_WEEK =
      new MinuteSpan(
          SimulatedCluster.WEEK.plus(1).range().from(),
          SimulatedCluster.WEEK.plus(1).range().from().plusSeconds(604_800));

  private static SimulatedCluster fleet(String instanceClass, double level, long seed) {
    double factor = level * InstanceHardware.of(instanceClass).vcpus() * READERS / 110;
    return new SimulatedCluster(
        SimulatedCluster.cluster(
            instanceClass,
            READERS,
            WorkloadReader.read("pairs-main", false).stream()
                .filter(workload -> workload.route() != CallRoute.LAST_READER)
                .map(workload -> SimulatedCluster.scaled(workload, factor))
                .toList()),
        seed);
  }

  /** Checks the p99 utilization of each role on the capacity of the option. */
  private static void assertSafe(SimulatedCluster fleet, Option option, Counterfactual fixed) {
    Counterfactual without = fixed;
    for (int i = option.readers() + 1; i <= READERS; i++) {
      without = without.withoutInstance("i" + i);
    }
    String reader = option.readerClass() == null ? option.writerClass() : option.readerClass();
    assertRole(fleet, without.on(InstanceHardware.of(option.writerClass())), true);
    assertRole(fleet, without.on(InstanceHardware.of(reader)), false);
  }

  private static void assertRole(SimulatedCluster fleet, Counterfactual whatIf, boolean writer) {
    GroundTruth.ClusterOutcome outcome = fleet.truth().outcome(NEXT_WEEK, whatIf);
    double limit = SizingAssumptions.defaults().utilisationLimit(vcpus(whatIf)) + 0.03;
    for (Map.Entry<String, Double> used : outcome.utilisations().entrySet()) {
      if (used.getKey().equals("i0") == writer) {
        assertThat(used.getValue()).as(used.getKey()).isLessThanOrEqualTo(limit);
      }
    }
  }

  private static int vcpus(Counterfactual whatIf) {
    InstanceHardware hardware = whatIf.hardware();
    return hardware == null ? 0 : hardware.vcpus();
  }

  @Test
  void everyRecommendationIsSafeInTheWeekThatFollows() {
    List<Option> recommended = new ArrayList<>();
    for (String instanceClass : List.of("db.r6g.2xlarge", "db.r6g.8xlarge", "db.r5.4xlarge")) {
      for (double level : new double[] {0.1, 0.16, 0.22, 0.3}) {
        SimulatedCluster fleet = fleet(instanceClass, level, Math.round(level * 1000));
        Option option = ClusterFixture.healthy(fleet.load(1)).advice().recommended();
        if (option != null) {
          recommended.add(option);
          assertSafe(fleet, option, Counterfactual.NOTHING);
        }
      }
    }
    assertThat(recommended).as("the test says nothing without some").hasSizeGreaterThan(5);
  }

  @Test
  void whatAFixReleasesIsSafeInTheWeekThatFollowsTheFix() {
    int judged = 0;
    for (double level : new double[] {0.25, 0.35, 0.45}) {
      SimulatedCluster fleet = fleet("db.r6g.4xlarge", level, Math.round(level * 1000));
      ClusterFixture made = ClusterFixture.healthy(fleet.load(4));
      SizingModel model = made.model();
      for (SizingAdvice.FixSet set :
          ClusterFixture.ADVISOR.advise(model, dev.teiten.size.WhatIf.nothing()).fixSets()) {
        Counterfactual fixed = Counterfactual.NOTHING;
        for (Fix fix : set.fixes()) {
          String digest =
              model.data().ranking().contributors().stream()
                  .filter(contributor -> contributor.fingerprint().equals(fix.fingerprint()))
                  .findFirst()
                  .orElseThrow()
                  .sourceDigests()
                  .get(0);
          fixed = fixed.cheaper(fleet.workload(digest), fix.percent() / 100);
        }
        assertSafe(fleet, set.option(), fixed);
        judged++;
      }
    }
    assertThat(judged).isGreaterThan(2);
  }
}
