package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.AcuRange;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The advice for and about Aurora Serverless v2 on simulated clusters. */
@Tag("slow")
class ServerlessAdviceTest {
  private static final double UNIT_USD = 0.12 * 730;

  private static ClusterFixture fixture(String instanceClass, int readers, double factor) {
    List<WorkloadSpec> workloads =
        WorkloadReader.read("pairs-billing", false).stream()
            .map(workload -> SimulatedCluster.scaled(workload, factor))
            .toList();
    return ClusterFixture.healthy(
        new SimulatedCluster(SimulatedCluster.cluster(instanceClass, readers, workloads), 5)
            .load(2));
  }

  private static SizingAdvice advice(ClusterFixture fixture, WhatIf whatIf) {
    return ClusterFixture.ADVISOR.adviseQuickly(fixture.model(), whatIf).advice();
  }

  private static SizingAdvice advice(ClusterFixture fixture) {
    return advice(fixture, WhatIf.nothing());
  }

  private static Option asked(ClusterFixture fixture, String target, int readers) {
    return advice(fixture, new WhatIf(List.of(), target, readers)).options().get(0);
  }

  private static List<String> texts(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::text).toList();
  }

  @Test
  void idleServerlessReadersAreTakenAway() {
    SizingAdvice advice = advice(fixture("db.serverless(8-64)", 3, 4));
    Option recommended = Objects.requireNonNull(advice.recommended());

    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(recommended.writerLabel()).isEqualTo("db.serverless (8–64 ACU)");
    assertThat(recommended.readers()).isEqualTo(1);
    assertThat(recommended.grade()).isEqualTo(Grade.SAFE);
    // All instances stand at their minimum, so two fewer take 16 units less, and one does a bit
    // more.
    assertThat(recommended.monthlySavingUsd())
        .isCloseTo(16 * UNIT_USD, within(0.1 * 16 * UNIT_USD));
  }

  @Test
  void aLowerMinimumIsATrialBecauseItsMemoryIsNotKnown() {
    Option lower = asked(fixture("db.serverless(8-64)", 1, 4), "db.serverless:2-64", 1);
    AcuUse acu = Objects.requireNonNull(lower.acu());

    assertThat(lower.grade()).isEqualTo(Grade.TRIAL);
    assertThat(lower.guards())
        .filteredOn(guard -> guard.name() == GuardName.MEMORY)
        .extracting(Guard::state)
        .containsExactly(Guard.State.UNKNOWN);
    assertThat(texts(lower.doubts())).anyMatch(doubt -> doubt.contains("scales up from a lower"));
    assertThat(lower.monthlySavingUsd()).isPositive();
    assertThat(List.of(acu.min(), acu.max())).containsExactly(2.0, 64.0);
    assertThat(acu.allocatedMean()).isLessThan(16).isGreaterThan(acu.usedMean());
  }

  @Test
  void theLowestMaximumThatHoldsIsTold() {
    SizingAdvice advice = advice(fixture("db.serverless(2-32)", 1, 4));

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(texts(advice.reasons())).anyMatch(r -> r.startsWith("A maximum of 16 ACU would"));
    assertThat(Objects.requireNonNull(advice.current()).p99Utilisation()).isBetween(0.15, 0.3);
  }

  @Test
  void aMaximumThatIsTooLowIsRaised() {
    SizingAdvice advice = advice(fixture("db.serverless(2-12)", 1, 4.3));
    Option recommended = Objects.requireNonNull(advice.recommended());

    assertThat(advice.verdict()).isEqualTo(Verdict.INCREASE);
    assertThat(recommended.readers()).isEqualTo(1);
    assertThat(Objects.requireNonNull(recommended.acu()).max()).isGreaterThan(12);
  }

  @Test
  void aProvisionedClusterGetsServerlessAsATrialOnly() {
    SizingAdvice advice = advice(fixture("db.r5.2xlarge", 2, 1));
    Option serverless =
        advice.options().stream().filter(option -> option.acu() != null).findFirst().orElseThrow();

    assertThat(serverless.grade()).isEqualTo(Grade.TRIAL);
    assertThat(texts(serverless.doubts()))
        .anyMatch(doubt -> doubt.startsWith("The CPU of a capacity unit (ACU) against r5"))
        .anyMatch(doubt -> doubt.contains("scales up"))
        .anyMatch(doubt -> doubt.startsWith("The guard memory is unknown"));
    assertThat(Objects.requireNonNull(advice.recommended()).acu()).isNull();
    assertThat(Objects.requireNonNull(serverless.acu()).max()).isEqualTo(32);
  }

  @Test
  void aServerlessClusterGetsProvisionedClassesAsATrialOnly() {
    SizingAdvice advice = advice(fixture("db.serverless(8-64)", 3, 4));
    Option provisioned = Objects.requireNonNull(advice.trial()).option();

    assertThat(provisioned.writerClass()).isEqualTo("db.r6g.xlarge");
    assertThat(provisioned.grade()).isEqualTo(Grade.TRIAL);
    assertThat(provisioned.acu()).isNull();
    assertThat(texts(advice.reasons()))
        .anyMatch(reason -> reason.contains("if its CPU compares with today's as assumed"))
        .noneMatch(reason -> reason.contains("newer generation"));
  }

  @Test
  void missingUnitsAndRangesLeaveItUndecided() {
    ClusterFixture known = fixture("db.serverless(2-32)", 1, 4);
    SizingAdvice noUnits = advice(known.without(InstanceCounter.ACU_ALLOCATED));
    SizingAdvice noRange = advice(known.instance(instance -> instance.withAcu(null)));
    Current current = Objects.requireNonNull(noUnits.current());

    assertThat(noUnits.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(texts(noUnits.reasons())).anyMatch(r -> r.contains("no counter of the capacity"));
    assertThat(current.p99Utilisation()).isNull();
    assertThat(current.monthlyUsd()).isNull();
    assertThat(noRange.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(texts(noRange.reasons())).anyMatch(r -> r.contains("no range of its capacity"));
  }

  @Test
  void scalingUpLateIsTold() {
    ClusterFixture starved =
        fixture("db.serverless(2-32)", 1, 4).level(InstanceCounter.ACU_ALLOCATED, 4);

    assertThat(texts(advice(starved).warnings()))
        .anyMatch(warning -> warning.startsWith("The CPU used all of the capacity units"));
  }

  @Test
  void aMinimumOfZeroMayExplainMissingData() {
    ClusterFixture paused =
        fixture("db.serverless(2-32)", 1, 4)
            .instance(instance -> instance.withAcu(new AcuRange(0, 32)))
            .each(load -> PoisonedInputs.missing(load, 0, 3 * 1440));

    assertThat(texts(advice(paused).reasons())).anyMatch(r -> r.contains("minimum of 0 ACU"));
  }
}
