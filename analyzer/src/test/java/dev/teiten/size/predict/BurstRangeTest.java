package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.ClusterFixture;
import dev.teiten.size.EventCase;
import dev.teiten.size.FleetCase;
import dev.teiten.size.SizingDetails;
import dev.teiten.size.SizingDetails.Assumed;
import dev.teiten.size.ValidationCase;
import dev.teiten.size.WhatIf;
import dev.teiten.size.demand.ModelAssumption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The burstiness is measured by the second; a reader may assume another value. */
@Tag("slow")
class BurstRangeTest {
  private static Assumed assumed(SizingDetails details, ModelAssumption which) {
    return details.assumptions().stream()
        .filter(assumed -> assumed.key().equals(which.key()))
        .findFirst()
        .orElseThrow();
  }

  private static SizingDetails details(ValidationCase one, WhatIf whatIf) {
    return ClusterFixture.ADVISOR.adviseQuickly(one.made().model(), whatIf).advice().details();
  }

  @Test
  void callsOneByOneAreMeasuredAsSuchAndTheReaderMayKnowBetter() {
    FleetCase calm = FleetCase.of("weeks", 8);
    SizingDetails found = details(calm, WhatIf.nothing());
    Assumed high = assumed(found, ModelAssumption.BURST_HIGH);
    SizingDetails told = details(calm, WhatIf.nothing().assuming(ModelAssumption.BURST_HIGH, 4));
    Assumed said = assumed(told, ModelAssumption.BURST_HIGH);

    assertThat(Objects.requireNonNull(found.measured()).burstHigh()).isBetween(1.0, 1.2);
    assertThat(high.measured()).isTrue();
    assertThat(high.value()).isBetween(1.0, 1.2).isEqualTo(high.usual());
    assertThat(said.measured()).isFalse();
    assertThat(said.value()).isEqualTo(4);
  }

  @Test
  void batchesOfFourAreMeasuredAsBursts() {
    SizingDetails.Measured measured =
        Objects.requireNonNull(details(EventCase.of("burst", 9), WhatIf.nothing()).measured());

    assertThat(measured.burstLow()).isBetween(2.0, 5.5);
    assertThat(measured.burstHigh()).isBetween(2.5, 6.0);
  }

  @Test
  void withoutSecondsTheWideRangeStays() {
    SizingDetails found = details(FleetCase.of("coarse", 8), WhatIf.nothing());
    Assumed high = assumed(found, ModelAssumption.BURST_HIGH);

    assertThat(Objects.requireNonNull(found.measured()).burstHigh()).isNull();
    assertThat(high.measured()).isFalse();
    assertThat(high.value()).isEqualTo(ModelAssumption.BURST_HIGH.usual());
  }

  @Test
  void oneMemberThatIsNotMeasuredLeavesAllWide() {
    ClusterFixture made = FleetCase.of("weeks", 8).made();
    ClusterFixture readersOnly =
        made.each(load -> load.instance().isWriter() ? load : load.withSeconds(List.of()));

    assertThat(readersOnly.parts().basis().burst()).isNull();
  }
}
