package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingDetails.BatchMove;
import dev.teiten.size.SizingDetails.BreakEven;
import dev.teiten.size.SizingDetails.ComputeOptimizer;
import dev.teiten.size.SizingDetails.Serverless;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks the details next to the verdict. */
@Tag("slow")
class SizingDetailsTest {
  private static SizingDetails details(ClusterFixture made) {
    return made.advice().details();
  }

  @Test
  void theBreakEvenOfAQueryIsThatOfItsOwnFixSet() {
    SizingAdvice advice = CapacityAdvisorTest.busy(4).advice();
    for (FixSet set : advice.fixSets()) {
      if (set.fixes().size() == 1) {
        assertThat(advice.details().breakEvens())
            .anyMatch(
                found ->
                    found.fingerprint().equals(set.fixes().get(0).fingerprint())
                        && found.percent() != null
                        && found.percent() == set.fixes().get(0).percent()
                        && set.option().equals(found.option()));
      }
    }
  }

  @Test
  void whatAFixMayBeHopedToReachIsAnUpperBoundWithAReason() {
    List<BreakEven> all = details(CapacityAdvisorTest.busy(4)).breakEvens();

    assertThat(all).isNotEmpty();
    assertThat(all).allMatch(found -> found.mostPercent() >= 0 && found.mostPercent() <= 95);
    assertThat(all).allMatch(found -> !found.because().text().isBlank());
  }

  private static List<String> narrower(ClusterFixture made) {
    return made.advice().warnings().stream()
        .filter(warning -> warning.code().startsWith("size.narrower"))
        .map(Sentence::code)
        .toList();
  }

  @Test
  void itSaysWhatWouldNarrowTheIntervals() {
    ClusterFixture graviton =
        ClusterFixture.of(new SyntheticCluster(ClusterFixture.queries(2)).readers(2).weeks(1));
    ClusterFixture x86 =
        ClusterFixture.of(
            new SyntheticCluster(ClusterFixture.queries(2))
                .instanceClass("db.r5.4xlarge")
                .readers(2)
                .weeks(1));

    assertThat(narrower(graviton))
        .containsExactly("size.narrower-by-weeks", "size.narrower-by-seconds");
    assertThat(narrower(InstanceEdits.pastWeeks(graviton, 3, 1)))
        .containsExactly("size.narrower-by-seconds");
    assertThat(narrower(x86)).contains("size.narrower-by-gain");
  }

  @Test
  void aBatchThatMakesThePeakMayGoElsewhere() {
    // By day the load is low; an hour of batch decides how large the hosts are.
    List<SyntheticQuery> queries =
        List.of(
            SyntheticQuery.of("busy", 150, 0.003),
            SyntheticQuery.of("batch", 0.1, 60).shape(SyntheticQuery.Shape.BATCH));
    ClusterFixture made =
        ClusterFixture.of(
            new SyntheticCluster(queries).instanceClass("db.r6g.4xlarge").readers(3).weeks(1));

    for (BatchMove move : details(made).batchMoves()) {
      SizingAdvice moved =
          ClusterFixture.ADVISOR.advise(
              made.model(), WhatIf.nothing().moving(move.fingerprint(), move.to()));
      assertThat(moved.recommended()).isNotNull();
      assertThat(move.minutes()).isLessThanOrEqualTo(360);
      assertThat(move.monthlySavingUsd()).isGreaterThan(50);
    }
  }

  @Test
  void computeOptimizersWordsFollowTheVerdict() {
    ComputeOptimizer idle = words(2);
    ComputeOptimizer fits = words(7);
    ComputeOptimizer full = words(10);

    assertThat(idle.finding()).isEqualTo("Overprovisioned");
    assertThat(idle.findingReasonCodes()).contains("CPUOverprovisioned");
    assertThat(idle.estimatedMonthlySavingsUsd()).isGreaterThan(50);
    assertThat(idle.lookbackDays()).isEqualTo(7);
    assertThat(fits.finding()).isEqualTo("Optimized");
    assertThat(fits.estimatedMonthlySavingsUsd()).isNull();
    assertThat(full.finding()).isEqualTo("Underprovisioned");
    assertThat(full.currentPerformanceRisk()).isEqualTo(4);
    assertThat(idle.currentPerformanceRisk()).isZero();
  }

  private static ComputeOptimizer words(double cores) {
    return Objects.requireNonNull(details(CapacityAdvisorTest.busy(cores)).computeOptimizer());
  }

  @Test
  void serverlessIsAnEstimateWithARange() {
    ClusterFixture made = CapacityAdvisorTest.busy(4);
    Serverless estimate = Objects.requireNonNull(details(made).serverless());
    double low = Objects.requireNonNull(estimate.monthlyUsdLow());

    assertThat(low).isCloseTo(0.12 * 730 * estimate.meanAcu(), within(1e-6));
    assertThat(estimate.monthlyUsdHigh()).isGreaterThan(low);
    assertThat(details(made.in("ap-northeast-1")).serverless())
        .extracting(Serverless::monthlyUsdLow)
        .isNull();
  }

  @Test
  void whatIsAtHandIsTheAdviceButForWhatHasToBeSearched() {
    SizingModel model = CapacityAdvisorTest.busy(6).model();
    WhatIf growth = WhatIf.nothing().assuming(ModelAssumption.GROWTH, 1.05);
    QuickAdvice before = ClusterFixture.ADVISOR.adviseQuickly(model, growth);
    SizingAdvice whole = ClusterFixture.ADVISOR.advise(model, growth);

    assertThat(whole.fixSets()).isNotEmpty();
    assertThat(before.complete()).isFalse();
    assertThat(before.advice().fixSets()).isEmpty();
    assertThat(before.advice().details().breakEvens()).isEmpty();
    assertThat(before.advice().options()).isEqualTo(whole.options());
    assertThat(before.advice().recommended()).isEqualTo(whole.recommended());
    assertThat(ClusterFixture.ADVISOR.adviseQuickly(model, growth))
        .isEqualTo(new QuickAdvice(whole, true));
  }
}
