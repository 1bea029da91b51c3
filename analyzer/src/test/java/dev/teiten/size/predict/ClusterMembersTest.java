package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WeekLoad;
import dev.teiten.size.ClusterFixture;
import dev.teiten.synthetic.SyntheticCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The inventory decides which readers count, not the amount of collected data. */
class ClusterMembersTest {
  private static final double NOT = Double.NaN;

  private static List<String> readers(double... covered) {
    ClusterLoad load = new SyntheticCluster(ClusterFixture.queries(4)).readers(2).weeks(2).load();
    List<WeekLoad> history = new ArrayList<>(load.history());
    WeekLoad last = history.remove(1);
    InstanceCoverage heard = new InstanceCoverage(Map.of("db-2", covered), Map.of());
    history.add(
        new WeekLoad(
            last.week(),
            last.coverage(),
            last.totalAas(),
            last.days(),
            last.cpuUtilisation(),
            heard,
            last.hours()));
    ClusterLoad changed = new ClusterFixture(load).history(history).load();
    return ClusterMembers.of(changed).readers().stream()
        .map(InstanceLoad::instance)
        .map(instance -> instance.resourceId())
        .toList();
  }

  @Test
  void aReaderOfWhichLittleIsKnownIsThere() {
    assertThat(readers(1, 1, 0, 0, 0, 0, 0)).containsExactly("db-1", "db-2");
    assertThat(readers(0, 0, 0, 0, 0, 0, 0)).containsExactly("db-1", "db-2");
  }

  @Test
  void oneThatLivedForDaysOnlyIsNot() {
    assertThat(readers(1, 1, 0.5, NOT, NOT, NOT, NOT)).containsExactly("db-1");
    assertThat(readers(NOT, NOT, NOT, 0.5, 1, 1, 1)).containsExactly("db-1", "db-2");
  }
}
