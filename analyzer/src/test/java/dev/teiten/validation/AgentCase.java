package dev.teiten.validation;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.HostAgent;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.rank.BackgroundContributor;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A random cluster with a random agent, and the ranking's finding.
 *
 * @param kind all instances or one; every day, or one day
 * @param share the agent's work as a part of the host's capacity
 * @param found the contributor with the right hours, days and instances; null if there is none
 * @param others contributors that are no agents
 * @param queryErrors errors of the removable peaks of the first five queries, over the capacity of
 *     an instance
 */
record AgentCase(
    long seed,
    String kind,
    HostAgent agent,
    double share,
    @Nullable BackgroundContributor found,
    int others,
    List<Double> queryErrors) {

  private static final double LEAST_SHARE = 0.08;
  private static final double MOST_SHARE = 0.5;

  static AgentCase of(long seed) {
    ClusterSpec cluster = RandomCluster.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    double capacity = InstanceHardware.of(cluster.instances().get(0).firstClass()).capacityCores();
    double share = LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * random.nextDouble();
    boolean everywhere = random.nextBoolean();
    boolean daily = random.nextInt(3) > 0;
    int day = daily ? -30 : random.nextInt(7);
    Instant start =
        ValidationScenario.WEEK
            .range()
            .from()
            .plus(Duration.ofDays(day))
            .plus(Duration.ofMinutes(5L * random.nextInt(240)));
    HostAgent agent =
        new HostAgent(
            everywhere ? HostAgent.EVERY_INSTANCE : cluster.writer(),
            start,
            Duration.ofDays(daily ? 1 : 30),
            Duration.ofMinutes(20 + 5L * random.nextInt(41)),
            share * capacity);
    ValidationScenario scenario =
        new ValidationScenario(seed, cluster.with(cluster.physics().with(agent)));
    Ranking ranking =
        ValidationScenario.rank(scenario.load(ValidationScenario.WEEK, 1), Ranking.Order.PEAK);
    int instances = everywhere ? cluster.instances().size() : 1;
    BackgroundContributor found =
        ranking.background().stream()
            .filter(one -> one.hours().equals(hours(agent)))
            .filter(one -> one.instances().size() == instances)
            .filter(one -> one.days().size() == (daily ? 7 : 1))
            .findFirst()
            .orElse(null);
    String kind = (everywhere ? "each instance" : "the writer") + (daily ? ", daily" : ", once");
    return new AgentCase(
        seed,
        kind,
        agent,
        share,
        found,
        ranking.background().size() - (found == null ? 0 : 1),
        errors(scenario, ranking, capacity));
  }

  /** The number of contributors in a cluster without an agent. */
  static int invented(long seed) {
    ValidationScenario scenario = ValidationScenario.random(seed);
    return ValidationScenario.rank(scenario.load(ValidationScenario.WEEK, 1), Ranking.Order.PEAK)
        .background()
        .size();
  }

  /** Start and end in the form of a contributor. */
  static String hours(HostAgent agent) {
    String start = agent.first().toString().substring(11, 16);
    String end = agent.first().plus(agent.lasts()).toString().substring(11, 16);
    return start + "–" + (end.equals("00:00") ? "24:00" : end);
  }

  private static List<Double> errors(
      ValidationScenario scenario, Ranking ranking, double capacity) {
    Map<String, Double> truth =
        scenario.truth().removableCores(ValidationScenario.span(ValidationScenario.WEEK));
    List<String> names = scenario.names(ranking);
    return ranking.top(5).contributors().stream()
        .map(query -> error(query, truth.getOrDefault(names.get(query.rank() - 1), 0.0), capacity))
        .toList();
  }

  private static double error(Contributor query, double truth, double capacity) {
    Double said = query.removablePeakCores();
    return said == null ? Double.NaN : (said - truth) / capacity;
  }
}
