package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.GroundTruth.ClusterOutcome;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.ProcessorSharing;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.size.SizingAdvice.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * On a quiet Saturday a reader becomes the writer. The inventory of the week's end shows the new
 * roles, and the work of the days before was done in the old ones.
 */
class FailoverSizingTest {
  private static final String CLASS = "db.r6g.2xlarge";
  private static final Set<String> READS =
      Set.of("likes_received_feed", "search_candidates", "profile_by_id", "photos_in");
  private static final Instant SATURDAY =
      SimulatedCluster.WEEK.range().from().plus(Duration.ofHours(5 * 24 + 4));

  private static final SimulatedCluster FAILED_OVER =
      cluster().failedOver(new ClusterSpec.Failover(SATURDAY, "i1"));
  private static final SizingModel MODEL = ClusterFixture.healthy(FAILED_OVER.load(1)).model();

  /** Three readers in all; reads outweigh writes by far. */
  private static SimulatedCluster cluster() {
    List<WorkloadSpec> workloads =
        WorkloadReader.read("pairs-main", false).stream()
            .filter(workload -> READS.contains(workload.name()))
            .map(workload -> SimulatedCluster.scaled(workload, 0.12))
            .toList();
    return new SimulatedCluster(SimulatedCluster.cluster(CLASS, 3, workloads), 7);
  }

  private static Option asked(SizingModel model, int readers) {
    return ClusterFixture.ADVISOR
        .adviseQuickly(model, new WhatIf(List.of(), CLASS, readers))
        .advice()
        .options()
        .get(0);
  }

  /** The readers left carry all reads, before the failover and after it. */
  private double truth(String... without) {
    Counterfactual whatIf = Counterfactual.NOTHING;
    for (String name : without) {
      whatIf = whatIf.withoutInstance(name);
    }
    ClusterOutcome outcome = FAILED_OVER.truth().outcome(SimulatedCluster.SPAN, whatIf);
    InstanceHardware hardware = InstanceHardware.of(CLASS);
    return ProcessorSharing.of(hardware).busyVcpus(outcome.p99ReaderWorkCores()) / hardware.vcpus();
  }

  private static double p99(Option option) {
    return Objects.requireNonNull(option.p99Utilisation());
  }

  @Test
  void aReaderIsJudgedByTheWorkOfTheRole() {
    double truth = truth("i2", "i3");

    assertThat(truth).isGreaterThan(0.3);
    assertThat(p99(asked(MODEL, 1))).isCloseTo(truth, within(0.02));
  }

  @Test
  void theBalanceIsThatOfTheReaders() {
    double calm = p99(asked(ClusterFixture.healthy(cluster().load(1)).model(), 3));

    assertThat(p99(asked(MODEL, 3))).isCloseTo(calm, within(0.02));
    assertThat(MODEL.data().members().readers())
        .extracting(reader -> reader.instance().name())
        .containsExactlyInAnyOrder("i0", "i2", "i3");
  }
}
