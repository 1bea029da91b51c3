package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class FixSearchTest {
  private final ClusterFixture made = CapacityAdvisorTest.busy(4);
  private final SizingModel model = made.model();
  private final SizingAdvice advice = ClusterFixture.ADVISOR.advise(model, WhatIf.nothing());
  private final String query = made.fingerprint("batch");

  private SizingAdvice with(List<Fix> fixes) {
    return ClusterFixture.ADVISOR.advise(model, new WhatIf(fixes, null, null));
  }

  @Test
  void aClusterThatIsKeptIsReducedAfterAFix() {
    assertThat(advice.fixSets()).isNotEmpty();
    for (FixSet set : advice.fixSets()) {
      SizingAdvice after = with(set.fixes());
      assertThat(after.verdict()).isEqualTo(Verdict.REDUCE);
      assertThat(after.recommended()).isEqualTo(set.option());
      assertThat(set.monthlySavingUsd()).isGreaterThan(50);
    }
  }

  @Test
  void aSmallerFixThanTheBreakEvenReleasesLess() {
    for (FixSet set : advice.fixSets()) {
      List<Fix> smaller = new ArrayList<>();
      set.fixes().forEach(fix -> smaller.add(new Fix(fix.fingerprint(), fix.percent() - 1)));
      Option after = with(smaller).recommended();
      if (after != null) {
        assertThat(dollars(after)).isGreaterThan(dollars(set.option()));
      }
    }
  }

  @Test
  void aLargerSetReleasesMoreThanAnyPartOfIt() {
    for (FixSet large : advice.fixSets()) {
      for (FixSet small : advice.fixSets()) {
        if (small.fixes().size() < large.fixes().size()
            && queries(large).containsAll(queries(small))) {
          assertThat(dollars(large.option())).isLessThan(dollars(small.option()));
        }
      }
    }
  }

  private static List<String> queries(FixSet set) {
    return set.fixes().stream().map(Fix::fingerprint).toList();
  }

  @Test
  void smallSetsComeFirst() {
    assertThat(advice.fixSets())
        .extracting(set -> set.fixes().size())
        .isSortedAccordingTo(Integer::compare);
  }

  @Test
  void aBiggerFixNeverCostsMore() {
    double before = Double.POSITIVE_INFINITY;
    for (int percent = 0; percent <= 100; percent += 10) {
      SizingAdvice after = with(List.of(new Fix(query, percent)));
      Option option = after.recommended();
      double dollars = dollars(option == null ? today(after) : option);
      assertThat(dollars).as("%d %%", percent).isLessThanOrEqualTo(before);
      before = dollars;
    }
    assertThat(before).isLessThan(Objects.requireNonNull(advice.current()).monthlyUsd());
  }

  private static Option today(SizingAdvice advice) {
    return advice.options().get(advice.options().size() - 1);
  }

  private static double dollars(Option option) {
    return Objects.requireNonNull(option.monthlyUsd());
  }

  @Test
  void theVerdictIsForTheFixedWorkload() {
    SizingAdvice after = with(List.of(new Fix(query, 100)));

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(after.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(after.fixes()).hasSize(1);
    assertThat(after.current()).isEqualTo(advice.current());
  }

  @Test
  void aFixOfZeroPercentChangesNothing() {
    SizingAdvice after = with(List.of(new Fix(query, 0)));

    assertThat(after.verdict()).isEqualTo(advice.verdict());
    assertThat(after.options()).isEqualTo(advice.options());
  }
}
