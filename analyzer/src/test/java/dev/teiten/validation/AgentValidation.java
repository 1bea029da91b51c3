package dev.teiten.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.rank.BackgroundContributor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Looks for agents in random clusters with and without one. Run it as {@link RankingValidation},
 * with the same options.
 */
class AgentValidation {
  private static final int SCENARIOS = Integer.getInteger("validation.scenarios", 60);

  private static final String INTRODUCTION =
      SCENARIOS
          + " random clusters as for the ranking, with seeds from "
          + ValidationScenario.seedOf(0)
          + " on, each without and with an agent. It runs on all instances or on the writer, daily"
          + " or once, for 20 to 220 minutes, with 8 to 50 % of the host's capacity. It is found if"
          + " hours (to five minutes), days and instances are right.\n\n";

  @Test
  void agentsAreFoundAndNoneIsInvented() {
    List<Integer> invented =
        ScenarioRunner.of(SCENARIOS, i -> AgentCase.invented(ValidationScenario.seedOf(i)));
    List<AgentCase> cases =
        ScenarioRunner.of(SCENARIOS, i -> AgentCase.of(ValidationScenario.seedOf(i)));
    assertThat(cases).hasSize(SCENARIOS);
    int clean = (int) invented.stream().filter(count -> count == 0).count();
    ScenarioRunner.report("agents", INTRODUCTION + table(cases, clean) + "\n" + misses(cases));
  }

  private static String table(List<AgentCase> cases, int clean) {
    int found = (int) cases.stream().filter(one -> one.found() != null).count();
    int extra = (int) cases.stream().filter(one -> one.others() > 0).count();
    return ResultTable.of(
        ResultTable.row(
            "clusters without an agent in which none is named",
            "at least 98 %",
            EstimateInterval.proportion(clean, cases.size()).percent()),
        ResultTable.row(
            "agents found",
            "at least 90 %",
            EstimateInterval.proportion(found, cases.size()).percent()),
        ResultTable.row(
            "clusters with an agent in which another one is named, too",
            "none set",
            EstimateInterval.proportion(extra, cases.size()).percent()),
        ResultTable.row("error of the cores of those found", "none set", cores(cases)),
        ResultTable.row(
            "error of the removable cores of the first five queries, over an instance's capacity",
            "none set",
            quantiles(
                cases.stream()
                    .flatMap(one -> one.queryErrors().stream())
                    .mapToDouble(error -> 100 * Math.abs(error)))));
  }

  private static String cores(List<AgentCase> cases) {
    return quantiles(
        cases.stream()
            .filter(one -> one.found() != null)
            .mapToDouble(one -> 100 * Math.abs(error(one, one.found()))));
  }

  private static double error(AgentCase one, BackgroundContributor found) {
    return found.cores() / one.agent().cores() - 1;
  }

  private static String quantiles(DoubleStream percents) {
    double[] sorted = percents.filter(value -> !Double.isNaN(value)).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "median %.1f %%, 90 %% of them under %.1f %%",
        sorted[sorted.length / 2],
        sorted[sorted.length * 9 / 10]);
  }

  private static String misses(List<AgentCase> cases) {
    List<AgentCase> missed = cases.stream().filter(one -> one.found() == null).toList();
    return missed.isEmpty()
        ? ""
        : "Not found, by seed: "
            + missed.stream().map(AgentValidation::words).collect(Collectors.joining("; "))
            + ".\n";
  }

  private static String words(AgentCase missed) {
    return String.format(
        Locale.ROOT,
        "%d (%s, %s, %.0f %% of the capacity)",
        missed.seed(),
        missed.kind(),
        AgentCase.hours(missed.agent()),
        100 * missed.share());
  }
}
