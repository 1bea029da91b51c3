package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.CpuWork;
import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import dev.teiten.size.price.PriceBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RDS for PostgreSQL: each deployment has its price and its rules. */
class RdsSizingTest {
  private static final ClusterFixture REPLICAS = calm(3);
  private static final ClusterFixture ALONE = calm(0);
  private static final double WRITER_USD = 1.798 * 730;
  private static final double REPLICA_USD = 0.899 * 730;

  @TempDir Path folder;

  private static ClusterFixture calm(int readers) {
    List<WorkloadSpec> workloads =
        WorkloadReader.read("posts", true).stream()
            .map(workload -> SimulatedCluster.scaled(workload, 0.3))
            .toList();
    return ClusterFixture.healthy(
        new SimulatedCluster(
                SimulatedCluster.cluster("postgres", "16.4", "db.r6g.2xlarge", readers, workloads),
                5)
            .load(2));
  }

  private static ClusterFixture deployed(
      ClusterFixture made, @Nullable DeploymentKind writer, DeploymentKind readers) {
    return made.instance(
        instance -> {
          DeploymentKind kind = instance.isWriter() ? writer : readers;
          return instance.withDeployment(
              kind == null ? null : new InstanceDeployment(kind, "gp3", 3_000, null));
        });
  }

  private static ClusterFixture multiAz() {
    return deployed(REPLICAS, DeploymentKind.MULTI_AZ, DeploymentKind.SINGLE_AZ);
  }

  private static Guard guard(List<Guard> guards, GuardName name) {
    return guards.stream().filter(g -> g.name() == name).findFirst().orElseThrow();
  }

  @Test
  void aStandbyIsPaidForAndAReplicaMayGo() {
    SizingAdvice advice = multiAz().advice();

    assertThat(Objects.requireNonNull(advice.current()).monthlyUsd())
        .isCloseTo(WRITER_USD + 3 * REPLICA_USD, within(0.01));
    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    Option option = Objects.requireNonNull(advice.recommended());
    assertThat(option.readers()).isBetween(1, 3);
    assertThat(advice.options())
        .filteredOn(o -> o.writerClass().equals("db.r6g.2xlarge") && o.readers() == 2)
        .allSatisfy(
            o -> assertThat(o.monthlyUsd()).isCloseTo(WRITER_USD + 2 * REPLICA_USD, within(0.01)));
    assertThat(guard(advice.guards(), GuardName.AVAILABILITY).detail().text())
        .contains("promoted by hand");
    assertThat(advice.warnings()).anyMatch(w -> w.text().contains("no common endpoint"));
  }

  @ParameterizedTest
  @CsvSource({"SINGLE_AZ, Single-AZ: nothing takes over", "MULTI_AZ, A standby in another"})
  void aloneItTellsWhetherAnythingTakesOver(DeploymentKind kind, String told) {
    SizingAdvice advice = deployed(ALONE, kind, kind).advice();

    Guard availability = guard(advice.guards(), GuardName.AVAILABILITY);
    assertThat(availability.state()).isEqualTo(Guard.State.PASS);
    assertThat(availability.detail().text()).contains(told);
    assertThat(Objects.requireNonNull(advice.current()).monthlyUsd())
        .isCloseTo(kind == DeploymentKind.MULTI_AZ ? WRITER_USD : REPLICA_USD, within(0.01));
  }

  @Test
  void aMultiAzClusterKeepsTwoReadersOfItsClass() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("prices.csv"),
            """
            instance_class,region,storage,usd_per_hour,as_of,source,engine,deployment
            db.r6g.2xlarge,us-east-1,standard,2.7,2026-11-01,test,postgres,multi-az-cluster
            db.r6g.xlarge,us-east-1,standard,1.35,2026-11-01,test,postgres,multi-az-cluster
            """);
    ClusterFixture made =
        deployed(calm(2), DeploymentKind.MULTI_AZ_CLUSTER, DeploymentKind.MULTI_AZ_CLUSTER);
    CapacityAdvisor advisor =
        new CapacityAdvisor(PriceBook.bundled().with(file), SizingAssumptions.defaults());
    SizingModel model = advisor.model(made.load(), made.ranking(), CpuWork.of(made.load()));
    SizingAdvice advice = advisor.advise(model, WhatIf.nothing());

    assertThat(Objects.requireNonNull(advice.current()).monthlyUsd())
        .isCloseTo(2.7 * 730, within(0.01));
    assertThat(advice.options())
        .isNotEmpty()
        .allMatch(o -> o.readers() == 2 && o.writerClass().equals(o.readerClass()));
    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(Objects.requireNonNull(advice.recommended()).monthlyUsd())
        .isCloseTo(1.35 * 730, within(0.01));
  }

  @Test
  void withoutARowThereIsNoPriceAndTheReasonSaysSo() {
    SizingAdvice advice =
        deployed(calm(2), DeploymentKind.MULTI_AZ_CLUSTER, DeploymentKind.MULTI_AZ_CLUSTER)
            .advice();

    assertThat(Objects.requireNonNull(advice.current()).monthlyUsd()).isNull();
    assertThat(advice.warnings())
        .anyMatch(w -> w.text().contains("postgres, Multi-AZ (readable standbys), in us-east-1"));
  }

  @Test
  void anUnknownDeploymentIsUndecided() {
    SizingAdvice advice = deployed(REPLICAS, null, DeploymentKind.SINGLE_AZ).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(advice.reasons()).anyMatch(r -> r.text().contains("how RDS deploys"));
  }

  @ParameterizedTest
  @CsvSource({
    "40, PASS, any volume", // of a smaller class, too
    "1500, PASS, 53 % of the IOPS", // the busiest of three readers has a little more than a third
    "2500, FAIL, 88 % of the IOPS"
  })
  void aVolumeBearsSixTenthsOfItsIops(double reads, Guard.State state, String told) {
    SizingAdvice advice =
        ClusterFixture.ADVISOR.advise(
            multiAz().level(InstanceCounter.BUFFER_POOL_READS_PER_SECOND, reads).model(),
            new WhatIf(List.of(), "db.r6g.2xlarge", 3));

    Guard storage = guard(advice.options().get(0).guards(), GuardName.STORAGE);
    assertThat(storage.state()).isEqualTo(state);
    assertThat(storage.detail().text()).contains(told);
  }

  @Test
  void thePageCacheIsFreeMemory() {
    ClusterFixture tight = multiAz().level(InstanceCounter.MEMORY_FREE_BYTES, 1e9);

    assertThat(guard(tight.advice().guards(), GuardName.MEMORY).state())
        .isEqualTo(Guard.State.FAIL);
    assertThat(
            guard(
                    tight.level(InstanceCounter.MEMORY_CACHED_BYTES, 2e10).advice().guards(),
                    GuardName.MEMORY)
                .state())
        .isEqualTo(Guard.State.PASS);
  }
}
