package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Option;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An instance class that cannot be ordered is no option. */
class OrderableOptionsTest {
  private static final Set<String> TWO = Set.of("db.r6g.4xlarge", "db.r6g.2xlarge");

  @Test
  void onlyClassesThatCanBeHadAreOptions() {
    assertThat(CapacityAdvisorTest.busy(2).orderable(TWO).advice().options())
        .flatExtracting(Option::writerClass, Option::readerClass)
        .isSubsetOf(TWO);
  }

  @Test
  void anAskedClassThatCannotBeHadIsEvaluatedAndWarnedOf() {
    SizingModel model = CapacityAdvisorTest.busy(2).orderable(TWO).model();
    SizingAdvice advice =
        ClusterFixture.ADVISOR.advise(model, new WhatIf(List.of(), "db.r6g.xlarge", 4));
    assertThat(advice.options().get(0).writerClass()).isEqualTo("db.r6g.xlarge");
    assertThat(advice.warnings())
        .extracting(Sentence::text)
        .contains("db.r6g.xlarge cannot be ordered for this engine version in this region.");
  }
}
