package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.QueryChange;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of one verb and the same tables that together would be in the first ten. */
class ScatteredQueriesTest {
  private static final StatementNormalizer NORMALIZER = new StatementNormalizer(Dialect.MYSQL);

  private final List<RankCandidate> candidates = new ArrayList<>();

  private void add(String statement, double loadAas) {
    QueryGroup group = new QueryGroup(NORMALIZER.normalize(statement), List.of(statement));
    QueryLoad load =
        new QueryLoad(group, loadAas, Map.of(), Map.of(), null, new HourSums(), new double[0][]);
    candidates.add(
        new RankCandidate(load, null, List.of(), QueryChange.undecided(null), List.of()));
  }

  private List<String> warnings() {
    return new ScatteredQueries(candidates).warnings().stream().map(Sentence::toString).toList();
  }

  private void addTwelveOthers() {
    for (int i = 0; i < 12; i++) {
      add("select a" + i + " from t" + i + " where b = 1", 2 + 0.1 * i);
    }
  }

  @Test
  void shapesOfOneQueryAreNamedWhereTheyWouldBeInTheFirstTen() {
    addTwelveOthers();
    for (int i = 0; i < 8; i++) {
      add("insert into orders (a, b, c, d, e, f, x" + i + ") values (1)", 0.5);
    }

    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("8 queries look like one in many shapes (INSERT of orders; the largest is t3-")
        .endsWith("which would be rank 1.");
  }

  @Test
  void queriesOfOtherTablesOrWordsAreNot() {
    addTwelveOthers();
    for (int i = 0; i < 8; i++) {
      add("select x" + i + " from orders where y" + i + " = 1 and z" + i + " = 2", 0.5);
      add("select a from u" + i + " where b = 1", 0.5);
    }

    assertThat(warnings()).isEmpty();
  }

  @Test
  void aSmallSumIsNot() {
    addTwelveOthers();
    for (int i = 0; i < 8; i++) {
      add("insert into orders (a, b, c, d, x" + i + ") values (1)", 0.05);
    }

    assertThat(warnings()).isEmpty();
  }
}
