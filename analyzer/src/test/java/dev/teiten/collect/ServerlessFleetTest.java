package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.AcuRange;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.size.AcuUse;
import dev.teiten.size.CapacityAdvisor;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.WhatIf;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.price.PriceBook;
import dev.teiten.source.LoadSource;
import dev.teiten.synthetic.SimpleNormalizer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An Aurora Serverless v2 cluster and a mixed one over the real protocol, with known truth. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerlessFleetTest {
  private static final ReviewWeek WEEK =
      ReviewWeek.lastComplete(Instant.now().minus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final TimeRange RANGE = WEEK.range();
  private static final MinuteSpan SPAN = new MinuteSpan(RANGE.from(), RANGE.to());
  private static final double UNIT_USD = 0.12 * 730;
  private static final SimulatedFleet FLEET = fleet();

  private Archive archive;

  private static SimulatedFleet fleet() {
    Instant now = RANGE.to().plus(Duration.ofHours(2));
    Instant created = RANGE.from().minus(Duration.ofDays(30));
    ClusterSpec billing = SimulatedFleet.small(3, now).cluster("billing");
    String units = "db.serverless(0.5-8)";
    ClusterSpec serverless =
        billing.withInstances(
            List.of(
                InstanceSpec.of("billing-1", units, "us-east-1a", 0, created),
                InstanceSpec.of("billing-2", units, "us-east-1b", 1, created)));
    ClusterSpec posts = SimulatedFleet.small(3, now).cluster("posts");
    ClusterSpec mixed =
        posts.withInstances(
            List.of(
                InstanceSpec.of("posts-1", "db.r7g.large", "us-east-1a", 0, created),
                InstanceSpec.of("posts-2", "db.serverless(2-16)", "us-east-1b", 1, created)));
    return SimulatedFleet.of(3, "us-east-1", now, List.of(serverless, mixed));
  }

  @BeforeAll
  void collect(@TempDir Path folder) {
    archive = EmulatedAws.archive(folder);
    Clock clock = Clock.fixed(FLEET.now(), ZoneOffset.UTC);
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE, clock);
        LoadSource source = aws.source()) {
      CollectReport report =
          new SourceCollector(source, archive, clock)
              .collect(new CollectPlan(RANGE, Set.of(), 2), progress -> {});
      assertThat(report.failures()).isEmpty();
      assertThat(report.forgone()).isEmpty();
    }
  }

  @AfterAll
  void close() {
    archive.close();
  }

  private static SizingAdvice advice(ClusterLoad load) {
    CapacityAdvisor advisor =
        new CapacityAdvisor(PriceBook.bundled(), SizingAssumptions.defaults());
    Ranking ranking = new QueryRanker(SimpleNormalizer::of, 1).rank(load, Ranking.Order.PEAK);
    return advisor.adviseQuickly(advisor.model(load, ranking), WhatIf.nothing()).advice();
  }

  @Test
  void shareOfTheMaximumAndPriceOfTheAllocatedUnitsAreTrue() {
    GroundTruth truth = FLEET.truth("billing");
    double p99 = truth.outcome(SPAN, Counterfactual.NOTHING).p99Utilisation();
    double allocated = truth.allocatedAcu(SPAN, Counterfactual.NOTHING);

    Current current = Objects.requireNonNull(advice(archive.load("billing", WEEK, 0)).current());
    AcuUse acu = Objects.requireNonNull(current.acu());

    assertThat(current.writerClass()).isEqualTo("db.serverless");
    assertThat(current.p99Utilisation()).isCloseTo(p99, within(0.005));
    assertThat(List.of(acu.min(), acu.max())).containsExactly(0.5, 8.0);
    assertThat(acu.allocatedMean()).isCloseTo(allocated, within(0.01 * allocated));
    assertThat(current.monthlyUsd())
        .isCloseTo(allocated * UNIT_USD, within(0.01 * allocated * UNIT_USD));
    assertThat(acu.monthlyUsd()).isEqualTo(current.monthlyUsd());
    assertThat(acu.usedMean()).isLessThan(acu.allocatedMean());
    assertThat(acu.usedP99()).isGreaterThan(acu.usedMean()).isLessThan(2 * 8.0);
  }

  @Test
  void theCapacityIsJudgedAsThatOfKnownHardware() {
    SizingAdvice advice = advice(archive.load("billing", WEEK, 0));

    assertThat(advice.verdict()).isNotEqualTo(SizingAdvice.Verdict.UNDECIDED);
    assertThat(advice.options()).isNotEmpty();
  }

  @Test
  void aMixedClusterHasUnitsForItsServerlessReadersOnly() {
    ClusterLoad load = archive.load("posts", WEEK, 0);
    Current current = Objects.requireNonNull(advice(load).current());
    AcuUse acu = Objects.requireNonNull(current.acu());
    double allocated = FLEET.truth("posts").allocatedAcu(SPAN, Counterfactual.NOTHING);
    double writer = 1.3 * 0.276 * 730;

    assertThat(acu.allocatedMean()).isCloseTo(allocated, within(0.01 * allocated));
    // I/O-Optimized units cost 1.3 times as much, as does the writer.
    assertThat(acu.monthlyUsd())
        .isCloseTo(allocated * 1.3 * UNIT_USD, within(0.02 * allocated * UNIT_USD));
    assertThat(current.monthlyUsd())
        .isCloseTo(writer + Objects.requireNonNull(acu.monthlyUsd()), within(1.0));
    assertThat(load.instances().get(0).counters())
        .containsKey(InstanceCounter.VCPUS)
        .doesNotContainKey(InstanceCounter.ACU_ALLOCATED);
  }

  @Test
  void theRangeIsPartOfTheInventory() {
    assertThat(archive.cluster("posts", RANGE.to()).instances())
        .extracting(Instance::acu)
        .containsExactly(null, new AcuRange(2, 16));
  }
}
