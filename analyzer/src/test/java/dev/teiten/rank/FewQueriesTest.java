package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.TrafficCurve;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The common part of few queries: no rule changes at some number of them. */
@Tag("slow")
class FewQueriesTest {
  private static ChangeWorld world(int queries) {
    ChangeWorld world = new ChangeWorld("db.r6g.2xlarge");
    for (int i = 0; i < queries; i++) {
      world.reading("page" + i, TrafficCurve.EVENING, 0.3, 5 + i);
    }
    return world;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 7, 8, 9})
  void oneNewQueryOnFridayIsNoTrafficOfTheOthers(int unchanged) {
    for (long seed = 1; seed <= 2; seed++) {
      ChangeWorld world = world(unchanged).reading("late", TrafficCurve.EVENING, 2, 9);
      world.with(new Incident.Appears("late", ChangeWorld.at(4, 0)));
      Ranking ranking = world.rank(seed);

      assertThat(world.change(ranking, "late").kind()).isEqualTo(Kind.NEW);
      assertThat(ranking.contributors())
          .extracting(c -> c.change().kind())
          .containsOnly(Kind.NEW, Kind.STEADY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 8, 12})
  void moreTrafficOfAllIsTheChangeOfNone(int queries) {
    ChangeWorld world = world(queries);
    MinuteSpan week = new MinuteSpan(ChangeWorld.at(0, 0), ChangeWorld.at(7, 0));
    world.with(new Incident.TrafficChange(Incident.EVERY_WORKLOAD, week, 1.5));

    assertThat(world.rank(5).contributors())
        .extracting(c -> c.change().kind())
        .containsOnly(Kind.STEADY);
  }
}
