package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import dev.teiten.synthetic.SyntheticQuery.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five flat queries with known calls and times, of which four tell their route. */
class RouteLoadTest {
  private static final List<SyntheticQuery> QUERIES =
      List.of(
          flat("a", 100, 0.004, "select a from t where id = ? /*route='%2Flikes'*/"),
          flat("b", 300, 0.002, "select b from t where id = ? /*route='%2Flikes'*/"),
          flat("c", 10, 0.030, "select c from t where id = ? /*controller='feed',action='show'*/"),
          flat("d", 1, 0.200, "select d from t where id = ? /* job:Nightly */"),
          flat("e", 100, 0.001, "select e from t where id = ?"));
  // Not static: the ranking starts threads that use this class.
  private final Ranking ranking =
      new QueryRanker(
              dialect -> {
                StatementNormalizer normalizer = new StatementNormalizer(dialect);
                return text -> normalizer.normalize(text.text(), !text.complete());
              },
              1)
          .rank(new SyntheticCluster(QUERIES).weeks(1).noise(0, 0, 0).load(), Ranking.Order.LOAD);
  private final List<RouteLoad> routes = RouteLoad.of(ranking);

  private static SyntheticQuery flat(String digest, double calls, double seconds, String text) {
    return SyntheticQuery.of(digest, calls, seconds).text(text).shape(Shape.FLAT);
  }

  @Test
  void routesAreNamedByTheirCommentsAndOrderedByLoad() {
    assertThat(routes)
        .extracting(RouteLoad::route)
        .containsExactly("/likes", "feed#show", "Nightly");
  }

  @Test
  void loadAndCallsAreSumsAndTheLatencyIsThatOfAnAverageCall() {
    RouteLoad likes = routes.get(0);
    List<Contributor> queries =
        ranking.contributors().stream()
            .filter(query -> likes.fingerprints().contains(query.fingerprint()))
            .toList();

    assertThat(queries).hasSize(2);
    assertThat(likes.loadAas()).isCloseTo(1.0, within(0.02));
    assertThat(likes.share())
        .isCloseTo(queries.stream().mapToDouble(Contributor::share).sum(), within(1e-9));
    assertThat(likes.callsPerSecond()).isCloseTo(400, within(4.0));
    assertThat(likes.latencySeconds()).isCloseTo(1.0 / 400, within(1e-4));
  }

  @Test
  void queriesWithoutCommentsBelongToNoRoute() {
    assertThat(routes.stream().mapToDouble(RouteLoad::share).sum()).isBetween(0.9, 0.95);
  }
}
