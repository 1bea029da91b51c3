package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.FurtherChange;
import dev.teiten.change.HourMove;
import dev.teiten.change.QueryChange;
import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.TrafficCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of the hours, of one day, and of the hours in which others wait. */
@Tag("slow")
class ChangeInTimeTest {
  private static final Instant MONDAY = ChangeWorld.at(0, 0);

  /** Seven statements of people, and a job of one hour each night. */
  private static ChangeWorld nightly(double jobCores) {
    ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
    for (int i = 0; i < 7; i++) {
      world.reading("page" + i, TrafficCurve.OFFICE, 0.6, 5 + i);
    }
    return world.reading("cron", TrafficCurve.job(2, 3), jobCores, 400);
  }

  private static Incident move(Instant from) {
    return new Incident.Moves("cron", from, Duration.ofHours(10));
  }

  @Test
  void aJobThatMovesWithoutHarmIsNoted() {
    for (long seed = 1; seed <= 3; seed++) {
      ChangeWorld world = nightly(2).with(move(MONDAY));
      Ranking ranking = world.rank(seed);
      QueryChange change = world.change(ranking, "cron");

      assertThat(change.kind()).isEqualTo(Kind.MOVED_IN_TIME);
      HourMove move = Objects.requireNonNull(change.moved());
      assertThat(move.from()).isEqualTo("02:00");
      assertThat(move.to()).isEqualTo("12:00");
      assertThat(move.fromDay()).isNull();
      assertThat(change.since()).isEqualTo(MONDAY);
      assertThat(ranking.gone()).isEmpty();
      assertThat(ranking.contributors())
          .filteredOn(c -> !c.fingerprint().equals(world.fingerprint(ranking, "cron")))
          .allSatisfy(c -> assertThat(c.change().kind()).isEqualTo(Kind.STEADY));
    }
  }

  @Test
  void aMoveInsideTheWeekIsDated() {
    ChangeWorld world = nightly(2).with(move(ChangeWorld.at(3, 0)));
    QueryChange change = world.change(world.rank(4), "cron");

    assertThat(change.kind()).isEqualTo(Kind.MOVED_IN_TIME);
    assertThat(change.since()).isEqualTo(ChangeWorld.at(3, 0));
  }

  @Test
  void aJobThatMovesAndFillsAReaderIsTheCauseAndOthersAreItsVictims() {
    for (long seed = 1; seed <= 3; seed++) {
      ChangeWorld world = nightly(7.5).with(move(MONDAY));
      Ranking ranking = world.rank(seed);
      String cron = world.fingerprint(ranking, "cron");

      assertThat(world.change(ranking, "cron").kind()).isEqualTo(Kind.MOVED_IN_TIME);
      assertThat(ranking.contributors())
          .filteredOn(c -> c.change().kind() == Kind.VICTIM)
          .isNotEmpty()
          .allSatisfy(
              c -> {
                assertThat(c.change().cause()).isEqualTo("CPU");
                assertThat(c.change().suspects()).containsExactly(cron);
              });
      assertThat(ranking.contributors())
          .extracting(c -> c.change().kind())
          .isSubsetOf(Kind.MOVED_IN_TIME, Kind.VICTIM, Kind.STEADY);
    }
  }

  @Test
  void twoHoursOfRowLocksOnTuesdayAreAnIncident() {
    for (long seed = 1; seed <= 3; seed++) {
      ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
      for (int i = 0; i < 7; i++) {
        world.writing("w" + i, "orders" + i, TrafficCurve.OFFICE, 0.3, 4 + i);
      }
      MinuteSpan span = new MinuteSpan(ChangeWorld.at(1, 14), ChangeWorld.at(1, 16));
      world.with(new Incident.LockVictim("w3", span, 60));
      Ranking ranking = world.rank(seed);
      QueryChange change = world.change(ranking, "w3");

      assertThat(change.kind()).isEqualTo(Kind.INCIDENT);
      assertThat(change.cause()).contains("row_lock");
      assertThat(change.since()).isEqualTo(span.from());
      assertThat(change.until()).isEqualTo(span.to());
      assertThat(ranking.contributors())
          .filteredOn(c -> c.change().kind() != Kind.STEADY)
          .hasSize(1);
    }
  }

  @Test
  void aBatchThatLocksIsTheSuspectOfThoseThatWaitForLocks() {
    ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
    for (int i = 0; i < 7; i++) {
      world.writing("w" + i, "orders" + i, TrafficCurve.OFFICE, 0.3, 4 + i);
    }
    world.writing("purge", "orders3", TrafficCurve.job(14, 16), 2, 500);
    MinuteSpan tuesday = new MinuteSpan(ChangeWorld.at(1, 14), ChangeWorld.at(1, 16));
    world.with(new Incident.Appears("purge", tuesday.from()));
    world.with(new Incident.Disappears("purge", tuesday.to()));
    world.with(new Incident.LockVictim("w3", tuesday, 60));
    Ranking ranking = world.rank(1);

    assertThat(world.change(ranking, "w3").kind()).isEqualTo(Kind.INCIDENT);
    assertThat(world.change(ranking, "w3").suspects())
        .containsExactly(world.fingerprint(ranking, "purge"));
  }

  @Test
  void twiceTheCallsAtHalfTheCostAreBothTold() {
    ChangeWorld world = nightly(0.5);
    world.with(
        new Incident.TrafficChange("page2", new MinuteSpan(MONDAY, ChangeWorld.at(30, 0)), 2));
    world.with(new Incident.WorkChange("page2", MONDAY, 0.5));
    QueryChange change = world.change(world.rank(1), "page2");

    assertThat(change.kind()).isEqualTo(Kind.IMPROVED);
    assertThat(change.also()).extracting(FurtherChange::kind).containsExactly(Kind.TRAFFIC_UP);
    assertThat(change.also().get(0).effect()).isBetween(0.8, 1.2);
  }
}
