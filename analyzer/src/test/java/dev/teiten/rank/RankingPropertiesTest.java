package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks properties of every ranking, over random clusters with gaps and with digests by hour only.
 */
@Tag("slow")
class RankingPropertiesTest {
  private static final List<ClusterLoad> CLUSTERS =
      LongStream.rangeClosed(1, 8).mapToObj(RankingPropertiesTest::random).toList();

  private static ClusterLoad random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SyntheticQuery.Shape[] shapes = SyntheticQuery.Shape.values();
    List<SyntheticQuery> queries = new ArrayList<>();
    int count = 1 + random.nextInt(20);
    for (int i = 0; i < count; i++) {
      double calls = Math.exp(6 * random.nextDouble() - 2);
      double seconds = Math.exp(-3 * random.nextDouble()) * 2 / calls;
      queries.add(
          SyntheticQuery.of("q" + i, calls, seconds)
              .handler(seconds * random.nextDouble())
              .lock(seconds * random.nextDouble())
              .shape(shapes[random.nextInt(shapes.length)]));
    }
    ClusterLoad load =
        new SyntheticCluster(queries)
            .seed(seed)
            .readers(random.nextInt(3))
            .weeks(1 + random.nextInt(4))
            .instanceClass(random.nextBoolean() ? "db.r6g.16xlarge" : "db.r5.12xlarge")
            .load();
    load.instances().forEach(instance -> spoil(instance, random));
    return load;
  }

  /** Adds a gap in every series, and a day on which one digest is not in the top list. */
  private static void spoil(InstanceLoad instance, SplittableRandom random) {
    int from = random.nextInt(10_000);
    int to = Math.min(10_080, from + random.nextInt(700));
    Stream.of(
            Stream.of(instance.total()),
            instance.waits().values().stream(),
            instance.digests().values().stream(),
            instance.digestCpu().values().stream(),
            instance.counters().values().stream())
        .flatMap(series -> series)
        .forEach(series -> Arrays.fill(series, from, to, Double.NaN));
    int day = random.nextInt(7);
    Stream.of(instance.digests(), instance.digestCpu())
        .map(digests -> digests.getOrDefault("q0", new double[10_080]))
        .forEach(series -> Arrays.fill(series, day * 1440, day * 1440 + 1440, Double.NaN));
  }

  @ParameterizedTest
  @EnumSource(Ranking.Order.class)
  void theWholeIsNeverLessThanItsParts(Ranking.Order order) {
    for (ClusterLoad load : CLUSTERS) {
      Ranking ranking = new QueryRanker(SimpleNormalizer::of, 1).rank(load, order);
      List<Contributor> contributors = ranking.contributors();

      assertThat(sum(contributors.stream().map(Contributor::share))).isLessThan(1 + 1e-3);
      assertThat(sum(contributors.stream().map(Contributor::peakShare))).isLessThan(1 + 1e-9);
      assertThat(ranking.otherAas()).isNotNegative();
      for (Contributor contributor : contributors) {
        consistent(contributor, contributors.size());
      }
    }
  }

  private static void consistent(Contributor contributor, int count) {
    double load = contributor.loadAas();
    assertThat(contributor.rank()).isBetween(contributor.rankLow(), contributor.rankHigh());
    assertThat(contributor.rankLow()).isPositive();
    assertThat(contributor.rankHigh()).isLessThanOrEqualTo(count);
    assertThat(sum(contributor.instances().values().stream())).isCloseTo(load, within(1e-9));
    assertThat(sum(contributor.waits().values().stream())).isLessThan(load * (1 + 1e-6));
    assertThat(contributor.peakShare()).isBetween(0.0, 1.0);
    assertThat(contributor.removablePeakCores()).isNotNegative();
  }

  private static double sum(Stream<Double> values) {
    return values.mapToDouble(Double::doubleValue).sum();
  }

  @ParameterizedTest
  @EnumSource(Ranking.Order.class)
  void theOrderIsWhatItSays(Ranking.Order order) {
    for (ClusterLoad load : CLUSTERS) {
      List<Contributor> contributors =
          new QueryRanker(SimpleNormalizer::of, 1).rank(load, order).contributors();
      List<Double> values =
          contributors.stream()
              .map(c -> order == Ranking.Order.LOAD ? (Double) c.loadAas() : c.removablePeakCores())
              .toList();

      assertThat(values).isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(contributors.stream().map(Contributor::rank).toList())
          .isEqualTo(IntStream.rangeClosed(1, values.size()).boxed().toList());
    }
  }
}
