package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ReviewWeek;
import dev.teiten.synthetic.FleetLoad;
import dev.teiten.synthetic.SimpleNormalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that are created and deleted within a week, as by Aurora Auto Scaling. */
class ComingsAndGoingsTest {
  private static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);

  private static List<String> warnings(int readers) {
    Instant now = WEEK.range().to().plus(Duration.ofHours(2));
    ClusterSpec billing = SimulatedFleet.small(3, now).cluster("billing");
    List<InstanceSpec> instances = new ArrayList<>(billing.instances());
    for (int i = 0; i < readers; i++) {
      Instant from = WEEK.range().from().plus(Duration.ofHours(17 + 24L * i));
      instances.add(
          InstanceSpec.of("added-" + i, "db.r5.large", "us-east-1c", 15, from)
              .deletedAt(from.plus(Duration.ofHours(6))));
    }
    SimulatedFleet fleet =
        SimulatedFleet.of(3, "us-east-1", now, List.of(billing.withInstances(instances)));
    return new QueryRanker(SimpleNormalizer::of, 1)
        .rank(FleetLoad.of(fleet, "billing", WEEK, 1), Ranking.Order.LOAD).warnings().stream()
            .map(Object::toString)
            .filter(text -> text.contains("added") || text.contains("came and"))
            .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void manyAreOneLine(int readers) {
    assertThat(warnings(readers))
        .singleElement()
        .asString()
        .contains(readers + " instances came and " + readers + " went");
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void fewAreNamed(int readers) {
    assertThat(warnings(readers)).hasSize(2).allMatch(text -> text.contains("added-0"));
  }
}
