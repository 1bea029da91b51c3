package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.InstanceCounter;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks grades, doubts, risks and trials of options. */
@Tag("slow")
class GradeTest {
  private static void assertConsistent(SizingAdvice advice) {
    for (Option option : advice.options()) {
      boolean fails = option.guards().stream().anyMatch(g -> g.state() == Guard.State.FAIL);
      boolean unknown = option.guards().stream().anyMatch(g -> g.state() == Guard.State.UNKNOWN);
      assertThat(option.guards()).extracting(Guard::name).containsExactly(GuardName.values());
      assertThat(option.grade() == Grade.UNSAFE).as("%s", option).isEqualTo(fails);
      assertThat(option.grade() == Grade.SAFE)
          .as("%s", option)
          .isEqualTo(!fails && option.doubts().isEmpty());
      if (unknown) {
        assertThat(option.doubts()).isNotEmpty();
      }
      int least = fails ? 4 : unknown ? 3 : option.doubts().isEmpty() ? 0 : 2;
      assertThat(option.risk()).isGreaterThanOrEqualTo(least);
      if (fails) {
        assertThat(option.probabilitySafe()).isZero();
      }
      assertThat(option.p99Utilisation())
          .isBetween(option.p99UtilisationLow(), option.p99UtilisationHigh());
    }
  }

  @Test
  void aGradeFollowsFromItsGuardsAndDoubts() {
    for (double cores : new double[] {2, 5, 8}) {
      assertConsistent(CapacityAdvisorTest.busy(cores).advice());
    }
    assertConsistent(
        CapacityAdvisorTest.busy(2).without(InstanceCounter.BUFFER_POOL_HIT_RATIO).advice());
  }

  @Test
  void whatLacksEvidenceIsTriedAndNotRecommended() {
    SizingAdvice advice = CapacityAdvisorTest.busy(2).without(InstanceCounter.CONNECTIONS).advice();
    Trial trial = Objects.requireNonNull(advice.trial());

    assertThat(advice.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(trial.option().grade()).isEqualTo(Grade.TRIAL);
    assertThat(trial.option().doubts())
        .anyMatch(doubt -> doubt.text().startsWith("The guard connections is unknown"));
    assertThat(trial.trial().text()).contains("seven days");
    assertThat(trial.option().monthlySavingUsd()).isGreaterThan(50);
  }

  @Test
  void nothingIsSafeBesideAFailedLimit() {
    SizingAdvice advice = CapacityAdvisorTest.busy(6).advice();
    String all = advice.toString();

    assertThat(all).doesNotContain("safe in 100").doesNotContain("NaN times");
    assertThat(all).contains("of 300 draws");
  }

  @Test
  void aFullCpuHasNoNumberForItsQueue() {
    SizingModel model = CapacityAdvisorTest.busy(12).model();
    Option option = CapacityAdvisorTest.asked(model, List.of(), "db.r6g.large", 1);

    assertThat(option.guards().get(0).detail().text())
        .contains("queueing has no end")
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  @Test
  void todayIsTodayWhateverIsAssumed() {
    ClusterFixture made = CapacityAdvisorTest.busy(6);
    SizingModel model = made.model();
    WhatIf fixed = new WhatIf(List.of(new Fix(made.fingerprint("scan"), 80)), null, null);

    SizingAdvice before = ClusterFixture.ADVISOR.adviseQuickly(model, WhatIf.nothing()).advice();
    SizingAdvice after = ClusterFixture.ADVISOR.adviseQuickly(model, fixed).advice();

    assertThat(after.current()).isEqualTo(before.current());
    assertThat(Objects.requireNonNull(after.current()).option()).isNotNull();
  }
}
