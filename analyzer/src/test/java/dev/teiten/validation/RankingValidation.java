package dev.teiten.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the order by peak with the true drop of the peak without each query. Run it with {@code
 * mvn -Pvalidate -pl analyzer -am verify}. Use {@code -Dvalidation.scenarios=20} for a quick look,
 * {@code -Dvalidation.tuning=true} for the scenarios meant for tuning.
 */
class RankingValidation {
  private static final int SCENARIOS = Integer.getInteger("validation.scenarios", 240);

  private static final String INTRODUCTION =
      SCENARIOS
          + " random clusters over one week, with seeds from "
          + ValidationScenario.seedOf(0)
          + " on. Each has 1 to 4 instances of 7 classes, 12 to 41 statements, jobs of few hours and"
          + " shared row locks. Up to 60 % of the handler waits are CPU work, and the CPU counter"
          + " errs by 1 %. The truth comes from simulating the same week again without the query: the"
          + " fall of the 99th percentile of the cluster's CPU work.\n\n";

  @Test
  void theOrderByPeakIsTheTrueOne() {
    List<PeakScore> scores =
        ScenarioRunner.of(
            SCENARIOS, i -> PeakScore.of(ValidationScenario.random(ValidationScenario.seedOf(i))));
    assertThat(scores).hasSize(SCENARIOS);
    ScenarioRunner.report("ranking", INTRODUCTION + table(scores) + "\n" + misses(scores));
  }

  private static String table(List<PeakScore> scores) {
    List<PeakScore> clear = scores.stream().filter(PeakScore::gapClear).toList();
    int exact = (int) clear.stream().filter(PeakScore::firstExact).count();
    return ResultTable.of(
        ResultTable.row(
            "precision of the first five",
            "at least 0.95",
            mean(scores, PeakScore::precision).text(3)),
        ResultTable.row("nDCG over ten", "at least 0.97", mean(scores, PeakScore::gain).text(4)),
        ResultTable.row(
            "first exact, of " + clear.size() + " whose gap is over 10 %",
            "at least 97 %",
            EstimateInterval.proportion(exact, clear.size()).percent()),
        ResultTable.row(
            "rank intervals (90 %) of the first five hold this week's true rank",
            "at least 90 %", held(scores, PeakScore::ranks).percent()),
        ResultTable.row(
            "the same intervals hold next week's true rank",
            "none set",
            held(scores, PeakScore::nextRanks).percent()),
        ResultTable.row("error of removable cores, first five", "none set", errors(scores)));
  }

  private static EstimateInterval mean(List<PeakScore> scores, Function<PeakScore, Double> value) {
    return EstimateInterval.mean(scores.stream().mapToDouble(value::apply).toArray());
  }

  private static EstimateInterval held(
      List<PeakScore> scores, Function<PeakScore, List<Boolean>> which) {
    List<Boolean> all = scores.stream().flatMap(s -> which.apply(s).stream()).toList();
    return EstimateInterval.proportion((int) all.stream().filter(b -> b).count(), all.size());
  }

  private static String errors(List<PeakScore> scores) {
    double[] sizes =
        scores.stream()
            .flatMap(s -> s.coresErrors().stream())
            .mapToDouble(Math::abs)
            .filter(e -> !Double.isNaN(e))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "median %.1f %%, 90 %% of them under %.1f %%",
        100 * sizes[sizes.length / 2],
        100 * sizes[sizes.length * 9 / 10]);
  }

  private static String misses(List<PeakScore> scores) {
    List<PeakScore> missed = scores.stream().filter(s -> s.gapClear() && !s.firstExact()).toList();
    return missed.isEmpty()
        ? ""
        : "Seeds whose first was not the true first: "
            + missed.stream().map(s -> "" + s.seed()).collect(Collectors.joining(", "))
            + ".\n";
  }
}
