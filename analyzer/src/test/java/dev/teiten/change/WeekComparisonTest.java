package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.normalize.NormalizedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Counts false alarms and power over many synthetic weeks of 200 queries. The noise is given as
 * standard deviations of the logarithm. A query's day has 6 %, the traffic of a day 5 %; sampling
 * once a second adds its own noise.
 */
@Tag("slow")
class WeekComparisonTest {
  private static final int QUERIES = 200;
  private static final int REPEATS = 8;

  /**
   * @param weekNoise noise of a query's week, on calls and on work per call alike
   * @param changed number of queries that really change, by {@code effect} of the work per call
   */
  private record Setting(int before, double weekNoise, int changed, double effect, int fromDay) {}

  private record Score(double falseAlarms, double power) {}

  private static Score score(Setting setting) {
    int falseAlarms = 0;
    int found = 0;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      List<QueryHistory> queries = queries(setting, new SplittableRandom(repeat + 1));
      List<QueryComparison> comparisons =
          WeekComparison.of(queries, setting.before(), DaySet.none(setting.before() + 1))
              .comparisons();
      for (int i = 0; i < comparisons.size(); i++) {
        boolean work = matters(comparisons.get(i).work(), queries.get(i).workAas());
        boolean calls = matters(comparisons.get(i).calls(), queries.get(i).workAas());
        found += i < setting.changed() && work ? 1 : 0;
        falseAlarms += (i >= setting.changed() && work) || calls ? 1 : 0;
      }
    }
    double changes = Math.max(1, setting.changed() * REPEATS);
    Score score = new Score((double) falseAlarms / REPEATS, found / changes);
    return score;
  }

  private static boolean matters(ShiftFinding finding, DailyValues aas) {
    return finding.matters(aas.week(aas.weeks() - 1));
  }

  private static List<QueryHistory> queries(Setting setting, SplittableRandom random) {
    int weeks = setting.before() + 1;
    double[][] traffic = new double[weeks][DayGrid.COUNT];
    for (double[] week : traffic) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        week[day] = 0.05 * gaussian(random);
      }
    }
    List<QueryHistory> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      // Loads range from 0.3 to 6 AAS.
      double load = 0.3 * Math.exp(3 * random.nextDouble());
      boolean changes = i < setting.changed();
      queries.add(query(setting, i, load, changes, traffic, random));
    }
    return queries;
  }

  private static QueryHistory query(
      Setting setting,
      int i,
      double load,
      boolean changes,
      double[][] traffic,
      SplittableRandom random) {
    String id = "q" + i;
    NormalizedStatement statement =
        new NormalizedStatement(id, id, "SELECT", List.of(), true, false, Map.of(), id, List.of());
    double[][] aas = new double[traffic.length][DayGrid.COUNT];
    double[][] callsPerSecond = new double[traffic.length][DayGrid.COUNT];
    for (int w = 0; w < traffic.length; w++) {
      double callWeek = setting.weekNoise() * gaussian(random);
      double workWeek = setting.weekNoise() * gaussian(random);
      for (int day = 0; day < DayGrid.COUNT; day++) {
        double calls = Math.exp(traffic[w][day] + callWeek + 0.06 * gaussian(random));
        boolean after = changes && w == setting.before() && day >= setting.fromDay();
        double work = Math.exp(workWeek) * (after ? 1 + setting.effect() : 1);
        double samples = load * calls * work * 86_400;
        aas[w][day] = (samples + Math.sqrt(samples) * gaussian(random)) / 86_400;
        callsPerSecond[w][day] = calls;
      }
    }
    DailyValues loads = DailyValues.of(aas.length, (week, day) -> aas[week][day]);
    return new QueryHistory(
        new QueryGroup(statement, List.of(id)),
        loads,
        loads,
        loads,
        loads,
        DailyValues.of(aas.length, (week, day) -> callsPerSecond[week][day]),
        DailyValues.of(aas.length, (week, day) -> 0),
        DailyValues.of(aas.length, (week, day) -> 0));
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  @Test
  void weeksWithoutAChangeRaiseHardlyAnyAlarm() {
    assertThat(score(new Setting(4, 0.03, 0, 0, 0)).falseAlarms()).isLessThanOrEqualTo(0.5);
    assertThat(score(new Setting(4, 0, 0, 0, 0)).falseAlarms()).isLessThanOrEqualTo(0.5);
    assertThat(score(new Setting(2, 0.03, 0, 0, 0)).falseAlarms()).isLessThanOrEqualTo(0.5);
    assertThat(score(new Setting(1, 0.03, 0, 0, 0)).falseAlarms()).isLessThanOrEqualTo(0.5);
    assertThat(score(new Setting(8, 0.05, 0, 0, 0)).falseAlarms()).isLessThanOrEqualTo(0.5);
  }

  @Test
  void aChangeOfAThirdIsFound() {
    assertThat(score(new Setting(4, 0, 20, 0.2, 0)).power()).isGreaterThanOrEqualTo(0.8);
    assertThat(score(new Setting(4, 0.03, 20, 0.2, 0)).power()).isGreaterThanOrEqualTo(0.4);
    assertThat(score(new Setting(4, 0.03, 20, 0.3, 0)).power()).isGreaterThanOrEqualTo(0.95);
    assertThat(score(new Setting(4, 0.03, 20, 0.5, 2)).power()).isGreaterThanOrEqualTo(0.99);
    assertThat(score(new Setting(4, 0.05, 20, 0.5, 0)).power()).isGreaterThanOrEqualTo(0.9);
    assertThat(score(new Setting(1, 0.03, 20, 0.5, 0)).power()).isGreaterThanOrEqualTo(0.5);
    assertThat(score(new Setting(4, 0.03, 20, -0.4, 3)).power()).isGreaterThanOrEqualTo(0.9);
  }
}
