package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.synthetic.ChangedLoads;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuWorkTest {
  private static final List<SyntheticQuery> QUERIES =
      List.of(
          SyntheticQuery.of("fast", 400, 0.004),
          SyntheticQuery.of("scan", 3, 0.5).handler(0.4),
          SyntheticQuery.of("batch", 0.2, 0.8).handler(0.1).shape(SyntheticQuery.Shape.BATCH),
          SyntheticQuery.of("flat", 20, 0.02).shape(SyntheticQuery.Shape.FLAT));

  @Test
  void workIsSplitByWhatEachQueryReallyDemands() {
    SyntheticCluster made =
        new SyntheticCluster(QUERIES).handlerCpu(0.5).backgroundCores(0.6).noise(0, 0, 0);
    CpuWork work = CpuWork.of(made.load());

    InstanceWork writer = work.instances().get(0);
    assertThat(writer.background().cores()).isCloseTo(0.6, within(0.1));
    assertThat(writer.handlerShare()).isCloseTo(0.5, within(0.1));
    assertThat(mean(work.work(List.of("fast")))).isCloseTo(1.6, within(0.08));
    assertThat(mean(work.work(List.of("scan")))).isCloseTo(3 * (0.5 + 0.5 * 0.4), within(0.11));
    assertThat(mean(work.work(List.of("batch")))).isCloseTo(0.17, within(0.01));
  }

  @Test
  void aQueueDoesNotInflateAnybodysWork() {
    List<SyntheticQuery> heavy =
        List.of(SyntheticQuery.of("a", 500, 0.01), SyntheticQuery.of("b", 250, 0.01));
    CpuWork work =
        CpuWork.of(
            new SyntheticCluster(heavy)
                .instanceClass("db.r6g.4xlarge")
                .backgroundCores(0)
                .noise(0, 0, 0)
                .load());

    double[] a = work.work(List.of("a"));
    assertThat(mean(a)).isCloseTo(5, within(0.1));
    assertThat(Arrays.stream(a).max().orElseThrow()).isCloseTo(8, within(0.8));
  }

  @Test
  void theGainOfHyperthreadsIsEstimatedWhereTheLoadShowsIt() {
    List<SyntheticQuery> queries =
        List.of(
            SyntheticQuery.of("a", 500, 0.007),
            SyntheticQuery.of("b", 250, 0.006).shape(SyntheticQuery.Shape.FLAT),
            SyntheticQuery.of("c", 1, 0.1).shape(SyntheticQuery.Shape.BATCH));
    SyntheticCluster made = new SyntheticCluster(queries).instanceClass("db.r5.4xlarge").gain(0.3);

    assertThat(CpuWork.of(made.load()).instances().get(0).curve().gain())
        .isCloseTo(0.3, within(0.051));
  }

  @Test
  void atLowLoadTheGainStaysOnTheSafeSide() {
    SyntheticCluster made =
        new SyntheticCluster(QUERIES).instanceClass("db.r5.24xlarge").gain(0.35);

    assertThat(CpuWork.of(made.load()).instances().get(0).curve().gain())
        .isEqualTo(CapacityCurve.DEFAULT_GAIN);
  }

  @Test
  void backgroundDigestsAndRemainderAddUpToTheWork() {
    CpuWork work = CpuWork.of(new SyntheticCluster(QUERIES).handlerCpu(0.4).load());

    InstanceWork writer = work.instances().get(0);
    double[] digests = writer.work(writer.digests().digests());
    double[] remainder = writer.remainder();
    for (int t = 0; t < digests.length; t++) {
      assertThat(digests[t] + remainder[t] + writer.background().cores())
          .isCloseTo(Math.max(writer.work()[t], writer.background().cores()), within(1e-6));
    }
  }

  @Test
  void anInstanceWithoutACounterOrOfUnknownHardwareIsNotGuessed() {
    ClusterLoad load = new SyntheticCluster(QUERIES).readers(1).load();
    InstanceLoad blind = with(load.instances().get(1), Map.of());
    CpuWork work =
        CpuWork.of(ChangedLoads.withInstances(load, List.of(load.instances().get(0), blind)));

    assertThat(work.instances()).hasSize(1);
    assertThat(work.unknown()).containsKey(blind.instance());
    assertThat(work.cluster()[100]).isEqualTo(work.instances().get(0).work()[100]);
  }

  @Test
  void aMinuteThatOneInstanceLacksIsNoClusterMinute() {
    ClusterLoad load = new SyntheticCluster(QUERIES).readers(1).load();
    load.instances().get(1).total()[500] = Double.NaN;
    CpuWork work = CpuWork.of(load);

    assertThat(work.cluster()[500]).isNaN();
    assertThat(work.work(List.of("fast"))[500]).isNaN();
    assertThat(work.cluster()[501]).isNotNaN();
  }

  @Test
  void minutesOfAnotherClassAreLeftOut() {
    ClusterLoad load = new SyntheticCluster(QUERIES).load();
    double[] vcpus = load.instances().get(0).counters().get(InstanceCounter.VCPUS);
    assertThat(vcpus).isNotNull();
    Arrays.fill(vcpus, 0, 3000, 64);

    double[] work = CpuWork.of(load).cluster();
    assertThat(work[2999]).isNaN();
    assertThat(work[3000]).isNotNaN();
  }

  @Test
  void aDigestOutsideOfTheTopOfTheDayIsFilledFromItsHours() {
    ClusterLoad load = new SyntheticCluster(QUERIES).noise(0, 0, 0).load();
    double whole = mean(CpuWork.of(load).work(List.of("scan")));
    InstanceLoad writer = load.instances().get(0);
    Arrays.fill(series(writer.digests(), "scan"), 1440, 2880, Double.NaN);
    Arrays.fill(series(writer.digestCpu(), "scan"), 1440, 2880, Double.NaN);

    assertThat(mean(CpuWork.of(load).work(List.of("scan")))).isCloseTo(whole, within(0.01 * whole));
  }

  private static double[] series(Map<String, double[]> byDigest, String digest) {
    return byDigest.getOrDefault(digest, new double[0]);
  }

  private static InstanceLoad with(InstanceLoad load, Map<InstanceCounter, double[]> counters) {
    return new InstanceLoad(
        load.instance(),
        load.total(),
        load.waits(),
        load.digests(),
        load.digestCpu(),
        counters,
        load.hours());
  }

  private static double mean(double[] series) {
    return Arrays.stream(series).filter(v -> !Double.isNaN(v)).average().orElseThrow();
  }
}
