package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Contributor;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.synthetic.FleetLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Teiten began with this story: a matching app runs a writer and eight readers of db.r5.8xlarge.
 * Two queries hold half of the peak. The team fixes them, and three of the readers can go.
 */
@Tag("slow")
class OriginStoryTest {
  private static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);
  private static final String LIKES = "likes_received_feed";
  private static final String SEARCH = "search_candidates";

  private final SimulatedFleet fleet =
      SimulatedFleet.demo(1, Instant.parse("2026-11-18T00:00:00Z"));
  private final SizingModel model =
      ClusterFixture.healthy(FleetLoad.of(fleet, "pairs-main", WEEK, 4)).model();

  private Fix fix(String workload, double percent) {
    String digest = fleet.cluster("pairs-main").workload(workload).digestId();
    return model.data().ranking().contributors().stream()
        .filter(contributor -> contributor.sourceDigests().contains(digest))
        .map(contributor -> new Fix(contributor.fingerprint(), percent))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fixingTheTwoDominantQueriesReleasesThreeReaders() {
    // On Monday the review shows which queries make the peak.
    List<String> peakMakers =
        model.data().ranking().contributors().stream()
            .limit(2)
            .map(Contributor::fingerprint)
            .toList();
    assertThat(peakMakers)
        .containsExactlyInAnyOrder(fix(LIKES, 0).fingerprint(), fix(SEARCH, 0).fingerprint());

    // No reader can go as things are.
    SizingAdvice today = ClusterFixture.ADVISOR.advise(model, WhatIf.nothing());
    assertThat(today.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(Objects.requireNonNull(today.current()).readers()).isEqualTo(8);

    // The team asks: "What if both did 60 % less work?"
    List<Fix> fixes = List.of(fix(LIKES, 60), fix(SEARCH, 60));
    SizingAdvice advice = ClusterFixture.ADVISOR.advise(model, new WhatIf(fixes, null, null));

    Option option = Objects.requireNonNull(advice.recommended());
    assertThat(advice.verdict()).isEqualTo(Verdict.REDUCE);
    assertThat(option.readerClass()).isEqualTo("db.r5.8xlarge");
    assertThat(option.readers()).isEqualTo(5);
    assertThat(option.monthlySavingUsd()).isBetween(10_000.0, 10_500.0);

    // The team fixes both, three readers go, and the next week is a quiet one.
    assertSafeInTheWeekThatFollows();
  }

  private void assertSafeInTheWeekThatFollows() {
    Instant monday = WEEK.plus(1).range().from();
    MinuteSpan nextWeek = new MinuteSpan(monday, monday.plusSeconds(604_800));
    dev.teiten.fixtures.fleet.Counterfactual done =
        dev.teiten.fixtures.fleet.Counterfactual.NOTHING.cheaper(LIKES, 0.6).cheaper(SEARCH, 0.6);
    for (int gone : new int[] {7, 8, 9}) {
      done = done.withoutInstance("pairs-main-" + gone);
    }
    GroundTruth.ClusterOutcome outcome = fleet.truth("pairs-main").outcome(nextWeek, done);

    double limit = SizingAssumptions.defaults().utilisationLimit(32) + 0.03;
    assertThat(outcome.utilisations()).hasSize(6);
    assertThat(outcome.p99Utilisation()).isLessThan(limit);
    assertThat(outcome.peakStretch()).isLessThan(2.0);

    // The load is safe even with a whole Availability Zone lost all week: us-east-1b had two of
    // five readers.
    dev.teiten.fixtures.fleet.Counterfactual loss = done;
    for (int lost : new int[] {2, 5}) {
      loss = loss.withoutInstance("pairs-main-" + lost);
    }
    assertThat(fleet.truth("pairs-main").outcome(nextWeek, loss).p99Utilisation())
        .isLessThanOrEqualTo(0.90);
  }
}
