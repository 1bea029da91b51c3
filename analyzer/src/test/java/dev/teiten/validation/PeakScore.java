package dev.teiten.validation;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the order by peak of one scenario with the true drop of the peak without each query.
 *
 * @param precision part of the first five that are among the true first five
 * @param gain nDCG over the first ten; the gain is the removable peak in cores
 * @param gapClear whether the true first is more than 10 % ahead of the second
 * @param firstExact whether the first is the true first
 * @param ranks for each of the first five, whether the interval holds the true rank of this week
 * @param nextRanks for each of the first five, whether it holds the true rank of the week after
 */
record PeakScore(
    long seed,
    double precision,
    double gain,
    boolean gapClear,
    boolean firstExact,
    List<Boolean> ranks,
    List<Boolean> nextRanks,
    List<Double> coresErrors) {
  private static final int TOP = 5;
  private static final int GAIN_TOP = 10;

  static PeakScore of(ValidationScenario scenario) {
    ReviewWeek week = ValidationScenario.WEEK;
    Map<String, Double> truth = scenario.truth().removableCores(ValidationScenario.span(week));
    Map<String, Double> next =
        scenario.truth().removableCores(ValidationScenario.span(week.plus(1)));
    Ranking ranking = ValidationScenario.rank(scenario.load(week, 1), Ranking.Order.PEAK);
    List<String> found = scenario.names(ranking);
    List<String> order = order(truth);
    Set<String> common = new HashSet<>(order.subList(0, TOP));
    common.retainAll(found.subList(0, Math.min(TOP, found.size())));
    double first = truth.getOrDefault(order.get(0), 0.0);
    double second = truth.getOrDefault(order.get(1), 0.0);
    return new PeakScore(
        scenario.seed(),
        (double) common.size() / TOP,
        gain(found, truth) / gain(order, truth),
        first > 1.1 * second,
        found.get(0).equals(order.get(0)),
        held(ranking, found, order),
        held(ranking, found, order(next)),
        errors(ranking, found, truth));
  }

  private static List<String> order(Map<String, Double> removable) {
    return removable.keySet().stream()
        .sorted(Comparator.comparingDouble(name -> -removable.getOrDefault(name, 0.0)))
        .toList();
  }

  private static double gain(List<String> order, Map<String, Double> truth) {
    double sum = 0;
    for (int i = 0; i < Math.min(GAIN_TOP, order.size()); i++) {
      sum += Math.max(0, truth.getOrDefault(order.get(i), 0.0)) * Math.log(2) / Math.log(i + 2);
    }
    return sum;
  }

  private static List<Boolean> held(Ranking ranking, List<String> found, List<String> order) {
    List<Boolean> held = new ArrayList<>();
    for (Contributor contributor : ranking.top(TOP).contributors()) {
      int rank = order.indexOf(found.get(contributor.rank() - 1)) + 1;
      held.add(rank >= contributor.rankLow() && rank <= contributor.rankHigh());
    }
    return held;
  }

  private static List<Double> errors(
      Ranking ranking, List<String> found, Map<String, Double> truth) {
    List<Double> errors = new ArrayList<>();
    for (Contributor contributor : ranking.top(TOP).contributors()) {
      double cores = truth.getOrDefault(found.get(contributor.rank() - 1), 0.0);
      Double said = contributor.removablePeakCores();
      errors.add(said == null || cores <= 0 ? Double.NaN : said / cores - 1);
    }
    return errors;
  }
}
