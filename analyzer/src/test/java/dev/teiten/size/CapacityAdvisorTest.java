package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.SettingException;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.synthetic.SyntheticCluster;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
public class CapacityAdvisorTest {
  /** A synthetic cluster of four db.r6g.4xlarge readers; {@code cores} sets how busy it is. */
  public static ClusterFixture busy(double cores) {
    return ClusterFixture.of(
        new SyntheticCluster(ClusterFixture.queries(cores))
            .instanceClass("db.r6g.4xlarge")
            .readers(4)
            .weeks(1));
  }

  private static Option recommended(SizingAdvice advice) {
    return Objects.requireNonNull(advice.recommended(), () -> "none: " + advice.reasons());
  }

  public static Option asked(SizingModel model, List<Fix> fixes, String target, int readers) {
    return ClusterFixture.ADVISOR
        .advise(model, new WhatIf(fixes, target, readers))
        .options()
        .get(0);
  }

  @Test
  void anIdleClusterIsReduced() {
    SizingAdvice advice = busy(2).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(advice.guards()).extracting(Guard::name).containsExactly(GuardName.values());
    assertThat(advice.guards()).allMatch(guard -> guard.state() == Guard.State.PASS);
    Option option = recommended(advice);
    assertThat(option.probabilitySafe()).isGreaterThanOrEqualTo(0.95);
    assertThat(option.readers()).isBetween(1, 4);
    assertThat(option.monthlySavingUsd()).isGreaterThan(50);
    assertThat(option.risk()).isLessThanOrEqualTo(1);
    assertThat(advice.options()).contains(option);
    assertThat(advice.prices()).isNotNull();
    assertThat(advice.reasons()).isNotEmpty();
  }

  @Test
  void todayIsDescribedAsItIs() {
    SizingAdvice.Current current = Objects.requireNonNull(busy(4).advice().current());

    assertThat(current.writerClass()).isEqualTo("db.r6g.4xlarge");
    assertThat(current.readers()).isEqualTo(4);
    assertThat(current.monthlyUsd()).isCloseTo(5 * 2.076 * 730, within(1e-6));
    assertThat(current.p99Utilisation()).isBetween(0.30, 0.37);
    assertThat(current.latencyStretch()).isBetween(1.0, 1.01);
  }

  @Test
  void aBusyClusterKeepsWhatItHas() {
    SizingAdvice advice = busy(7).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(advice.recommended()).isNull();
    assertThat(advice.reasons()).anyMatch(reason -> reason.text().contains("No cheaper capacity"));
  }

  @Test
  void anOverloadedClusterGrows() {
    SizingAdvice advice = busy(10).advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.INCREASE);
    Option option = recommended(advice);
    assertThat(option.monthlySavingUsd()).isNegative();
    assertThat(option.probabilitySafe()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void theSameDataGiveTheSameAdvice() {
    assertThat(busy(4).advice()).isEqualTo(busy(4).advice());
  }

  @Test
  void aReductionNeverAddsAnInstanceNorEnlargesOne() {
    for (double cores : new double[] {1, 2, 3, 4}) {
      Option option = busy(cores).advice().recommended();
      if (option != null) {
        assertThat(option.readers()).isBetween(1, 4);
        assertThat(option.writerClass()).doesNotContain("8xlarge", "12xlarge", "16xlarge");
      }
    }
  }

  @Test
  void aClusterWithoutReadersStaysWithoutAndAvailabilitySaysSo() {
    ClusterFixture alone =
        ClusterFixture.of(
            new SyntheticCluster(ClusterFixture.queries(1))
                .instanceClass("db.r6g.4xlarge")
                .weeks(1));

    SizingAdvice advice = alone.advice();

    assertThat(advice.options()).allMatch(option -> option.readers() == 0);
    assertThat(advice.options()).allMatch(option -> option.p99UtilisationAfterFailure() == null);
    assertThat(recommended(advice).readerClass()).isNull();
  }

  @Test
  void whatIsAskedForStandsFirstEvenIfUnsafe() {
    SizingModel model = busy(6).model();

    Option option = asked(model, List.of(), "db.r6g.xlarge", 1);

    assertThat(option.writerClass()).isEqualTo("db.r6g.xlarge");
    assertThat(option.p99Utilisation()).isEqualTo(1.0);
    assertThat(option.latencyStretch()).as("no number at saturation").isNull();
    assertThat(option.probabilitySafe()).isZero();
    assertThat(option.risk()).isEqualTo(4);
  }

  @Test
  void onlyTheNumberOfReadersMayBeAskedFor() {
    Option option =
        ClusterFixture.ADVISOR
            .advise(busy(2).model(), new WhatIf(List.of(), null, 2))
            .options()
            .get(0);

    assertThat(option.readerClass()).isEqualTo("db.r6g.4xlarge");
    assertThat(option.readers()).isEqualTo(2);
  }

  @Test
  void aBurstableClassIsHighRisk() {
    assertThat(asked(busy(0.1).model(), List.of(), "db.t4g.large", 4).risk()).isEqualTo(4);
  }

  @Test
  void impossibleQuestionsAreSettingErrors() {
    SizingModel model = busy(2).model();

    assertThatThrownBy(() -> asked(model, List.of(), "db.z9.large", 2))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("db.z9.large");
    assertThatThrownBy(() -> asked(model, List.of(new Fix("t1-none", 50)), "db.r6g.xlarge", 2))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("t1-none");
    assertThatThrownBy(() -> new WhatIf(List.of(), null, 16)).isInstanceOf(SettingException.class);
    assertThatThrownBy(() -> new WhatIf(List.of(new Fix("x", 101)), null, null))
        .isInstanceOf(SettingException.class);
  }

  @Test
  void withoutAPriceCapacityIsComparedByVcpus() {
    SizingAdvice advice = busy(2).in("ap-northeast-1").advice();

    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(advice.prices()).isNull();
    assertThat(recommended(advice).monthlyUsd()).isNull();
    assertThat(recommended(advice).monthlySavingUsd()).isNull();
    assertThat(recommended(advice).writerClass()).startsWith("db.r6g.");
    assertThat(advice.warnings()).anyMatch(warning -> warning.text().contains("No price"));
  }

  @Test
  void readersAreSmallerThanTheWriterOnlyWhereNoneIsPreferredForPromotion() {
    ClusterFixture preferred = busy(2);
    ClusterFixture last = preferred.instance(InstanceEdits.tier(15));

    assertThat(preferred.advice().options())
        .allMatch(option -> option.writerClass().equals(option.readerClass()));
    assertThat(
            new CapacityCandidates(
                    last.parts().data(), last.parts().basis().today(), ClusterShape::readers)
                .cheapestFirst())
        .anyMatch(c -> c.shape().readerOrWriter().vcpus() < c.shape().writer().vcpus());
  }

  @Test
  void moreWeeksWithAHigherPeakAreNotForgotten() {
    ClusterFixture one = busy(4);
    ClusterFixture four = InstanceEdits.pastWeeks(one, 3, 1.5);

    double nextAfterOne = nextWeek(one);
    double nextAfterFour = nextWeek(four);

    assertThat(nextAfterFour).isGreaterThan(1.3 * nextAfterOne);
  }

  private static double nextWeek(ClusterFixture made) {
    SizingParts parts = made.parts();
    return parts.results(List.of()).forecast(parts.basis().today()).next().busiest();
  }
}
