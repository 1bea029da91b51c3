package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.WorkloadReader;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.InstanceCounter;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A calm Aurora PostgreSQL cluster, with the counters that Performance Insights has for it. */
class PostgresqlSizingTest {
  private static final ClusterFixture IDLE = idle();

  private static ClusterFixture idle() {
    List<WorkloadSpec> workloads =
        WorkloadReader.read("posts", true).stream()
            .map(workload -> SimulatedCluster.scaled(workload, 0.3))
            .toList();
    return ClusterFixture.healthy(
        new SimulatedCluster(SimulatedCluster.postgresql("db.r6g.4xlarge", 3, workloads), 5)
            .load(2));
  }

  private static Guard guard(SizingAdvice advice, GuardName name) {
    return advice.guards().stream().filter(g -> g.name() == name).findFirst().orElseThrow();
  }

  @Test
  void itCanBeGivenASmallerClass() {
    SizingAdvice advice = IDLE.advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    String smaller = Objects.requireNonNull(advice.recommended()).writerClass();
    assertThat(smaller).doesNotEndWith(".4xlarge").endsWith("xlarge");
    assertThat(guard(advice, GuardName.MEMORY).detail().text())
        .contains("hit ratio 99.980 %")
        .contains("temporary files 0.2 MB/s");
    assertThat(guard(advice, GuardName.CONNECTIONS).detail().text()).contains("(max_connections)");
  }

  @ParameterizedTest
  @EnumSource(
      value = InstanceCounter.class,
      names = {
        "BUFFER_POOL_HITS_PER_SECOND",
        "BUFFER_POOL_READS_PER_SECOND",
        "TEMP_FILE_BYTES_PER_SECOND",
        "MEMORY_FREE_BYTES",
        "CONNECTIONS"
      })
  void withoutACounterNoClassIsSmaller(InstanceCounter counter) {
    SizingAdvice advice = IDLE.without(counter).advice();

    assertThat(
            advice.verdict() == Verdict.KEEP
                || Objects.requireNonNull(advice.recommended()).writerClass().endsWith(".4xlarge"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "BUFFER_POOL_READS_PER_SECOND, 90, 99.775 %",
    "TEMP_FILE_BYTES_PER_SECOND, 30000000, temporary files 30.0 MB/s"
  })
  void missesAndTemporaryFilesKeepTheMemory(InstanceCounter counter, double level, String told) {
    SizingAdvice advice = IDLE.level(counter, level).advice();

    assertThat(advice.options())
        .filteredOn(option -> option.grade() == SizingAdvice.Grade.SAFE)
        .allMatch(option -> option.writerClass().endsWith(".4xlarge"));
    assertThat(advice.options())
        .flatExtracting(SizingAdvice.Option::guards)
        .anyMatch(guard -> guard.detail().text().contains(told));
  }

  @Test
  void theNumberThatTheServerStatesIsTheLimitOfToday() {
    SizingAdvice advice =
        IDLE.level(InstanceCounter.MAX_CONNECTIONS, 500)
            .level(InstanceCounter.CONNECTIONS, 430)
            .advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(guard(advice, GuardName.CONNECTIONS).state()).isEqualTo(Guard.State.FAIL);
  }
}
