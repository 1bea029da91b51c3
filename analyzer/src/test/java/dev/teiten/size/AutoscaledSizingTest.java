package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.ReaderAutoscaling;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import dev.teiten.size.SizingAdvice.Autoscaling;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.synthetic.ChangedLoads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy adds readers by day and removes them by night; what it did is known by the minute. */
@Tag("slow")
class AutoscaledSizingTest {
  private static final String CLASS = "db.r6g.2xlarge";
  private static final long SEED = 11;
  private static final int MOST = 6;
  private static final Set<String> READS =
      Set.of("likes_received_feed", "search_candidates", "profile_by_id", "photos_in");
  private static final SimulatedCluster SCALED = scaled(new ReaderAutoscaling(1, MOST, 0.5, 7));
  private static final SizingModel MODEL = ClusterFixture.healthy(SCALED.load(1)).model();
  private static final SizingParts PARTS = ClusterFixture.healthy(SCALED.load(1)).parts();
  private static final SizingAdvice ADVICE =
      ClusterFixture.ADVISOR.adviseQuickly(MODEL, WhatIf.nothing()).advice();

  private static ClusterSpec base(int readers) {
    List<WorkloadSpec> workloads =
        WorkloadReader.read("pairs-main", false).stream()
            .filter(workload -> READS.contains(workload.name()))
            .map(workload -> SimulatedCluster.scaled(workload, 0.5))
            .toList();
    return SimulatedCluster.cluster(CLASS, readers, workloads);
  }

  private static SimulatedCluster scaled(ReaderAutoscaling policy) {
    MinuteSpan from =
        new MinuteSpan(
            SimulatedCluster.SPAN.from().minusSeconds(86_400), SimulatedCluster.SPAN.to());
    return new SimulatedCluster(policy.applyTo(base(policy.min()), SEED, from), SEED);
  }

  /** The readers that ran in each minute. */
  private static int[] readers(SimulatedCluster cluster) {
    return cluster.load(1).timeline().readers(SimulatedCluster.WEEK.range());
  }

  private static double mean(SimulatedCluster cluster) {
    return Arrays.stream(readers(cluster)).average().orElseThrow();
  }

  private static Option asked(int readers) {
    WhatIf whatIf = new WhatIf(List.of(), CLASS, readers);
    return ClusterFixture.ADVISOR.adviseQuickly(MODEL, whatIf).advice().options().get(0);
  }

  private static Autoscaling scaling(Option option) {
    return Objects.requireNonNull(option.autoscaling());
  }

  @Test
  void theBillIsForTheHoursThatReadersRan() {
    Current current = Objects.requireNonNull(ADVICE.current());
    Autoscaling readers = Objects.requireNonNull(current.autoscaling());
    double mean = mean(SCALED);

    assertThat(mean).isBetween(1.5, 4.0);
    assertThat(readers.min()).isEqualTo(1);
    assertThat(readers.max()).isEqualTo(Arrays.stream(readers(SCALED)).max().orElseThrow());
    assertThat(readers.instanceHours()).isCloseTo(730 * mean, within(0.01));
    assertThat(current.monthlyUsd()).isCloseTo(730 * 1.038 * (1 + mean), within(0.5));
    assertThat(readers.monthlyUsd()).isCloseTo(730 * 1.038 * mean, within(0.5));
  }

  @Test
  void aFixedNumberOfReadersCarriesTheSumOfAll() {
    for (int readers : List.of(2, 4)) {
      double busiest = p99(new SimulatedCluster(base(readers), SEED));

      assertThat(asked(readers).autoscaling()).isNull();
      assertThat(asked(readers).p99Utilisation()).isCloseTo(busiest, within(0.03));
    }
  }

  /** The p99 over the week of the busiest reader's CPU; a reader that is not there is idle. */
  private static double p99(SimulatedCluster cluster) {
    return cluster
        .truth()
        .outcome(SimulatedCluster.SPAN, Counterfactual.NOTHING)
        .utilisations()
        .entrySet()
        .stream()
        .filter(used -> !used.getKey().equals("i0"))
        .mapToDouble(used -> used.getValue())
        .max()
        .orElseThrow();
  }

  @Test
  void todayIsAsThePolicyRanIt() {
    Option today = Objects.requireNonNull(Objects.requireNonNull(ADVICE.current()).option());

    assertThat(scaling(today).min()).isEqualTo(1);
    assertThat(today.p99Utilisation()).isCloseTo(p99(SCALED), within(0.03));
    assertThat(scaling(today).instanceHours()).isCloseTo(730 * mean(SCALED), within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "1, 4", "2, 5"})
  void aRangeRunsTheReadersThatItsPolicyWould(int least, int most) {
    SimulatedCluster truth = scaled(new ReaderAutoscaling(least, most, 0.5, 7));
    InstanceClass hardware = InstanceClasses.find(CLASS).orElseThrow();
    ClusterShape shape =
        ClusterShape.scaled(hardware, hardware, new ReaderRange(least, most, null));
    ClusterDemand demand = PARTS.demand(List.of());

    assertThat(PARTS.predictors().numbers().mean(shape, demand))
        .isCloseTo(mean(truth), within(0.04 * mean(truth)));
    assertThat(PARTS.predictors().capacity().now(shape, demand).reader().utilisation())
        // Readers differ by 5 %, and nobody knows by how much a new one will.
        .isCloseTo(p99(truth), within(0.05 * p99(truth)));
  }

  @Test
  void aFixThatHalvesTheWorkNeedsFewerHours() {
    List<Fix> fixes =
        MODEL.data().ranking().contributors().stream()
            .map(query -> new Fix(query.fingerprint(), 50))
            .toList();
    Option today =
        ClusterFixture.ADVISOR
            .adviseQuickly(MODEL, new WhatIf(fixes, CLASS, null))
            .advice()
            .options()
            .get(0);

    assertThat(scaling(today).instanceHours())
        .isBetween(0.45 * 730 * mean(SCALED), 0.65 * 730 * mean(SCALED));
    assertThat(today.monthlyUsd())
        .isCloseTo(1.038 * (730 + scaling(today).instanceHours()), within(0.5));
  }

  @Test
  void aReaderThatNobodyCollectedAllowsNoVerdict() {
    ClusterLoad load = MODEL.data().load();
    List<MemberTimeline> members = new ArrayList<>(load.timeline().members());
    MemberTimeline last = members.remove(members.size() - 1);
    members.add(new MemberTimeline(last.instance(), false, last.membership(), last.spans()));
    ClusterLoad unseen = load.timeline(new ClusterTimeline(members, List.of()));

    SizingAdvice advice = new ClusterFixture(unseen).advice();
    assertThat(advice.verdict()).isEqualTo(SizingAdvice.Verdict.UNDECIDED);
    assertThat(Objects.requireNonNull(advice.current()).autoscaling()).isNotNull();
  }

  /** Readers that an hourly collect cannot see take the mean of the others. */
  @Test
  void readersOfLessThanAnHourChangeTheAnswerLittle() {
    TimeRange week = SimulatedCluster.WEEK.range();
    Set<String> brief =
        MODEL.data().load().timeline().members().stream()
            .filter(member -> member.livingMinutes(week).cardinality() < 60)
            .map(member -> member.instance().resourceId())
            .collect(Collectors.toSet());
    SizingAdvice unseen = new ClusterFixture(without(brief)).advice();

    assertThat(brief).hasSizeGreaterThan(3);
    assertThat(unseen.verdict()).as(unseen.reasons().toString()).isEqualTo(ADVICE.verdict());
    Option today = Objects.requireNonNull(Objects.requireNonNull(unseen.current()).option());
    Option known = Objects.requireNonNull(Objects.requireNonNull(ADVICE.current()).option());
    assertThat(today.p99Utilisation())
        .isCloseTo(Objects.requireNonNull(known.p99Utilisation()), within(0.01));
  }

  /** The load as collected by somebody who never saw these instances; events tell of them. */
  private static ClusterLoad without(Set<String> ids) {
    ClusterLoad load = MODEL.data().load();
    List<MemberTimeline> members =
        load.timeline().members().stream()
            .map(
                one ->
                    new MemberTimeline(
                        one.instance(),
                        !ids.contains(one.instance().resourceId()),
                        one.membership(),
                        one.spans()))
            .toList();
    List<InstanceLoad> seen =
        load.instances().stream()
            .filter(one -> !ids.contains(one.instance().resourceId()))
            .toList();
    return ChangedLoads.withInstances(load, seen).timeline(new ClusterTimeline(members, List.of()));
  }
}
