package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.synthetic.ChangedLoads;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryRankerTest {
  private static final QueryRanker RANKINGS = new QueryRanker(SimpleNormalizer::of, 1);

  private static final SyntheticQuery BUSY = SyntheticQuery.of("busy", 400, 0.005);
  private static final SyntheticQuery SCAN = SyntheticQuery.of("scan", 2, 0.3).handler(0.2);
  private static final SyntheticQuery BATCH =
      SyntheticQuery.of("batch", 0.1, 2.5).shape(SyntheticQuery.Shape.BATCH);
  private static final SyntheticQuery SMALL = SyntheticQuery.of("small", 10, 0.002);
  private static final List<SyntheticQuery> QUERIES = List.of(SMALL, BATCH, SCAN, BUSY);

  private static SyntheticCluster made() {
    return new SyntheticCluster(QUERIES).instanceClass("db.r6g.8xlarge").noise(0, 0, 0);
  }

  @Test
  void theLargestLoadComesFirst() {
    Ranking ranking = RANKINGS.rank(made().load(), Ranking.Order.LOAD);

    assertThat(ranking.contributors())
        .extracting(c -> c.sourceDigests().get(0))
        .containsExactly("busy", "scan", "batch", "small");
    assertThat(ranking.contributors()).extracting(Contributor::rank).containsExactly(1, 2, 3, 4);
    Contributor busy = ranking.contributors().get(0);
    assertThat(busy.loadAas()).isCloseTo(2.0, within(0.03));
    assertThat(busy.callsPerSecond()).isCloseTo(400, within(1.0));
    assertThat(busy.latencySeconds()).isCloseTo(0.005, within(0.0001));
    assertThat(busy.rowsExaminedPerCall()).isCloseTo(10, within(0.01));
    assertThat(busy.rowsSentPerCall()).as("the source did not say").isNull();
    assertThat(busy.waits().get("CPU")).isCloseTo(2.0, within(0.03));
  }

  @Test
  void theBatchComesFirstAtThePeak() {
    Ranking ranking = RANKINGS.rank(made().load(), Ranking.Order.PEAK);

    assertThat(ranking.peakMinutes()).isEqualTo(101);
    assertThat(ranking.peakDays()).isEqualTo(7);
    Contributor first = ranking.contributors().get(0);
    assertThat(first.sourceDigests()).containsExactly("batch");
    // The batch does 6 of about 9 cores while it runs, and the other queries peak at another hour.
    assertThat(first.peakShare()).isBetween(0.6, 0.75);
    assertThat(first.removablePeakCores()).isBetween(3.5, 6.0);
  }

  @Test
  void removablePeakIsTheFallOfTheClustersPercentile() {
    ClusterLoad load = made().readers(2).load();
    CpuWork work = CpuWork.of(load);
    Ranking ranking = RANKINGS.rank(load, Ranking.Order.PEAK);

    for (Contributor contributor : ranking.contributors()) {
      double[] own = work.work(contributor.sourceDigests());
      double[] without = work.cluster().clone();
      Arrays.setAll(without, t -> without[t] - own[t]);
      double fall = percentile(work.cluster()) - percentile(without);
      assertThat(contributor.removablePeakCores()).isCloseTo(fall, within(1e-9));
    }
  }

  private static double percentile(double[] series) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 101];
  }

  @Test
  void digestsOfOneStatementAreOneQuery() {
    List<SyntheticQuery> twins =
        List.of(
            SyntheticQuery.of("d1", 100, 0.01).text("SELECT * FROM t WHERE a = ?"),
            SyntheticQuery.of("d2", 50, 0.01).text("select * from t where a = ?"));
    Ranking ranking =
        RANKINGS.rank(new SyntheticCluster(twins).noise(0, 0, 0).load(), Ranking.Order.LOAD);

    assertThat(ranking.contributors()).hasSize(1);
    assertThat(ranking.contributors().get(0).sourceDigests()).containsExactly("d1", "d2");
    assertThat(ranking.contributors().get(0).loadAas()).isCloseTo(1.5, within(0.03));
  }

  @Test
  void aCutTextJoinsTheOneStatementThatItBegins() {
    ClusterLoad load = made().load();
    String whole = "SELECT a, b FROM orders WHERE customer_id = ? AND state = ? ORDER BY id";
    Map<String, StatementText> texts = new HashMap<>(load.statements());
    texts.put("busy", new StatementText(whole, true));
    texts.put("scan", new StatementText(whole.substring(0, 50), false));
    texts.put("small", new StatementText("SELECT something FROM else_where WH", false));
    QueryRanker rankings =
        new QueryRanker(
            dialect -> {
              StatementNormalizer normalizer = new StatementNormalizer(dialect);
              return text -> normalizer.normalize(text.text(), !text.complete());
            },
            1);
    List<Contributor> contributors =
        rankings.rank(ChangedLoads.withTexts(load, texts), Ranking.Order.LOAD).contributors();

    assertThat(contributors).hasSize(3);
    assertThat(contributors.get(0).sourceDigests()).containsExactly("busy", "scan");
    assertThat(contributors.get(0).truncated()).isFalse();
    assertThat(contributors.get(2).truncated()).isTrue();
  }

  @Test
  void aWholeTextAsLongAsACutOneStaysInItsQuery() {
    ClusterLoad load = made().load();
    Map<String, StatementText> texts = new HashMap<>(load.statements());
    String head = "SELECT a FROM orders WHERE state = '";
    texts.put("busy", new StatementText(head + "x'", true));
    texts.put("scan", new StatementText(head + "x".repeat(499 - head.length()) + "'", true));
    QueryRanker rankings =
        new QueryRanker(
            dialect -> {
              StatementNormalizer normalizer = new StatementNormalizer(dialect);
              return text -> normalizer.normalize(text.text(), !text.complete());
            },
            1);

    Contributor first =
        rankings
            .rank(ChangedLoads.withTexts(load, texts), Ranking.Order.LOAD)
            .contributors()
            .get(0);

    assertThat(first.sourceDigests()).containsExactly("busy", "scan");
  }

  @Test
  void theParetoHeadHoldsTheShare() {
    Ranking ranking = RANKINGS.rank(made().load(), Ranking.Order.PEAK);

    // The first two hold 2.0 + 1.0 of 3.27.
    assertThat(ranking.paretoHead(0.5)).isEqualTo(1);
    assertThat(ranking.paretoHead(0.9)).isEqualTo(2);
    assertThat(ranking.paretoHead(1)).isEqualTo(4);
  }

  @Test
  void aDigestWithoutATextStandsForItself() {
    ClusterLoad load = made().load();
    ClusterLoad denied = ChangedLoads.withTexts(load, Map.of());
    Ranking ranking = RANKINGS.rank(denied, Ranking.Order.LOAD);
    assertThat(ranking.contributors()).hasSize(4);
    assertThat(ranking.contributors().get(0).fingerprint()).isEqualTo("digest-busy");
    assertThat(ranking.contributors().get(0).statement()).isEmpty();
  }

  @Test
  void sharesAndOtherAreTheWhole() {
    ClusterLoad load = made().readers(1).load();
    for (InstanceLoad instance : load.instances()) {
      // The source's total exceeds the sum of its top digests by this much.
      Arrays.setAll(instance.total(), t -> instance.total()[t] + 0.25);
    }
    Ranking ranking = RANKINGS.rank(load, Ranking.Order.LOAD);

    double known = ranking.contributors().stream().mapToDouble(Contributor::loadAas).sum();
    assertThat(ranking.otherAas()).isCloseTo(0.5, within(1e-6));
    assertThat(known + 0.5).isCloseTo(ranking.loadAas(), within(1e-6));
    assertThat(ranking.contributors().stream().mapToDouble(Contributor::share).sum()).isLessThan(1);
  }

  @Test
  void gapsOfOneInstanceDoNotLowerTheLoad() {
    ClusterLoad load = made().readers(1).load();
    double whole = load(RANKINGS.rank(load, Ranking.Order.LOAD));
    Arrays.fill(load.instances().get(1).total(), 2880, 5760, Double.NaN);

    assertThat(load(RANKINGS.rank(load, Ranking.Order.LOAD)))
        .isCloseTo(whole, within(0.01 * whole));
  }

  private static double load(Ranking ranking) {
    Double load = ranking.loadAas();
    return load == null ? Double.NaN : load;
  }

  @Test
  void theOrderOfTheInstancesDoesNotMatter() {
    ClusterLoad load = made().readers(3).load();
    List<InstanceLoad> turned = new ArrayList<>(load.instances());
    Collections.rotate(turned, 2);
    ClusterLoad other = ChangedLoads.withInstances(load, turned);

    for (Ranking.Order order : Ranking.Order.values()) {
      assertThat(RANKINGS.rank(other, order).contributors())
          .extracting(Contributor::fingerprint)
          .isEqualTo(fingerprints(RANKINGS.rank(load, order)));
    }
  }

  private static List<String> fingerprints(Ranking ranking) {
    return ranking.contributors().stream().map(Contributor::fingerprint).toList();
  }

  @Test
  void ranksThatTheDaysDoNotSettleOverlap() {
    List<SyntheticQuery> close = new ArrayList<>(QUERIES);
    close.add(SyntheticQuery.of("scan2", 2, 0.3).handler(0.2));
    ClusterLoad load = new SyntheticCluster(close).noise(0, 0.1, 0).load();
    List<Contributor> contributors = RANKINGS.rank(load, Ranking.Order.LOAD).contributors();

    assertThat(contributors)
        .allSatisfy(c -> assertThat(c.rank()).isBetween(c.rankLow(), c.rankHigh()));
    assertThat(contributors.get(0).rankHigh()).isEqualTo(1);
    assertThat(contributors.get(1).rankHigh()).isEqualTo(3);
    assertThat(contributors.get(2).rankLow()).isEqualTo(2);
  }

  @Test
  void theSameSeedGivesTheSameRanking() {
    ClusterLoad load = new SyntheticCluster(QUERIES).load();

    assertThat(RANKINGS.rank(load, Ranking.Order.PEAK))
        .isEqualTo(new QueryRanker(SimpleNormalizer::of, 1).rank(load, Ranking.Order.PEAK));
  }

  @Test
  void withoutCpuWorkThePeakIsUnknownAndNotZero() {
    ClusterLoad load = made().instanceClass("db.r6g.8xlarge").load();
    for (InstanceLoad instance : load.instances()) {
      instance.counters().values().forEach(series -> Arrays.fill(series, Double.NaN));
    }
    Ranking ranking = RANKINGS.rank(load, Ranking.Order.PEAK);

    assertThat(ranking.peakMinutes()).isZero();
    assertThat(ranking.peakLoadAas()).isNull();
    assertThat(ranking.contributors())
        .allSatisfy(
            c -> {
              assertThat(c.peakShare()).isNull();
              assertThat(c.removablePeakCores()).isNull();
            });
    assertThat(ranking.contributors().get(0).sourceDigests()).containsExactly("busy");
  }
}
