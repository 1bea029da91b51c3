package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.fixtures.fleet.event.EventCluster;
import dev.teiten.fixtures.fleet.event.EventOutcome;
import dev.teiten.fixtures.fleet.event.EventQuery;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Role;
import dev.teiten.load.WaitEvent;
import dev.teiten.size.guard.LockHold;
import dev.teiten.size.predict.CapacityCurves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the bursts and locks of the sizing model with hosts that are simulated call by call. */
@Tag("slow")
class EventLawTest {
  private static double[] steady(int minutes) {
    double[] levels = new double[minutes];
    Arrays.fill(levels, 1);
    return levels;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.6, 2.4, 3.6, 4.5, 6})
  void batchesQueueAsTheLawSays(double cores) {
    // Batches have a geometric size, four on the mean; calls like these then have a burstiness of
    // 4.
    EventQuery query = EventQuery.open(cores / 0.05, 0.05, 1).inBatches(4);
    EventOutcome outcome =
        EventCluster.of(8, 1, 1, List.of(query), steady(400), 21).simulate().get(0);
    double work = Arrays.stream(outcome.workCores()).average().orElseThrow();
    double queue = outcome.meanSessions(0, EventOutcome.CPU) - work;
    CapacityCurve curve = new CapacityCurve(8, 1, 1);

    assertThat(new CapacityCurves().queue(curve, work, 4)).isCloseTo(queue, within(0.25 * queue));
    assertThat(new CapacityCurves().queue(curve, work, 1)).isLessThan(0.5 * queue);
  }

  @Test
  void withoutSecondsNothingIsKnownOfBursts() {
    assertThat(
            Objects.requireNonNull(CapacityAdvisorTest.busy(7).advice().details().measured())
                .burstHigh())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.35, 0.6, 0.8})
  void howLongLocksAreHeldIsReadOffTheirWaits(double held) {
    // A call holds the lock for 50 ms on the mean, exponentially; the lock is held this share of
    // the time.
    EventQuery locked = EventQuery.open(held / 0.05, 0.001, 1).io(0.049).holding(0);
    EventQuery other = EventQuery.open(10, 0.001, 1);
    EventOutcome outcome =
        EventCluster.of(8, 1, 1, List.of(locked, other), steady(400), 4).simulate().get(0);
    double holders =
        outcome.meanSessions(0, EventOutcome.CPU) + outcome.meanSessions(0, EventOutcome.STORAGE);

    LockHold hold = LockHold.of(List.of(hour(outcome)));

    assertThat(holders).isCloseTo(held, within(0.03));
    if (held > 0.2) {
      assertThat(Objects.requireNonNull(hold).held()).isCloseTo(held, within(0.05));
      assertThat(hold.held(2, 1)).isCloseTo(2 * held, within(0.1));
      assertThat(hold.shareLeft(digest -> 0.5)).isEqualTo(0.5);
    } else {
      assertThat(hold).isNull();
    }
  }

  private static InstanceLoad hour(EventOutcome outcome) {
    List<DigestLoad> hours = new ArrayList<>();
    for (int q = 0; q < 2; q++) {
      double cpu = outcome.meanSessions(q, EventOutcome.CPU);
      double storage = outcome.meanSessions(q, EventOutcome.STORAGE);
      double lock = outcome.meanSessions(q, EventOutcome.LOCK);
      Map<WaitEvent, Double> waits =
          Map.of(
              WaitEvent.CPU,
              cpu,
              new WaitEvent("io/aurora_redo_log_flush"),
              storage,
              new WaitEvent("synch/cond/innodb/row_lock_wait"),
              lock);
      hours.add(
          new DigestLoad(
              SimulatedCluster.WEEK.range().from(),
              "q" + q,
              cpu + storage + lock,
              waits,
              Map.of()));
    }
    Instance instance =
        new Instance("db-0", "i0", "8.0", "db.r6g.2xlarge", Role.WRITER, "us-east-1a", 1, null);
    return new InstanceLoad(instance, new double[0], Map.of(), Map.of(), Map.of(), Map.of(), hours);
  }
}
