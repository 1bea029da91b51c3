package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.Role;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A verdict needs certain data; a missing counter forbids it. */
@Tag("slow")
class UndecidedReasonsTest {
  private static final ClusterFixture IDLE = CapacityAdvisorTest.busy(2);

  private static void assertUndecided(ClusterFixture made, String why) {
    SizingAdvice advice = made.advice();
    assertThat(advice.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(advice.recommended()).isNull();
    assertThat(advice.reasons()).anyMatch(reason -> reason.text().contains(why));
    assertThat(advice.guards())
        .anyMatch(guard -> guard.name() == GuardName.DATA && guard.state() == Guard.State.FAIL);
    assertThat(advice.fixSets()).isEmpty();
  }

  @Test
  void withoutTheOperatingSystemsCounterThereIsNoVerdict() {
    assertUndecided(IDLE.without(InstanceCounter.CPU_UTILISATION), "no CPU utilization counter");
  }

  @Test
  void anUnknownClassIsNotSized() {
    assertUndecided(IDLE.instance(InstanceEdits.ofClass("db.z9.large")), "db.z9.large");
  }

  @Test
  void threeDaysAreNotAWeek() {
    assertUndecided(IDLE.each(load -> missing(load, 3 * 1440, 7 * 1440)), "3.0 days");
  }

  @Test
  void whatNobodyHasSaysNothingOfTheNumberOfReaders() {
    ClusterFixture threeDays = IDLE.each(load -> missing(load, 3 * 1440, 7 * 1440));

    assertThat(today(threeDays).readers()).isEqualTo(today(IDLE).readers());
    assertThat(threeDays.advice().warnings()).noneMatch(w -> w.text().contains("half of the week"));
  }

  @Test
  void aReaderThatIsNotSeenIsThereAndPaidFor() {
    ClusterFixture unseen =
        IDLE.each(
            load ->
                load.instance().isWriter()
                    ? load
                    : missing(
                        InstanceEdits.counter(
                            load, InstanceCounter.CPU_UTILISATION, unknown(load.total().length)),
                        0,
                        7 * 1440));

    assertUndecided(unseen, "no data");
    assertThat(today(unseen).readers()).isEqualTo(today(IDLE).readers());
    assertThat(today(unseen).monthlyUsd()).isEqualTo(today(IDLE).monthlyUsd());
  }

  @Test
  void lowCoverageIsRefused() {
    ClusterLoad load = IDLE.load();
    long expected = load.coverage().expectedMinutes();
    ClusterFixture sparse =
        new ClusterFixture(
            new ClusterLoad(
                load.cluster(),
                load.week(),
                load.instances(),
                load.history(),
                load.statements(),
                new MinuteCoverage(expected * 9 / 10, expected),
                load.warnings()));

    assertUndecided(sparse, "90.0 %");
  }

  /** Single hours hardly lower the coverage, and may be those of the peak. */
  @Test
  void instancesThatNobodySawLeaveNoVerdict() {
    ClusterLoad load = IDLE.load();
    Instant from = load.week().range().from().plus(Duration.ofHours(17));
    Instant to = from.plus(Duration.ofHours(6));
    MemberTimeline unseen =
        new MemberTimeline(
            new Instance("unseen", "scaled", "", null, Role.READER, null, null, from),
            false,
            MemberTimeline.ALWAYS,
            List.of(new MemberSpan(from, to, Role.READER, null)));
    List<MemberTimeline> members = new ArrayList<>(load.timeline().members());
    members.add(unseen);
    ClusterLoad scaled = load.timeline(new ClusterTimeline(members, List.of()));

    assertUndecided(new ClusterFixture(scaled), "1 instances lived for 6 hours");
  }

  @Test
  void aWriterThatNoEventTellsLeavesNoVerdict() {
    ClusterLoad load = IDLE.load();
    Instant failover = load.week().range().from().plus(Duration.ofDays(5));
    List<MemberTimeline> members = new ArrayList<>();
    for (MemberTimeline member : load.timeline().members()) {
      Role role = member.instance().role();
      List<MemberSpan> spans =
          List.of(
              new MemberSpan(Instant.MIN, failover, null, null),
              new MemberSpan(failover, Instant.MAX, role, null));
      members.add(new MemberTimeline(member.instance(), true, MemberTimeline.ALWAYS, spans));
    }
    ClusterLoad unknown = load.timeline(new ClusterTimeline(members, List.of()));

    assertUndecided(new ClusterFixture(unknown), "The writer is known for 29 % of the week");
  }

  @Test
  void aCounterWithGapsIsRefused() {
    ClusterFixture gaps =
        IDLE.each(
            load -> {
              double[] used =
                  Objects.requireNonNull(load.counters().get(InstanceCounter.CPU_UTILISATION))
                      .clone();
              Arrays.fill(used, 2000, 3000, Double.NaN);
              return InstanceEdits.counter(load, InstanceCounter.CPU_UTILISATION, used);
            });

    assertUndecided(gaps, "gaps");
  }

  @Test
  void loadOfNoKnownStatementIsRefused() {
    ClusterFixture hidden =
        IDLE.each(
            load -> {
              double[] total = Arrays.stream(load.total()).map(aas -> 2 * aas).toArray();
              return InstanceEdits.total(load, total);
            });

    assertUndecided(hidden, "no known statement");
  }

  @Test
  void aSaturatedWeekTellsNothingAboutMore() {
    assertUndecided(CapacityAdvisorTest.busy(14), "saturated");
  }

  @Test
  void aResizeWithinTheWeekIsRefused() {
    ClusterFixture resized =
        IDLE.each(
            load -> {
              double[] vcpus = new double[load.total().length];
              Arrays.fill(vcpus, 16);
              Arrays.fill(vcpus, 0, 3000, 32);
              return InstanceEdits.counter(load, InstanceCounter.VCPUS, vcpus);
            });

    assertUndecided(resized, "resized");
  }

  private static SizingAdvice.Current today(ClusterFixture made) {
    return Objects.requireNonNull(made.advice().current());
  }

  private static double[] unknown(int length) {
    double[] series = new double[length];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  private static InstanceLoad missing(InstanceLoad load, int from, int to) {
    double[] total = load.total().clone();
    Arrays.fill(total, from, to, Double.NaN);
    return InstanceEdits.total(load, total);
  }

  @ParameterizedTest
  @EnumSource(
      value = InstanceCounter.class,
      names = {
        "BUFFER_POOL_HIT_RATIO",
        "MEMORY_FREE_BYTES",
        "CONNECTIONS",
        "NETWORK_RECEIVED_BYTES_PER_SECOND",
        "NETWORK_SENT_BYTES_PER_SECOND",
        "BUFFER_POOL_READS_PER_SECOND"
      })
  void anUnknownGuardNeverGivesAReduction(InstanceCounter counter) {
    SizingAdvice advice = IDLE.without(counter).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(advice.guards()).anyMatch(guard -> guard.state() == Guard.State.UNKNOWN);
    assertThat(advice.reasons()).anyMatch(reason -> reason.text().contains("unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "SWAP_OUT_BYTES_PER_SECOND, 4096, memory",
    "MEMORY_FREE_BYTES, 100000000, memory",
    "CONNECTIONS, 3900, connections",
    "NETWORK_SENT_BYTES_PER_SECOND, 600000000, network",
    "BUFFER_POOL_READS_PER_SECOND, 40000, storage"
  })
  void aLimitThatIsReachedStopsAReduction(InstanceCounter counter, double level, String guard) {
    SizingAdvice advice = IDLE.level(counter, level).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(advice.guards())
        .anyMatch(
            found -> found.name().english().equals(guard) && found.state() == Guard.State.FAIL);
  }

  @Test
  void temporaryTablesOnDiskAreShownWithTheMemory() {
    assertThat(memory(IDLE.level(InstanceCounter.TMP_DISK_TABLES_PER_SECOND, 12.5)))
        .contains("temporary tables on disk 12.5/s");
    assertThat(memory(IDLE.without(InstanceCounter.TMP_DISK_TABLES_PER_SECOND)))
        .contains("temporary tables on disk unknown/s");
  }

  private static String memory(ClusterFixture made) {
    return made.advice().guards().stream()
        .filter(guard -> guard.name() == GuardName.MEMORY)
        .map(guard -> guard.detail().text())
        .findAny()
        .orElseThrow();
  }

  @Test
  void withAnOrdinaryHitRatioReadersMayGoButNoMemory() {
    WhatIf atRandom = WhatIf.nothing().assuming(ModelAssumption.BURST_HIGH, 1);
    SizingAdvice advice =
        ClusterFixture.ADVISOR.advise(
            IDLE.level(InstanceCounter.BUFFER_POOL_HIT_RATIO, 0.992).model(), atRandom);

    Option option = Objects.requireNonNull(advice.recommended());
    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(option.writerClass()).isEqualTo("db.r6g.4xlarge");
    assertThat(option.readerClass()).isEqualTo("db.r6g.4xlarge");
    assertThat(option.readers()).isLessThan(4);
    assertThat(advice.reasons()).anyMatch(reason -> reason.text().contains("memory is unknown"));
  }

  @Test
  void oneAvailabilityZoneIsNotReduced() {
    SizingAdvice advice = IDLE.instance(InstanceEdits.zone("us-east-1a")).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(advice.reasons()).anyMatch(reason -> reason.text().contains("Availability Zone"));
  }

  @Test
  void anUnknownZoneIsNotReduced() {
    assertThat(IDLE.instance(InstanceEdits.zone(null)).advice().verdict()).isEqualTo(Verdict.KEEP);
  }

  @Test
  void anUnknownPromotionTierKeepsReadersAtTheWritersSize() {
    SizingAdvice advice = IDLE.instance(InstanceEdits.tier(null)).advice();

    assertThat(advice.options())
        .allMatch(option -> option.writerClass().equals(option.readerClass()));
  }
}
