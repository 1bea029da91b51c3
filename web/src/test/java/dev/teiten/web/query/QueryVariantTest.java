package dev.teiten.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.rank.Ranking;
import dev.teiten.web.sample.SampleFacts;
import org.junit.jupiter.api.Test;

class QueryVariantTest {

  private final Ranking ranking = SampleFacts.ranking();

  @Test
  void theOthersOfTheFamilyAreNamedWithTheirPages() {
    String other = ranking.contributors().get(7).fingerprint();
    assertThat(QueryVariant.of(ranking.contributors().get(6), ranking))
        .singleElement()
        .satisfies(
            relative -> {
              assertThat(relative.rank()).isEqualTo(8);
              assertThat(relative.href())
                  .isEqualTo("/queries/" + other + "?cluster=main&week=2026-W46");
            });
  }

  @Test
  void aQueryAloneInItsFamilyHasNoRelatives() {
    assertThat(QueryVariant.of(ranking.contributors().get(0), ranking)).isEmpty();
  }
}
