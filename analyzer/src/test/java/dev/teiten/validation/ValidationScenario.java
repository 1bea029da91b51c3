package dev.teiten.validation;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.GroundTruth;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.LoadVariation;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.synthetic.FleetLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A simulated cluster with a known truth, and Teiten's analysis of it. */
record ValidationScenario(long seed, ClusterSpec cluster) {
  static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);

  private static final int STATEMENTS = 40;
  private static final StatementNormalizer NORMALIZER = new StatementNormalizer(Dialect.MYSQL);

  /**
   * Seeds up to a million were used during the development of the ranking; larger seeds were not.
   */
  private static final long UNSEEN = 1_000_000;

  /** The seed of a scenario; tuning and validation never share a seed. */
  static long seedOf(int scenario) {
    return Boolean.getBoolean("validation.tuning") ? scenario + 1 : UNSEEN + scenario;
  }

  static ValidationScenario random(long seed) {
    return new ValidationScenario(seed, RandomCluster.of(seed));
  }

  /**
   * A scenario for the comparison with earlier weeks; {@code week} is the weekly noise on calls and
   * on work.
   */
  static ValidationScenario small(long seed, double week, ZoneId zone) {
    ClusterSpec cluster = RandomCluster.small(seed, STATEMENTS, zone);
    return new ValidationScenario(
        seed, cluster.with(cluster.physics().with(LoadVariation.lively(week))));
  }

  ValidationScenario with(ClusterSpec other) {
    return new ValidationScenario(seed, other);
  }

  ValidationScenario with(Incident... incidents) {
    return new ValidationScenario(seed, cluster.with(incidents));
  }

  private SimulatedFleet fleet() {
    Instant now = WEEK.plus(2).range().to();
    return SimulatedFleet.of(seed, "us-east-1", now, List.of(cluster));
  }

  GroundTruth truth() {
    return fleet().truth(cluster.name());
  }

  static MinuteSpan span(ReviewWeek week) {
    return new MinuteSpan(week.range().from(), week.range().to());
  }

  /**
   * @param weeks number of weeks, including the reviewed one
   */
  ClusterLoad load(ReviewWeek week, int weeks) {
    return FleetLoad.of(fleet(), cluster.name(), week, weeks);
  }

  static Ranking rank(ClusterLoad load, Ranking.Order order) {
    return new QueryRanker(ValidationScenario::normalizer, 1).rank(load, order);
  }

  static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    return text -> NORMALIZER.normalize(text.text(), !text.complete());
  }

  /** The fingerprint of a workload's text. */
  String fingerprint(String workload) {
    return NORMALIZER.normalize(cluster.workload(workload).digest(), false).id();
  }

  /** The names of workloads by digest. */
  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    cluster.workloads().forEach(workload -> names.put(workload.digestId(), workload.name()));
    return names;
  }

  /** The workloads behind a ranking's contributors, in its order. */
  List<String> names(Ranking ranking) {
    Map<String, String> names = names();
    return ranking.contributors().stream()
        .map(Contributor::sourceDigests)
        .map(digests -> names.getOrDefault(digests.get(0), "?"))
        .toList();
  }
}
