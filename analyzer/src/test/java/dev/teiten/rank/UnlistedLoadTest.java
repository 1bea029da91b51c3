package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.history.DayGrid;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.WeekLoad;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A query that the source no longer lists is gone, unless the unlisted load may hold it. */
class UnlistedLoadTest {
  private static final List<SyntheticQuery> QUERIES =
      List.of(
          SyntheticQuery.of("a", 100, 0.01),
          SyntheticQuery.of("b", 60, 0.01),
          SyntheticQuery.of("c", 30, 0.01));

  /**
   * The reviewed week does not list {@code a}; the share {@code left} of its load is still in the
   * total.
   */
  private static Ranking withoutA(double left) {
    ClusterLoad load = new SyntheticCluster(QUERIES).noise(0, 0, 0).load();
    List<WeekLoad> history = new ArrayList<>(load.history());
    WeekLoad last = history.remove(history.size() - 1);
    double[] totals = last.totalAas().clone();
    double own =
        last.days().stream()
            .filter(day -> day.digest().equals("a"))
            .mapToDouble(day -> day.loadAas() / DayGrid.COUNT)
            .sum();
    Arrays.setAll(totals, hour -> totals[hour] - (1 - left) * own);
    history.add(
        new WeekLoad(
            last.week(),
            last.coverage(),
            totals,
            last.days().stream().filter(day -> !day.digest().equals("a")).toList(),
            last.cpuUtilisation()));
    return new QueryRanker(SimpleNormalizer::of, 1).rank(load.history(history), Ranking.Order.LOAD);
  }

  @Test
  void whatTheTotalHasLostIsGone() {
    assertThat(withoutA(0).gone()).hasSize(1);
    assertThat(withoutA(0.3).gone()).hasSize(1);
  }

  @Test
  void whatMayBeAmongTheUnlistedIsNot() {
    assertThat(withoutA(1.05).gone()).isEmpty();
  }
}
