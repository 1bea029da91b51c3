package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.synthetic.SyntheticCluster;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks properties that hold for all numbers. */
@Tag("slow")
class SizePropertiesTest {

  @ParameterizedTest
  @ValueSource(strings = {"db.r6g.4xlarge", "db.r5.4xlarge"})
  void moreReadersAreNeverBusierNorLessSafe(String instanceClass) {
    ClusterFixture made =
        ClusterFixture.of(
            new SyntheticCluster(ClusterFixture.queries(5))
                .instanceClass(instanceClass)
                .readers(4)
                .weeks(1));
    SizingModel model = made.model();
    Option fewer = CapacityAdvisorTest.asked(model, List.of(), instanceClass, 1);
    for (int readers = 2; readers <= 15; readers++) {
      Option more = CapacityAdvisorTest.asked(model, List.of(), instanceClass, readers);
      assertThat(more.p99Utilisation()).isLessThanOrEqualTo(fewer.p99Utilisation());
      assertThat(more.p99UtilisationHigh()).isLessThanOrEqualTo(fewer.p99UtilisationHigh());
      assertThat(more.probabilitySafe())
          .as("%d readers", readers)
          .isGreaterThanOrEqualTo(fewer.probabilitySafe());
      fewer = more;
    }
  }

  @Test
  void largerClassesAndBiggerFixesAreNeverBusier() {
    ClusterFixture made = CapacityAdvisorTest.busy(5);
    SizingModel model = made.model();
    String query = made.fingerprint("scan");
    double before = Double.POSITIVE_INFINITY;
    for (String size : List.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge")) {
      double least = before;
      for (int percent : new int[] {0, 30, 60, 90}) {
        Option option =
            CapacityAdvisorTest.asked(model, List.of(new Fix(query, percent)), "db.r6g." + size, 4);
        assertThat(option.p99Utilisation()).isLessThanOrEqualTo(least);
        least = Objects.requireNonNull(option.p99Utilisation());
        before = percent == 0 ? least : before;
      }
    }
  }

  @Test
  void theIntervalHoldsThePrediction() {
    for (double cores : new double[] {1, 3, 5, 7}) {
      for (Option option : CapacityAdvisorTest.busy(cores).advice().options()) {
        assertThat(option.p99UtilisationLow()).isLessThanOrEqualTo(option.p99UtilisationHigh());
        assertThat(option.p99UtilisationHigh()).isGreaterThanOrEqualTo(option.p99Utilisation());
        assertThat(option.probabilitySafe()).isBetween(0.0, 1.0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 0.468", "4, 0.607", "8, 0.709", "16, 0.74", "64, 0.74"})
  void smallHostsNeedMoreHeadroom(int vcpus, double limit) {
    assertThat(SizingAssumptions.defaults().utilisationLimit(vcpus))
        .isCloseTo(limit, within(0.001));
  }
}
