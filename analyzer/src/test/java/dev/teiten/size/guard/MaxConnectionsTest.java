package dev.teiten.size.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.Engine;
import org.jspecify.annotations.Nullable;
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
    "db.r6g.large, 1802",
    "db.r6g.xlarge, 3604",
    "db.r6g.2xlarge, 5000",
    "db.r6g.16xlarge, 5000"
  })
  void postgresqlAllowsOneForEvery9531392Bytes(String name, int connections) {
    assertThat(MaxConnections.of(find(name), Engine.AURORA_POSTGRESQL)).isEqualTo(connections);
  }

  @ParameterizedTest
  @CsvSource({
    "db.r6g.2xlarge, 4700, 4700", // the same memory: as stated
    "db.r6g.4xlarge, 4700, 4700", // more memory adds none
    "db.r6g.large, 4700, 1802", // computed from memory
    "db.r6g.large, 500, 500", // fixed by a parameter group
    "db.r6g.large, , 1802" // not stated
  })
  void aSmallerClassHasNoMoreThanItsDefault(
      String target, @Nullable Double stated, int connections) {
    assertThat(
            MaxConnections.of(
                find(target), find("db.r6g.2xlarge"), Engine.AURORA_POSTGRESQL, stated))
        .isEqualTo(connections);
  }

  @ParameterizedTest
  @CsvSource({
    "db.serverless:0.5-1, 90, 189",
    "db.serverless:0.5-128, 5000, 2000",
    "db.serverless:8-32, 3000, 5000",
    "db.serverless:2-12, 1000, 1669",
  })
  void connectionsOfServerlessFollowItsMaximum(String name, int mysql, int postgresql) {
    assertThat(MaxConnections.of(find(name), Engine.AURORA_MYSQL)).isEqualTo(mysql);
    assertThat(MaxConnections.of(find(name), Engine.AURORA_POSTGRESQL)).isEqualTo(postgresql);
  }

  private static InstanceClass find(String name) {
    return InstanceClasses.find(name).orElseThrow();
  }
}
