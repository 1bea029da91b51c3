package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SavingsOrderTest {
  private static final List<SyntheticQuery> QUERIES =
      List.of(
          SyntheticQuery.of("a", 100, 0.02),
          SyntheticQuery.of("b", 100, 0.01),
          SyntheticQuery.of("c", 100, 0.005));
  private static final Ranking BY_PEAK =
      new QueryRanker(SimpleNormalizer::of, 1)
          .rank(new SyntheticCluster(QUERIES).load(), Ranking.Order.PEAK);

  private static Ranking bySavings(Map<String, Double> usdByDigest) {
    Map<String, Double> usd = new TreeMap<>();
    QUERIES.stream()
        .filter(query -> usdByDigest.containsKey(query.digest()))
        .forEach(
            query ->
                usd.put(
                    SimpleNormalizer.fingerprint(query.text()),
                    usdByDigest.getOrDefault(query.digest(), 0.0)));
    return BY_PEAK.bySavings(usd);
  }

  private static List<String> digests(Ranking ranking) {
    return ranking.contributors().stream().map(c -> c.sourceDigests().get(0)).toList();
  }

  @Test
  void dollarsComeFirstThenThePeak() {
    Ranking ranking = bySavings(Map.of("c", 300.0));

    assertThat(digests(BY_PEAK)).containsExactly("a", "b", "c");
    assertThat(digests(ranking)).containsExactly("c", "a", "b");
    assertThat(ranking.contributors()).extracting(Contributor::rank).containsExactly(1, 2, 3);
    assertThat(ranking.contributors())
        .extracting(Contributor::monthlySavingUsd)
        .containsExactly(300.0, null, null);
  }

  @Test
  void whatDollarsDoNotTellApartSharesAnInterval() {
    Ranking ranking = bySavings(Map.of("b", 700.0, "a", 700.0));

    assertThat(digests(ranking)).containsExactly("a", "b", "c");
    assertThat(ranking.contributors()).extracting(Contributor::rankLow).containsExactly(1, 1, 3);
    assertThat(ranking.contributors()).extracting(Contributor::rankHigh).containsExactly(2, 2, 3);
  }

  @Test
  void whereNothingReleasesCapacityItIsSaid() {
    assertThat(bySavings(Map.of()).warnings()).anyMatch(w -> w.text().startsWith("No single fix"));
    assertThat(bySavings(Map.of("a", 1.0)).warnings())
        .noneMatch(w -> w.text().startsWith("No single"));
    assertThat(digests(bySavings(Map.of()))).isEqualTo(digests(BY_PEAK));
  }
}
