package dev.teiten.review.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import dev.teiten.synthetic.SyntheticShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PromiseVerifierTest {
  private static final int WEEKS = 7;
  private static final int FIXED_WEEK = 4;
  private static final int WEDNESDAY = 2 * 1440;

  private static List<SyntheticQuery> queries() {
    List<SyntheticQuery> queries = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      queries.add(SyntheticQuery.of("q" + i, 20 + 10 * i, 0.006).handler(0.002).lock(0.002));
    }
    return queries;
  }

  private static SyntheticCluster made(List<SyntheticQuery> queries) {
    return new SyntheticCluster(queries).weeks(WEEKS).noise(0.02, 0.05, 0.05).seed(3);
  }

  private static SyntheticCluster made() {
    return made(queries());
  }

  private static Instant at(SyntheticCluster made, int week, int minute) {
    ReviewWeek of = made.week().plus(week - made.load().history().size() + 1);
    return of.range().from().plus(Duration.ofMinutes(minute));
  }

  private static Promise promise(SyntheticCluster made, String digest, double percent) {
    String text = "SELECT * FROM t_" + digest + " WHERE id = ?";
    return new Promise(
        "made-up", SimpleNormalizer.fingerprint(text), percent, at(made, FIXED_WEEK, WEDNESDAY));
  }

  private static PromiseVerification verify(Promise promise, ClusterLoad load) {
    return new PromiseVerifier(SimpleNormalizer::of).verify(promise, load);
  }

  private static PromiseVerification verify(SyntheticCluster made, double percent) {
    return verify(promise(made, "q8", percent), made.load());
  }

  private static SyntheticShift cheaper(double factor) {
    return new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CPU, factor);
  }

  @Test
  void aPromiseIsOverZeroAndUpToAHundredPercent() {
    Instant now = Instant.EPOCH;
    assertThatIllegalArgumentException().isThrownBy(() -> new Promise("c", "f", 0, now));
    assertThatIllegalArgumentException().isThrownBy(() -> new Promise("c", "f", 101, now));
    assertThatIllegalArgumentException().isThrownBy(() -> new Promise("c", "f", Double.NaN, now));
  }

  @Test
  void theWeeksBeforeTheFixAndAllSinceAreAskedFor() {
    SyntheticCluster made = made();
    Promise promise = promise(made, "q8", 50);

    assertThat(PromiseVerifier.historyWeeks(promise, made.week())).isEqualTo(6);
    assertThat(PromiseVerifier.historyWeeks(promise, made.week().plus(-9))).isZero();
  }

  @Test
  void whatWasPromisedAndDoneIsDelivered() {
    PromiseVerification said = verify(made().step(cheaper(0.5)), 50);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.DELIVERED);
    assertThat(said.realisedPercent()).isCloseTo(50, within(3.0));
    assertThat(said.movedTo()).isNull();
    assertThat(said.regressedAt()).isNull();
    assertThat(said.reason().text()).contains("% less").contains("50 % was promised");
  }

  @Test
  void theReleasedPeakIsWhatTheWeekWouldHaveHadOnTop() {
    SyntheticCluster fixed = made().step(cheaper(0.5));
    // The query makes 100 calls a second of 6 ms, 1.6 times as many at the highest hour: half of
    // 0.96 cores.
    assertThat(verify(fixed, 50).releasedPeakCores()).isCloseTo(0.48, within(0.08));
  }

  @Test
  void twiceTheCallsAreNoBrokenPromise() {
    SyntheticCluster made =
        made()
            .step(cheaper(0.4))
            .step(new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 2));
    PromiseVerification said = verify(made, 60);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.DELIVERED);
    assertThat(said.trafficChange()).isCloseTo(1.0, within(0.1));
  }

  @Test
  void whatMadeEverybodyCheaperWasNotTheFix() {
    SyntheticCluster made = made();
    queries()
        .forEach(
            q ->
                made.step(
                    new SyntheticShift(
                        q.digest(), FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CPU, 0.6)));

    assertThat(verify(made, 40).state()).isEqualTo(PromiseState.NOT_VISIBLE);
  }

  @Test
  void shorterWaitsKeepAPromiseAboutAQueryThatWaits() {
    List<SyntheticQuery> queries = queries();
    queries.set(8, SyntheticQuery.of("q8", 100, 0.001).lock(0.02));
    SyntheticCluster made =
        made(queries)
            .step(new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.LOCK, 0.3));
    PromiseVerification said = verify(made, 60);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.DELIVERED);
    assertThat(said.realisedPercent()).isCloseTo(67, within(5.0));
    assertThat(said.releasedPeakCores()).isCloseTo(0, within(0.05));
  }

  @Test
  void aFallTenDaysBeforeTheFixIsNotItsDoing() {
    SyntheticCluster made =
        made().step(new SyntheticShift("q8", FIXED_WEEK - 2, 6 * 1440, SyntheticShift.On.CPU, 0.4));
    PromiseVerification said = verify(made, 60);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.UNDECIDED);
    assertThat(said.reason().code()).isEqualTo("promise.step-elsewhere");
    assertThat(said.reason().text()).contains("Sun");
  }

  @Test
  void aFallTenDaysAfterTheFixIsNotItsDoing() {
    SyntheticCluster made =
        made().step(new SyntheticShift("q8", FIXED_WEEK + 1, 5 * 1440, SyntheticShift.On.CPU, 0.4));
    PromiseVerification said = verify(made, 60);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.UNDECIDED);
    assertThat(said.reason().code()).isEqualTo("promise.step-elsewhere");
  }

  @Test
  void aFixOfARegressionIsMeasuredFromTheRegression() {
    SyntheticCluster made =
        made()
            .step(new SyntheticShift("q8", FIXED_WEEK - 1, 0, SyntheticShift.On.CPU, 3))
            .step(cheaper(1.0 / 3));
    PromiseVerification said = verify(made, 66);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.DELIVERED);
    assertThat(said.realisedPercent()).isCloseTo(67, within(4.0));
  }

  @Test
  void aQueryThatIsGoneAltogetherKeepsThePromiseThatItWouldBe() {
    SyntheticShift gone =
        new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 0);

    assertThat(verify(made().step(gone), 100).state()).isEqualTo(PromiseState.DELIVERED);
    PromiseVerification said = verify(made().step(gone), 60);
    assertThat(said.state()).isEqualTo(PromiseState.UNDECIDED);
    assertThat(said.reason().code()).isEqualTo("promise.not-seen-after");
  }

  @Test
  void halfOfTheCallsUnderAnotherTextAtTheSameCostHaveMoved() {
    List<SyntheticQuery> queries = queries();
    SyntheticQuery rewritten = SyntheticQuery.of("new", 50, 0.006).handler(0.002).lock(0.002);
    queries.add(rewritten.text("SELECT a.* FROM t_q8 a WHERE id = ?"));
    // Half of the calls stay unchanged; the other half run as the new query, at equal cost.
    SyntheticCluster made =
        made(queries)
            .step(new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 0.5))
            .step(new SyntheticShift("new", 0, 0, SyntheticShift.On.CALLS, 0))
            .comesBack(
                new SyntheticShift("new", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 1));
    PromiseVerification said = verify(made, 60);

    assertThat(said.movedTo())
        .isEqualTo(SimpleNormalizer.fingerprint("SELECT a.* FROM t_q8 a WHERE id = ?"));
    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.MOVED);
  }

  @Test
  void oneCallForTwentyOfTheOldIsMeasuredByAllItsWork() {
    List<SyntheticQuery> queries = queries();
    // 5 calls a second of 48 ms replace 100 of 8 ms: 70 % of the work is gone.
    SyntheticQuery rewritten = SyntheticQuery.of("new", 5, 0.036).handler(0.012);
    queries.add(rewritten.text("SELECT a.* FROM t_q8 a WHERE id = ?"));
    SyntheticCluster made =
        made(queries)
            .step(new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 0))
            .step(new SyntheticShift("new", 0, 0, SyntheticShift.On.CALLS, 0))
            .comesBack(
                new SyntheticShift("new", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 1));
    PromiseVerification said = verify(made, 70);

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.DELIVERED);
    assertThat(said.realisedPercent()).isCloseTo(70, within(5.0));
  }

  @Test
  void anUnknownQueryAndOneThatRanNeverBeforeAreUndecided() {
    SyntheticCluster made = made();
    Promise unknown = new Promise("made-up", "t1-0", 60, at(made, FIXED_WEEK, WEDNESDAY));
    assertThat(verify(unknown, made.load()).reason().code()).isEqualTo("promise.unknown-query");

    SyntheticCluster late =
        made()
            .step(new SyntheticShift("q8", 0, 0, SyntheticShift.On.CALLS, 0))
            .comesBack(new SyntheticShift("q8", FIXED_WEEK, WEDNESDAY, SyntheticShift.On.CALLS, 1));
    assertThat(verify(late, 60).reason().code()).isEqualTo("promise.not-seen-before");
  }

  @Test
  void withoutWeeksBeforeOrWithLittleDataNothingIsDecided() {
    SyntheticCluster made =
        made().weeks(1).step(new SyntheticShift("q8", 0, WEDNESDAY, SyntheticShift.On.CPU, 0.4));
    Promise promise =
        new Promise(
            "made-up",
            SimpleNormalizer.fingerprint("SELECT * FROM t_q8 WHERE id = ?"),
            60,
            made.week().range().from().plus(Duration.ofMinutes(WEDNESDAY)));
    assertThat(verify(promise, made.load()).reason().code()).isEqualTo("promise.few-days-before");

    ClusterLoad little = SyntheticCluster.covered(made.load(), new MinuteCoverage(3000, 10_080));
    assertThat(verify(promise, little).reason().text())
        .isEqualTo("Only 30 % of the last week's instance-minutes have data.");
  }

  @Test
  void oneWeekBeforeIsEnoughForALargeFall() {
    SyntheticCluster made =
        made().weeks(2).step(new SyntheticShift("q8", 1, 0, SyntheticShift.On.CPU, 0.4));
    Promise promise =
        new Promise(
            "made-up",
            SimpleNormalizer.fingerprint("SELECT * FROM t_q8 WHERE id = ?"),
            60,
            made.week().range().from());
    PromiseVerification said = verify(promise, made.load());

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.DELIVERED);
    assertThat(said.realisedPercent()).isCloseTo(60, within(5.0));
  }
}
