package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.DigestLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.fixtures.fleet.event.EventCluster;
import dev.teiten.fixtures.fleet.event.EventOutcome;
import dev.teiten.fixtures.fleet.event.EventQuery;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.load.WaitEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bursts and locks as sizing reads them, against hosts that were simulated call by call. */
class EventLawTest {
  private static double[] steady(int minutes) {
    double[] levels = new double[minutes];
    Arrays.fill(levels, 1);
    return levels;
  }

  /** Two readers of eight vCPUs, somewhat over half busy in the evening and idle else. */
  private static Made evenings(double batch) {
    List<EventQuery> queries = new ArrayList<>();
    for (int q = 0; q < 6; q++) {
      queries.add(EventQuery.open(20, 0.075, 1).io(0.02).inBatches(batch));
    }
    EventCluster cluster = EventCluster.of(8, 1, 2, queries, steady(EventLoad.MINUTES), 21);
    return Made.healthy(new EventLoad("db.r6g.2xlarge", 0.01).load(cluster.simulate()));
  }

  private static SizingDetails.Measured measured(Made made) {
    return Objects.requireNonNull(made.advice().details().measured());
  }

  @Test
  void burstsAreReadOffTheQueueThatTheyLeave() {
    double alone = Objects.requireNonNull(measured(evenings(1)).burst());
    double batches = Objects.requireNonNull(measured(evenings(4)).burst());

    // The upper end of what the queue allows: batches of four on the mean are a burstiness of four.
    assertThat(alone).isBetween(1.0, 2.2);
    assertThat(batches).isBetween(3.0, 6.5);
  }

  @Test
  void burstsForbidWhatCallsOneByOneAllow() {
    WhatIf half = new WhatIf(List.of(), "db.r6g.xlarge", 4);
    WhatIf threeInFour = new WhatIf(List.of(), "db.r6g.4xlarge", 1);

    assertThat(safe(evenings(4), half)).isLessThanOrEqualTo(safe(evenings(1), half));
    assertThat(safe(evenings(4), threeInFour)).isLessThan(safe(evenings(1), threeInFour));
  }

  private static double safe(Made made, WhatIf whatIf) {
    SizingAdvice.Option option = Made.ADVISOR.advise(made.model(), whatIf).options().get(0);
    return Objects.requireNonNull(option.probabilitySafe());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.35, 0.6, 0.8})
  void howLongLocksAreHeldIsReadOffTheirWaits(double held) {
    // One call holds the lock for 50 ms at a time, exponentially; it is held so much of the time.
    EventQuery locked = EventQuery.open(held / 0.05, 0.001, 1).io(0.049).holding(0);
    EventQuery other = EventQuery.open(10, 0.001, 1);
    EventOutcome outcome =
        EventCluster.of(8, 1, 1, List.of(locked, other), steady(400), 4).simulate().get(0);
    double holders =
        outcome.meanSessions(0, EventOutcome.CPU) + outcome.meanSessions(0, EventOutcome.STORAGE);

    LockHold hold = LockHold.of(List.of(hour(outcome)));

    assertThat(holders).isCloseTo(held, within(0.03));
    if (outcome.meanSessions(0, EventOutcome.LOCK) > 0.5) {
      assertThat(Objects.requireNonNull(hold).held()).isCloseTo(held, within(0.05));
      assertThat(hold.held(2, 1)).isCloseTo(2 * held, within(0.1));
      assertThat(hold.left(digest -> 0.5)).isEqualTo(0.5);
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
