package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.synthetic.FleetLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * In a cluster of a writer and eight readers, some report no data: missing data does not count as
 * zero.
 */
@Tag("slow")
class MissingInstanceDaysTest {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.lastComplete(NOW, ZoneOffset.UTC);
  private static final String CLUSTER = "pairs-main";
  private static final ClusterSpec DEMO = SimulatedFleet.demo(1, NOW).cluster(CLUSTER);
  private static final int WEEKS = 4;

  /** The true changes of the demo's week, see {@link FleetRankingTest}. */
  private static final Map<String, Kind> TRUE_CHANGES =
      Map.of(
          "likes_received_feed", Kind.REGRESSED,
          "notification_digest", Kind.NEW,
          "wallet_update", Kind.VICTIM);

  private static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    StatementNormalizer normalizer = new StatementNormalizer(dialect);
    return text -> normalizer.normalize(text.text(), !text.complete());
  }

  private static MinuteSpan days(int from, int to) {
    Instant monday = WEEK.range().from();
    return new MinuteSpan(monday.plus(Duration.ofDays(from)), monday.plus(Duration.ofDays(to)));
  }

  private static UnaryOperator<InstanceSpec> silent(int from, int to) {
    return instance -> instance.missing(days(from, to));
  }

  /** The demo's cluster with some instances replaced (0 is the writer). */
  private static Ranking rank(Map<Integer, UnaryOperator<InstanceSpec>> others) {
    List<InstanceSpec> instances = new ArrayList<>(DEMO.instances());
    others.forEach((i, other) -> instances.set(i, other.apply(instances.get(i))));
    SimulatedFleet fleet =
        SimulatedFleet.of(1, "us-east-1", NOW, List.of(DEMO.withInstances(instances)));
    ClusterLoad load = FleetLoad.of(fleet, CLUSTER, WEEK, WEEKS);
    return new QueryRanker(MissingInstanceDaysTest::normalizer, 1).rank(load, Ranking.Order.LOAD);
  }

  private static String name(Contributor contributor) {
    String digest = contributor.sourceDigests().get(0);
    return DEMO.workloads().stream()
        .filter(workload -> workload.digestId().equals(digest))
        .map(WorkloadSpec::name)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Kind> changes(Ranking ranking) {
    Map<String, Kind> changes = new TreeMap<>();
    for (Contributor contributor : ranking.contributors()) {
      if (contributor.change().kind() != Kind.STEADY) {
        changes.put(name(contributor), contributor.change().kind());
      }
    }
    return changes;
  }

  private static List<String> warnings(Ranking ranking) {
    return ranking.warnings().stream().map(Sentence::text).toList();
  }

  private static void saysWhatIsTrue(Ranking ranking) {
    assertThat(changes(ranking)).isEqualTo(TRUE_CHANGES);
    assertThat(ranking.gone()).hasSize(1);
    assertThat(ranking.gone().get(0).statement()).contains("sql_calc_found_rows");
  }

  @Test
  void aReaderThatIsNotHeardAllWeekBringsNoAlarm() {
    Ranking ranking = rank(Map.of(2, silent(0, 7)));

    saysWhatIsTrue(ranking);
    assertThat(warnings(ranking))
        .anyMatch(w -> w.startsWith("pairs-main-3 has no data, or only part of it, on 7 day(s)"))
        .noneMatch(w -> w.contains("moved together"));
    Contributor regressed = ranking.contributors().get(0);
    assertThat(name(regressed)).isEqualTo("likes_received_feed");
    // The earlier load covers the reporting instances only; half of Tuesday was before the change.
    assertThat(regressed.loadAas() / Objects.requireNonNull(regressed.change().loadAasBefore()))
        .isBetween(1.25, 1.5);
  }

  @Test
  void norDoesOneThatWasNotHeardInAWeekBefore() {
    saysWhatIsTrue(rank(Map.of(2, silent(-7, 0))));
  }

  @Test
  void norOneThatIsNotHeardForHalfAWeek() {
    saysWhatIsTrue(rank(Map.of(2, silent(0, 3), 5, silent(4, 7))));
  }

  @Test
  void norOneThatIsNotHeardEver() {
    saysWhatIsTrue(rank(Map.of(2, silent(-70, 7))));
  }

  @Test
  void aReaderThatIsGoneIsNotSilent() {
    Ranking ranking =
        rank(
            Map.of(
                2, instance -> instance.deletedAt(WEEK.range().from()),
                3, instance -> instance.createdAt(days(2, 3).from()),
                4, silent(0, 7)));

    saysWhatIsTrue(ranking);
    assertThat(warnings(ranking)).noneMatch(w -> w.startsWith("pairs-main-3 has no data, or"));
  }

  @Test
  void whatOnlyTheSilentWriterRunsIsUndecidedAndNotGone() {
    Ranking ranking = rank(Map.of(0, silent(0, 7)));

    assertThat(ranking.gone()).hasSize(1);
    assertThat(changes(ranking))
        .isEqualTo(Map.of("likes_received_feed", Kind.REGRESSED, "notification_digest", Kind.NEW));
    assertThat(warnings(ranking)).anyMatch(w -> w.startsWith("Queries that ran nearly only on"));
  }

  @Test
  void aWriterThatWasNotHeardOnceIsComparedWithTheOtherWeeks() {
    saysWhatIsTrue(rank(Map.of(0, silent(-14, -7))));
  }

  @Test
  void whatAWriterRunsThatWasNeverHeardBeforeIsNotNew() {
    Ranking ranking = rank(Map.of(0, silent(-70, 0)));

    Map<String, Kind> changes = changes(ranking);
    assertThat(changes).containsEntry("wallet_update", Kind.UNDECIDED);
    assertThat(changes.values()).filteredOn(kind -> kind == Kind.NEW).hasSize(1);
  }
}
