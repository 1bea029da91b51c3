package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.ClusterPhysics;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.HostAgent;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WaitEvent;
import dev.teiten.size.SimulatedCluster;
import dev.teiten.synthetic.ChangedLoads;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Experiments on identification: the source counts a session's CPU wrong by a factor, handlers work
 * or only wait, and an agent of 2.4 cores runs at some hours or never. The truth is a constant
 * background of 0.064 cores on hosts of 8 vCPUs.
 */
@Tag("slow")
class IdentificationTest {
  private static final double BACKGROUND = 0.008 * 8;

  private static SimulatedCluster cluster(double handlerCpu, int agentHours) {
    ClusterSpec spec =
        SimulatedCluster.cluster(
            "db.r6g.2xlarge",
            2,
            WorkloadReader.read("pairs-main", false).stream()
                .filter(workload -> workload.route() != CallRoute.LAST_READER)
                .map(workload -> SimulatedCluster.scaled(workload, 0.5 * 8 * 2 / 110))
                .toList());
    ClusterPhysics physics = ClusterPhysics.PLAIN.handlerCpu(handlerCpu);
    HostAgent agent =
        new HostAgent(
            HostAgent.EVERY_INSTANCE,
            SimulatedCluster.SPAN.from().plus(Duration.ofHours(2)),
            Duration.ofDays(1),
            Duration.ofHours(Math.max(1, agentHours)),
            2.4);
    return new SimulatedCluster(spec.with(agentHours > 0 ? physics.with(agent) : physics), 5);
  }

  private static ClusterLoad counted(ClusterLoad load, double factor) {
    List<InstanceLoad> instances =
        load.instances().stream().map(instance -> counted(instance, factor)).toList();
    return ChangedLoads.withInstances(load, instances);
  }

  private static InstanceLoad counted(InstanceLoad load, double factor) {
    Map<WaitEvent, double[]> waits = new HashMap<>(load.waits());
    waits.computeIfPresent(WaitEvent.CPU, (wait, series) -> times(series, factor));
    Map<String, double[]> cpu = new HashMap<>();
    load.digestCpu().forEach((digest, series) -> cpu.put(digest, times(series, factor)));
    return new InstanceLoad(
        load.instance(),
        load.total(),
        waits,
        load.digests(),
        cpu,
        load.counters(),
        load.hours().stream().map(hour -> counted(hour, factor)).toList());
  }

  private static DigestLoad counted(DigestLoad hour, double factor) {
    Map<WaitEvent, Double> waits = new HashMap<>(hour.waits());
    waits.computeIfPresent(WaitEvent.CPU, (wait, aas) -> aas * factor);
    return new DigestLoad(hour.from(), hour.digest(), hour.loadAas(), waits, hour.statistics());
  }

  private static double[] times(double[] series, double factor) {
    return Arrays.stream(series).map(value -> factor * value).toArray();
  }

  private static double mean(double[] series) {
    return Arrays.stream(series).filter(value -> !Double.isNaN(value)).average().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "1.3, 0, 0",
    "0.77, 0, 0",
    "1, 0.5, 0",
    "0.77, 0.5, 0",
    "1.3, 0.5, 0",
    "1, 0, 2",
    "0.77, 0, 2",
    "1.3, 0, 2",
    "1, 0.5, 10",
    "0.77, 0.5, 10"
  })
  void backgroundAndAgentsAreKnownWhereTheHandlersShareIsNot(
      double counted, double handlerCpu, int agentHours) {
    SimulatedCluster made = cluster(handlerCpu, agentHours);
    CpuWork work = CpuWork.of(counted(made.load(1), counted));

    double truth =
        made.truth().workCores(SimulatedCluster.SPAN).values().stream().mapToDouble(v -> v).sum();
    double sessions = work.instances().stream().mapToDouble(i -> mean(i.sessionWork())).sum();
    assertThat(sessions).isCloseTo(truth, within(0.03 * truth));
    for (InstanceWork instance : work.instances()) {
      assertThat(instance.background().cores()).isCloseTo(BACKGROUND, within(0.06));
      int days = agentHours == 0 ? 0 : 7;
      assertThat(instance.background().runs()).hasSize(days);
      for (AgentRun run : instance.background().runs()) {
        assertThat(run.to() - run.from()).isEqualTo(60 * agentHours);
        assertThat(run.cores()).isCloseTo(2.4, within(0.1));
      }
    }
  }
}
