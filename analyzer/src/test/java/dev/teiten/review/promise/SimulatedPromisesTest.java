package dev.teiten.review.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.validation.PromiseCase;
import dev.teiten.validation.PromiseCase.Kind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Verifies promises about queries of simulated clusters with a known truth. */
@Tag("slow")
class SimulatedPromisesTest {
  private static final long SEED = 7;

  private static PromiseVerification said(Kind kind, PromiseState state) {
    PromiseCase known = PromiseCase.of(kind, SEED);
    assertThat(known.said().state()).as("%s", known.said()).isEqualTo(state);
    assertThat(known.isRight()).as("%s", known.said()).isTrue();
    return known.said();
  }

  @Test
  void whatIsGoneIsMeasuredThoughTrafficGrew() {
    PromiseVerification said = said(Kind.KEPT_WITH_MORE_TRAFFIC, PromiseState.DELIVERED);

    assertThat(said.realisedPercent()).isCloseTo(60, within(5.0));
    assertThat(said.low()).isLessThan(said.realisedPercent());
    assertThat(said.high()).isGreaterThan(said.realisedPercent());
    assertThat(said.trafficChange()).isCloseTo(0.15, within(0.1));
    assertThat(said.releasedPeakCores()).isPositive();
  }

  @Test
  void halfOfAPromiseIsAPart() {
    PromiseVerification said = said(Kind.HALF_KEPT, PromiseState.PARTIAL);

    assertThat(said.realisedPercent()).isCloseTo(30, within(5.0));
    assertThat(said.high()).isLessThan(48);
  }

  @Test
  void whereNothingHappenedNothingIsSeen() {
    PromiseVerification said = said(Kind.PLACEBO, PromiseState.NOT_VISIBLE);

    assertThat(said.realisedPercent()).isCloseTo(0, within(10.0));
    assertThat(said.releasedPeakCores()).isCloseTo(0, within(0.5));
  }

  @Test
  void whatCameBackIsDated() {
    PromiseCase known = PromiseCase.of(Kind.CAME_BACK, SEED);
    PromiseVerification said = known.said();

    assertThat(said.state()).as("%s", said).isEqualTo(PromiseState.REGRESSED_BACK);
    assertThat(said.regressedAt())
        .isCloseTo(
            known.promise().fixedAt().plus(Duration.ofDays(14)), within(36, ChronoUnit.HOURS));
    assertThat(said.realisedPercent()).isCloseTo(0, within(10.0));
  }

  @Test
  void theSameWorkUnderAnotherTextHasMoved() {
    PromiseVerification said = said(Kind.REWRITTEN, PromiseState.MOVED);

    assertThat(said.movedTo()).isNotNull();
    assertThat(said.realisedPercent()).isCloseTo(0, within(10.0));
  }

  @Test
  void aRenamedQueryThatIsCheaperKeepsItsPromise() {
    PromiseVerification said = said(Kind.RENAMED_AND_KEPT, PromiseState.DELIVERED);

    assertThat(said.movedTo()).isNotNull();
    assertThat(said.realisedPercent()).isCloseTo(60, within(5.0));
  }

  @Test
  void oneDayIsTooLittle() {
    PromiseVerification said = said(Kind.ONE_DAY, PromiseState.UNDECIDED);

    assertThat(said.realisedPercent()).isNull();
    assertThat(said.reason().text())
        .isEqualTo("Only 1 whole days after the fix are known; 3 are needed.");
  }
}
