package dev.teiten.size.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxConnectionsTest {
  @ParameterizedTest
  @CsvSource({
    "db.r5.large, 1000", "db.r5.xlarge, 2000", "db.r5.2xlarge, 3000", "db.r5.4xlarge, 4000",
    "db.r5.8xlarge, 5000", "db.r6g.large, 1000", "db.r6g.xlarge, 2000", "db.t3.medium, 90"
  })
  void defaultConnectionsAreThoseOfTheManual(String name, int connections) {
    InstanceClass instanceClass = InstanceClasses.find(name).orElseThrow();

    assertThat(MaxConnections.of(instanceClass, Engine.AURORA_MYSQL)).isEqualTo(connections);
  }

  @ParameterizedTest
  @CsvSource({
    "db.serverless:0.5-1, 90, 189",
    "db.serverless:0.5-128, 5000, 2000",
    "db.serverless:8-32, 3000, 5000",
    "db.serverless:2-12, 1000, 1669",
  })
  void connectionsOfServerlessFollowItsMaximum(String name, int mysql, int postgresql) {
    InstanceClass units = InstanceClasses.find(name).orElseThrow();

    assertThat(MaxConnections.of(units, Engine.AURORA_MYSQL)).isEqualTo(mysql);
    assertThat(MaxConnections.of(units, Engine.AURORA_POSTGRESQL)).isEqualTo(postgresql);
  }
}
