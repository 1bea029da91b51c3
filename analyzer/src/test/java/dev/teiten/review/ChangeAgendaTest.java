package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.TrafficCurve;
import dev.teiten.rank.ChangeWorld;
import dev.teiten.rank.Ranking;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ChangeAgendaTest {
  private static List<String> points(Ranking ranking) {
    return ChangeAgenda.of(ranking).stream().map(i -> i.kind() + " " + i.text()).toList();
  }

  @Test
  void aJobThatMovedIsNamedBeforeItsVictims() {
    ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
    for (int i = 0; i < 4; i++) {
      world.reading("page" + i, TrafficCurve.OFFICE, 0.9, 5 + i);
    }
    world.reading("cron", TrafficCurve.job(2, 3), 7.5, 400);
    world.with(new Incident.Moves("cron", ChangeWorld.at(0, 0), Duration.ofHours(10)));
    List<String> points = points(world.rank(1));

    assertThat(points.get(0)).startsWith("MOVED_IN_TIME").endsWith("moved from 02:00 to 12:00");
    assertThat(points.subList(1, points.size()))
        .isNotEmpty()
        .allMatch(point -> point.matches("VICTIM .*waits for CPU while .*t_cron.* works more"));
  }

  @Test
  void aMoveWithoutPartInThePeakIsNoPoint() {
    ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
    for (int i = 0; i < 4; i++) {
      world.reading("page" + i, TrafficCurve.OFFICE, 1.5, 5 + i);
    }
    world.reading("cron", TrafficCurve.job(20, 22), 1.2, 400);
    world.with(new Incident.Moves("cron", ChangeWorld.at(0, 0), Duration.ofHours(4)));

    assertThat(points(world.rank(1))).isEmpty();
  }

  @Test
  void twoHoursOfLocksAreAPointWithTheirTime() {
    ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
    for (int i = 0; i < 5; i++) {
      world.writing("w" + i, "orders" + i, TrafficCurve.OFFICE, 0.3, 4 + i);
    }
    MinuteSpan span = new MinuteSpan(ChangeWorld.at(1, 14), ChangeWorld.at(1, 16));
    world.with(new Incident.LockVictim("w3", span, 60));
    List<String> points = points(world.rank(1));

    assertThat(points).hasSize(1);
    assertThat(points.get(0))
        .startsWith("INCIDENT")
        .contains("row_lock")
        .endsWith("from Tue 10 Nov 14:00 to Tue 10 Nov 16:00");
  }
}
