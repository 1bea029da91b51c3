package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.LoadSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The self-test names each missing permission or setting, and its remedy. */
class AwsCheckTest {
  private static final Instant NOW = Instant.now();
  private static final SimulatedFleet FLEET = SimulatedFleet.small(3, NOW);

  private static List<CheckResult> check(SimulatedFleet fleet, EndpointFaults faults, Clock clock) {
    try (EmulatedAws aws = new EmulatedAws(fleet, faults, clock);
        LoadSource source = aws.source()) {
      return source.check();
    }
  }

  private static List<CheckResult> check(SimulatedFleet fleet, EndpointFaults faults) {
    return check(fleet, faults, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CheckResult named(List<CheckResult> results, String name) {
    return results.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everythingIsTriedByName() {
    List<CheckResult> results = check(FLEET, EndpointFaults.NONE);

    assertThat(results.get(0).name()).isEqualTo("credentials");
    assertThat(results)
        .filteredOn(r -> r.state() == State.OK)
        .extracting(CheckResult::name)
        .contains(
            "credentials",
            "clock",
            "inventory",
            "rds:DescribeDBClusters",
            "rds:DescribeDBInstances",
            "rds:DescribeEvents",
            "rds:DescribeOrderableDBInstanceOptions",
            "application-autoscaling:DescribeScalableTargets",
            "application-autoscaling:DescribeScalingPolicies",
            "pi:GetResourceMetadata",
            "pi:GetResourceMetrics",
            "pi:DescribeDimensionKeys",
            "pi:GetDimensionKeyDetails",
            "pi:ListAvailableResourceMetrics",
            "pi:ListAvailableResourceDimensions",
            "performance-insights billing-1",
            "digest-statistics billing-1");
    assertThat(results).extracting(CheckResult::place).containsOnly("us-east-1");
    assertThat(results).allSatisfy(r -> assertThat(r.state()).isNotEqualTo(State.FAILED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rds:DescribeDBClusters",
        "rds:DescribeDBInstances",
        "rds:DescribeEvents",
        "rds:DescribeOrderableDBInstanceOptions",
        "application-autoscaling:DescribeScalableTargets",
        "application-autoscaling:DescribeScalingPolicies",
        "pi:GetResourceMetadata",
        "pi:GetResourceMetrics",
        "pi:DescribeDimensionKeys",
        "pi:GetDimensionKeyDetails",
        "pi:ListAvailableResourceMetrics",
        "pi:ListAvailableResourceDimensions"
      })
  void permissionThatIsMissingComesWithItsStatement(String action) {
    List<CheckResult> results = check(FLEET, EndpointFaults.NONE.denying(action));
    CheckResult missing = named(results, action);

    assertThat(missing.state()).isIn(State.FAILED, State.WARNING);
    assertThat(missing.hint()).contains("policy");
    assertThat(missing.statement())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Effect",
                "Allow",
                "Action",
                action,
                "Resource",
                action.startsWith("pi:") ? "arn:aws:pi:us-east-1:*:metrics/rds/*" : "*"));
    assertThat(named(results, "credentials").state()).isEqualTo(State.OK);
  }

  @Test
  void credentialsThatHaveExpiredAreToldFirst() {
    List<CheckResult> results = check(FLEET, EndpointFaults.NONE.expiringAfter(1));

    assertThat(results.get(0).name()).isEqualTo("credentials");
    assertThat(results.get(0).state()).isEqualTo(State.FAILED);
    assertThat(results.get(0).hint()).contains("renew");
  }

  @Test
  void pricesThatAreElsewhereSayNothingOfTheCredentials() {
    List<CheckResult> results = check(FLEET, EndpointFaults.NONE.withoutPrices());

    assertThat(named(results, "pricing:GetProducts").state()).isEqualTo(State.WARNING);
    assertThat(results).allSatisfy(r -> assertThat(r.state()).isNotEqualTo(State.FAILED));
  }

  @Test
  void clockThatIsOffIsTold() {
    Clock fast = Clock.fixed(NOW.plus(Duration.ofMinutes(10)), ZoneOffset.UTC);
    CheckResult clock = named(check(FLEET, EndpointFaults.NONE, fast), "clock");

    assertThat(clock.state()).isEqualTo(State.FAILED);
    assertThat(clock.message()).contains("ahead of AWS");
    assertThat(clock.hint()).contains("NTP");
  }

  @Test
  void instanceWithoutInsightsIsTold() {
    ClusterSpec billing = FLEET.cluster("billing");
    SimulatedFleet off =
        SimulatedFleet.of(
            3,
            "us-east-1",
            NOW,
            List.of(
                billing.withInstances(
                    List.of(
                        billing.instances().get(0).withoutInsights(),
                        billing.instances().get(1)))));
    List<CheckResult> results = check(off, EndpointFaults.NONE);

    assertThat(named(results, "performance-insights billing-1").state()).isEqualTo(State.WARNING);
    assertThat(named(results, "performance-insights billing-2").message())
        .contains("keeps 93 days");
  }
}
