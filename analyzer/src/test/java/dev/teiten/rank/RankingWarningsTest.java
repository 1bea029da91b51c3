package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingWarningsTest {
  private static final SyntheticCluster MADE =
      new SyntheticCluster(
              List.of(SyntheticQuery.of("a", 100, 0.01), SyntheticQuery.of("b", 50, 0.01)))
          .noise(0, 0, 0);

  private static List<String> warnings(ClusterLoad load, Ranking.Order order) {
    return new QueryRanker(SimpleNormalizer::of, 1)
        .rank(load, order).warnings().stream().map(Sentence::text).toList();
  }

  private static ClusterLoad with(
      ClusterLoad load, ReviewWeek week, List<InstanceLoad> instances, MinuteCoverage coverage) {
    return new ClusterLoad(
        load.cluster(), week, instances, load.history(), load.statements(), coverage, List.of());
  }

  @Test
  void goodDataRaisesNone() {
    assertThat(warnings(MADE.load(), Ranking.Order.PEAK)).isEmpty();
  }

  @Test
  void lowCoverageIsSaid() {
    ClusterLoad load = MADE.load();
    ClusterLoad low = with(load, load.week(), load.instances(), new MinuteCoverage(9000, 10_080));

    assertThat(warnings(low, Ranking.Order.LOAD))
        .containsExactly("Only 89.3 % of the week's instance-minutes have data.");
  }

  @Test
  void aLoadThatNoDigestHoldsIsSaid() {
    ClusterLoad load = MADE.load();
    double[] total = load.instances().get(0).total();
    Arrays.setAll(total, t -> 2 * total[t]);

    assertThat(warnings(load, Ranking.Order.LOAD))
        .anyMatch(w -> w.startsWith("50 % of the load belongs to no known digest"));
  }

  @Test
  void onePeakIsASingleEvent() {
    ClusterLoad load = MADE.load();
    double[] utilisation =
        load.instances()
            .get(0)
            .counters()
            .getOrDefault(InstanceCounter.CPU_UTILISATION, new double[0]);
    Arrays.fill(utilisation, 4000, 4200, 0.8);

    assertThat(warnings(load, Ranking.Order.PEAK)).anyMatch(w -> w.contains("on 1 day(s) only"));
  }

  @Test
  void anotherNumberOfCpusInsideTheWeekIsSaid() {
    ClusterLoad load = MADE.load();
    double[] vcpus =
        load.instances().get(0).counters().getOrDefault(InstanceCounter.VCPUS, new double[0]);
    Arrays.fill(vcpus, 0, 2000, 32);

    assertThat(warnings(load, Ranking.Order.LOAD))
        .anyMatch(w -> w.startsWith("main-writer changed its number of vCPUs"));
  }

  @Test
  void unknownCpuWorkIsSaid() {
    ClusterLoad load = MADE.load();
    InstanceLoad writer = load.instances().get(0);
    InstanceLoad blind = with(writer, Map.of(), writer.hours());
    List<String> warnings =
        warnings(with(load, load.week(), List.of(blind), load.coverage()), Ranking.Order.PEAK);

    assertThat(warnings)
        .contains(
            "The CPU work of main-writer is not in the peak figures: no CPU utilization counter.",
            "No CPU work is known: the order is by load, not by peak.");
  }

  private static InstanceLoad with(
      InstanceLoad load, Map<InstanceCounter, double[]> counters, List<DigestLoad> hours) {
    return new InstanceLoad(
        load.instance(),
        load.total(),
        load.waits(),
        load.digests(),
        load.digestCpu(),
        counters,
        hours);
  }

  @Test
  void statisticsThatDoNotFitTheLoadAreSaid() {
    ClusterLoad load = MADE.load();
    InstanceLoad writer = load.instances().get(0);
    List<DigestLoad> halved =
        writer.hours().stream().map(RankingWarningsTest::halfTheCalls).toList();
    ClusterLoad wrong =
        with(load, load.week(), List.of(with(writer, writer.counters(), halved)), load.coverage());

    assertThat(warnings(wrong, Ranking.Order.LOAD))
        .anyMatch(w -> w.startsWith("Calls times latency differ by 50 % from the load"));
  }

  private static DigestLoad halfTheCalls(DigestLoad hour) {
    double calls = hour.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
    double latency = hour.statistics().getOrDefault(DigestStatistic.LATENCY_SECONDS, 0.0);
    return new DigestLoad(
        hour.from(),
        hour.digest(),
        hour.loadAas(),
        hour.waits(),
        Map.of(
            DigestStatistic.CALLS_PER_SECOND, calls / 2, DigestStatistic.LATENCY_SECONDS, latency));
  }

  @Test
  void aWeekWithAChangeOfTheClocksIsSaid() {
    ReviewWeek week =
        new ReviewWeek(LocalDate.of(2026, 10, 26), ZoneId.of("Europe/Berlin")).plus(-1);
    RankingWarnings warnings = new RankingWarnings(List.of());
    ClusterLoad load = MADE.load();
    warnings.data(with(load, week, List.of(), load.coverage()), 1.0, 1.0);

    assertThat(warnings.sentences())
        .extracting(Sentence::text)
        .containsExactly("The clocks change in this week: it has 169 hours.");
  }

  @Test
  void aTableOfDigestsThatIsFullIsSaid() {
    ClusterLoad load = MADE.load();
    InstanceLoad writer = load.instances().get(0);
    List<DigestLoad> unknown =
        writer.hours().stream()
            .map(h -> h.digest().equals("a") ? h : withoutStatistics(h))
            .toList();
    ClusterLoad full =
        with(load, load.week(), List.of(with(writer, writer.counters(), unknown)), load.coverage());

    assertThat(warnings(full, Ranking.Order.LOAD))
        .anyMatch(w -> w.startsWith("33 % of the load belongs to digests without statistics"));
  }

  private static DigestLoad withoutStatistics(DigestLoad hour) {
    return new DigestLoad(hour.from(), hour.digest(), hour.loadAas(), hour.waits(), Map.of());
  }

  @Test
  void anInstanceThatWentInsideTheWeekIsSaid() {
    SyntheticCluster made =
        new SyntheticCluster(List.of(SyntheticQuery.of("a", 100, 0.01))).readers(1);
    ClusterLoad load = made.load();
    Arrays.fill(load.instances().get(1).total(), 7200, 10_080, Double.NaN);

    assertThat(warnings(load, Ranking.Order.LOAD))
        .anyMatch(w -> w.startsWith("main-1 has no data from Sat 14 Nov 00:00 on"));
    assertThat(warnings(load, Ranking.Order.LOAD))
        .noneMatch(w -> w.startsWith("main-writer has no data"));
  }

  @Test
  void aWeekThatIsNotOverIsNoRemoval() {
    ClusterLoad load = MADE.load();
    Arrays.fill(load.instances().get(0).total(), 7200, 10_080, Double.NaN);

    assertThat(warnings(load, Ranking.Order.LOAD)).noneMatch(w -> w.contains("has no data from"));
  }

  @Test
  void anInstanceThatCameInsideTheWeekIsSaid() {
    ClusterLoad load = MADE.load();
    InstanceLoad writer = load.instances().get(0);
    Instance old = writer.instance();
    Instance replaced =
        new Instance(
            old.resourceId(),
            old.name(),
            old.engineVersion(),
            old.instanceClass(),
            old.role(),
            old.availabilityZone(),
            old.promotionTier(),
            Instant.parse("2026-11-12T08:00:00Z"));
    InstanceLoad young =
        new InstanceLoad(
            replaced,
            writer.total(),
            writer.waits(),
            writer.digests(),
            writer.digestCpu(),
            writer.counters(),
            writer.hours());

    assertThat(
            warnings(with(load, load.week(), List.of(young), load.coverage()), Ranking.Order.LOAD))
        .anyMatch(w -> w.startsWith("main-writer was created inside the week"));
  }
}
