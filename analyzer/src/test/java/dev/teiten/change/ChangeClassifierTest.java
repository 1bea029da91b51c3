package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import dev.teiten.synthetic.SyntheticShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeClassifierTest {
  private static final int NOW = 4;
  private static final int TUESDAY_AFTERNOON = 1440 + 14 * 60;

  /** A dozen queries of a few tenths of an AAS or more, each with some handler and lock waits. */
  private static List<SyntheticQuery> queries() {
    List<SyntheticQuery> queries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      queries.add(SyntheticQuery.of("q" + i, 20 + 10 * i, 0.006).handler(0.002).lock(0.002));
    }
    return queries;
  }

  private static SyntheticCluster made() {
    return new SyntheticCluster(queries()).noise(0.02, 0.05, 0.05).seed(3);
  }

  private static Ranking rank(ClusterLoad load) {
    return new QueryRanker(SimpleNormalizer::of, 1).rank(load, Ranking.Order.LOAD);
  }

  private static QueryChange change(Ranking ranking, String digest) {
    return ranking.contributors().stream()
        .filter(c -> c.sourceDigests().contains(digest))
        .findFirst()
        .orElseThrow()
        .change();
  }

  private static QueryChange change(SyntheticShift step) {
    Ranking ranking = rank(made().step(step).load());
    assertThat(ranking.contributors())
        .filteredOn(c -> !c.sourceDigests().contains(step.digest()))
        .allSatisfy(c -> assertThat(c.change().kind()).isEqualTo(Kind.STEADY));
    return change(ranking, step.digest());
  }

  private static Instant minute(SyntheticCluster made, int minute) {
    return made.week().range().from().plus(Duration.ofMinutes(minute));
  }

  @Test
  void aWeekWithoutChangesIsSteady() {
    assertThat(rank(made().load()).contributors())
        .allSatisfy(c -> assertThat(c.change().kind()).isEqualTo(Kind.STEADY));
  }

  @Test
  void moreWorkACallSinceMondayIsARegression() {
    QueryChange change = change(new SyntheticShift("q5", NOW, 0, SyntheticShift.On.CPU, 1.3));

    assertThat(change.kind()).isEqualTo(Kind.REGRESSED);
    assertThat(change.cause()).isEqualTo("PER_CALL");
    assertThat(change.effect()).isCloseTo(0.3, within(0.08));
    assertThat(change.effectLow()).isLessThan(0.3);
    assertThat(change.effectHigh()).isGreaterThan(0.3);
    assertThat(change.qValue()).isLessThan(0.05);
  }

  @Test
  void aRegressionFromTuesdayAfternoonIsDated() {
    QueryChange change =
        change(new SyntheticShift("q5", NOW, TUESDAY_AFTERNOON, SyntheticShift.On.CPU, 1.5));

    assertThat(change.kind()).isEqualTo(Kind.REGRESSED);
    assertThat(change.effect()).isCloseTo(0.5, within(0.08));
    assertThat(change.since())
        .isBetween(
            minute(made(), TUESDAY_AFTERNOON - 120), minute(made(), TUESDAY_AFTERNOON + 120));
  }

  @Test
  void aFixFromThursdayIsAnImprovement() {
    QueryChange change =
        change(new SyntheticShift("q8", NOW, 3 * 1440 + 600, SyntheticShift.On.CPU, 0.5));

    assertThat(change.kind()).isEqualTo(Kind.IMPROVED);
    assertThat(change.effect()).isCloseTo(-0.5, within(0.05));
    assertThat(change.since())
        .isBetween(minute(made(), 3 * 1440 + 480), minute(made(), 3 * 1440 + 720));
  }

  @Test
  void moreCallsAreTraffic() {
    QueryChange change =
        change(new SyntheticShift("q5", NOW, 2 * 1440, SyntheticShift.On.CALLS, 1.6));

    assertThat(change.kind()).isEqualTo(Kind.TRAFFIC_UP);
    assertThat(change.cause()).isEqualTo("CALLS");
    assertThat(change.effect()).isCloseTo(0.6, within(0.15));
    assertThat(change(new SyntheticShift("q9", NOW, 0, SyntheticShift.On.CALLS, 0.5)).kind())
        .isEqualTo(Kind.TRAFFIC_DOWN);
  }

  @Test
  void longerLocksMakeAVictimAndNameTheWait() {
    QueryChange change =
        change(new SyntheticShift("q5", NOW, TUESDAY_AFTERNOON, SyntheticShift.On.LOCK, 6));

    assertThat(change.kind()).isEqualTo(Kind.VICTIM);
    assertThat(change.cause()).isEqualTo("synch/cond/innodb/row_lock_wait_cond");
    assertThat(change.effect()).isCloseTo(1.0, within(0.1));
    assertThat(change.since())
        .isBetween(
            minute(made(), TUESDAY_AFTERNOON - 120), minute(made(), TUESDAY_AFTERNOON + 120));
  }

  @Test
  void whoQueuesForACpuThatAnotherFillsIsNoCulprit() {
    // 12 queries make 9 of 16 cores at their highest hour; then one query takes nearly the
    // remaining cores.
    SyntheticCluster made =
        made().step(new SyntheticShift("q11", NOW, 0, SyntheticShift.On.CPU, 6));
    Ranking ranking = rank(made.load());

    assertThat(change(ranking, "q11").kind()).isEqualTo(Kind.REGRESSED);
    assertThat(change(ranking, "q11").effect()).isCloseTo(5.0, within(0.5));
    assertThat(ranking.contributors())
        .filteredOn(c -> c.rank() > 1)
        .allSatisfy(c -> assertThat(c.change().kind()).isIn(Kind.VICTIM, Kind.STEADY));
    assertThat(ranking.contributors())
        .filteredOn(c -> c.change().kind() == Kind.VICTIM)
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.change().cause()).isEqualTo("CPU"));
  }

  @Test
  void aStepThatHappenedWeeksAgoIsNoNews() {
    assertThat(change(new SyntheticShift("q5", 0, 0, SyntheticShift.On.CPU, 1.5)).kind())
        .isEqualTo(Kind.STEADY);
  }

  @Test
  void whatNeverRanBeforeIsNew() {
    SyntheticCluster made = made().step(new SyntheticShift("q5", 0, 0, SyntheticShift.On.CALLS, 0));
    SyntheticShift appears =
        new SyntheticShift("q5", NOW, TUESDAY_AFTERNOON, SyntheticShift.On.CALLS, 1);
    QueryChange change = change(rank(made.comesBack(appears).load()), "q5");

    assertThat(change.kind()).isEqualTo(Kind.NEW);
    assertThat(change.since()).isEqualTo(minute(made, TUESDAY_AFTERNOON));
    assertThat(change.loadAasBefore()).isZero();
  }

  @Test
  void whatRanBeforeIsNotNewHoweverMuchItGrew() {
    SyntheticCluster made =
        made()
            .instanceClass("db.r6g.16xlarge")
            .step(new SyntheticShift("q0", NOW, 0, SyntheticShift.On.CALLS, 40));
    QueryChange change = change(rank(made.load()), "q0");

    assertThat(change.kind()).isEqualTo(Kind.TRAFFIC_UP);
    assertThat(change.effect()).isCloseTo(39, within(4.0));
  }

  @Test
  void whatLeftIsGoneAndARenameIsOffered() {
    List<SyntheticQuery> queries = queries();
    queries.add(SyntheticQuery.of("new", 70, 0.006).text("SELECT a.* FROM t_q5 a WHERE id = ?"));
    SyntheticCluster made =
        new SyntheticCluster(queries)
            .step(new SyntheticShift("q5", NOW, 0, SyntheticShift.On.CALLS, 0))
            .step(new SyntheticShift("new", 0, 0, SyntheticShift.On.CALLS, 0))
            .comesBack(new SyntheticShift("new", NOW, 0, SyntheticShift.On.CALLS, 1));
    Ranking ranking = rank(made.load());

    assertThat(ranking.gone())
        .extracting(Ranking.Gone::fingerprint)
        .containsExactly(SimpleNormalizer.fingerprint(queries.get(5).text()));
    assertThat(ranking.warnings()).anyMatch(w -> w.text().contains("may be the same query"));
  }

  @Test
  void whenEverybodyComesMoreOftenNobodyIsBlamed() {
    SyntheticCluster made = made();
    for (SyntheticQuery query : queries()) {
      made.step(new SyntheticShift(query.digest(), NOW, 0, SyntheticShift.On.CALLS, 1.4));
    }
    Ranking ranking = rank(made.load());

    assertThat(ranking.contributors())
        .allSatisfy(c -> assertThat(c.change().kind()).isEqualTo(Kind.STEADY));
    assertThat(ranking.warnings())
        .anyMatch(w -> w.text().startsWith("The calls of most queries moved"));
  }

  @Test
  void withOneWeekNothingIsDecided() {
    Ranking ranking = rank(made().weeks(1).load());

    assertThat(ranking.contributors())
        .allSatisfy(c -> assertThat(c.change().kind()).isEqualTo(Kind.UNDECIDED));
    assertThat(ranking.warnings()).anyMatch(w -> w.text().contains("changes are undecided"));
  }

  @Test
  void withTwoWeeksOnlyWhatIsOverwhelmingIsDecided() {
    SyntheticShift step = new SyntheticShift("q5", 1, 0, SyntheticShift.On.CPU, 2);
    Ranking ranking = rank(made().weeks(2).step(step).load());

    assertThat(change(ranking, "q5").kind()).isEqualTo(Kind.REGRESSED);
    assertThat(ranking.warnings()).anyMatch(w -> w.text().startsWith("Low power"));
  }

  @Test
  void withLittleOfTheWeekNothingIsDecided() {
    ClusterLoad little = SyntheticCluster.covered(made().load(), new MinuteCoverage(3000, 10_080));
    Ranking ranking = rank(little);

    assertThat(change(ranking, "q5").kind()).isEqualTo(Kind.UNDECIDED);
    assertThat(ranking.warnings()).anyMatch(w -> w.text().startsWith("Only 29.8 %"));
  }

  @Test
  void theSparklineEndsWithThisWeek() {
    Contributor first = rank(made().load()).contributors().get(0);

    assertThat(first.weeks()).hasSize(5).doesNotContainNull();
    assertThat(first.weeks().get(4)).isEqualTo(first.loadAas());
  }
}
