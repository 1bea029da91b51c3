package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.fixtures.fleet.event.EventCluster;
import dev.teiten.fixtures.fleet.event.EventQuery;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.synthetic.SimpleNormalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Locks may hide load, today or after a change. */
class LockSafetyTest {
  private static final String CLASS = "db.r6g.4xlarge";

  /**
   * @param held part of the time in which sessions want the lock of each of four readers, 0..1 or
   *     more
   */
  private static ClusterFixture cluster(double held) {
    List<EventQuery> queries =
        List.of(EventQuery.open(4 * held / 0.05, 0.05, 1).holding(0), EventQuery.open(40, 0.05, 1));
    return ClusterFixture.healthy(
        new EventLoad(CLASS, 0.4)
            .load(
                cluster(queries, EventLoad.MINUTES, 1).simulate(),
                cluster(queries, EventLoad.CALM_MINUTES, 0.4).simulate()));
  }

  private static EventCluster cluster(List<EventQuery> queries, int minutes, double level) {
    double[] levels = new double[minutes];
    Arrays.fill(levels, level);
    return EventCluster.of(16, 1, 4, queries, levels, 11);
  }

  private static Guard.State locks(ClusterFixture made, List<Fix> fixes, int readers) {
    SizingParts parts = made.parts();
    ClusterShape shape = ClusterShape.uniform(InstanceClasses.find(CLASS).orElseThrow(), readers);
    return parts.locks().check(shape, parts.results(fixes)).state();
  }

  @Test
  void aFixDoesNotReleaseWhatALockHeldBack() {
    List<Fix> fix = List.of(new Fix(SimpleNormalizer.fingerprint(EventLoad.text(0)), 80));

    assertThat(locks(cluster(0.6), fix, 3)).isEqualTo(Guard.State.PASS);
    assertThat(locks(cluster(1.3), fix, 3)).isEqualTo(Guard.State.FAIL);
  }

  @Test
  void oneReaderMayNotTakeOverShortLocksOfFour() {
    ClusterFixture made = cluster(0.3);

    assertThat(locks(made, List.of(), 3)).isEqualTo(Guard.State.PASS);
    assertThat(locks(made, List.of(), 1)).isEqualTo(Guard.State.FAIL);
  }
}
