package dev.teiten.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares loads, ranking, changes and utilization with the truth of clusters whose members change.
 * Everything goes over the AWS protocol and through the archive. {@code -Dvalidation.scenarios=1}
 * is a quick look.
 */
class LivingFleetValidation {
  private static final int WHOLE = 5;
  private static final int SCENARIOS = Integer.getInteger("validation.scenarios", WHOLE);

  private static final long SEED = 41_000_000;

  @TempDir Path folder;

  @Test
  void clustersWhoseMembersChange() {
    List<LivingScore> scores = new ArrayList<>();
    for (LivingCluster.Kind kind : LivingCluster.Kind.values()) {
      scores.addAll(
          ScenarioRunner.of(
              SCENARIOS,
              i -> {
                long seed = SEED + 100L * kind.ordinal() + i;
                return LivingScore.of(LivingCluster.of(kind, seed), folder.resolve("" + seed));
              }));
    }
    String report = report(scores);
    if (SCENARIOS == WHOLE) {
      ScenarioRunner.report("living", report);
    } else {
      System.out.println(report);
    }
    assertThat(scores).isNotEmpty();
  }

  private static String report(List<LivingScore> scores) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d random clusters of each kind over %d weeks, with seeds from %d on, of two instances"
                + " or more. They are drawn as for the ranking, and collected over the AWS protocol"
                + " every night, and by hour while a scaled reader lives. One statement costs half"
                + " as much more from the Monday on.%n%n",
            SCENARIOS,
            LivingCluster.WEEKS,
            SEED));
    text.append(
        "| kind | load, largest error | first five by peak | regressions found | false alarms |"
            + " error of p99: median, largest |\n");
    text.append("|---|---|---|---|---|---|\n");
    text.append("| target | 2 % | 0.95 | all | at most 0.5 a week over 200 queries |");
    text.append(" 2 and 5 points |\n");
    for (LivingCluster.Kind kind : LivingCluster.Kind.values()) {
      text.append(row(kind, scores.stream().filter(score -> score.kind() == kind).toList()));
    }
    ChangeTally all = ChangeTally.sum(scores.stream().map(LivingScore::tally).toList());
    text.append("\nNot found: ").append(kinds(all.missed()));
    text.append(" False alarms: ").append(kinds(all.falseAlarms())).append('\n');
    return text.toString();
  }

  /** Changes by seed, statement and kind. */
  private static String kinds(List<String> changes) {
    return changes.isEmpty()
        ? "none."
        : changes.stream()
            .map(change -> change.replaceAll("QueryChange\\[kind=(\\w+).*", "($1)"))
            .collect(Collectors.joining(", ", "", "."));
  }

  private static String row(LivingCluster.Kind kind, List<LivingScore> scores) {
    ChangeTally tally = ChangeTally.sum(scores.stream().map(LivingScore::tally).toList());
    double load = scores.stream().mapToDouble(s -> Math.abs(s.loadError())).max().orElseThrow();
    double[] points =
        scores.stream()
            .map(LivingScore::p99Error)
            .filter(Objects::nonNull)
            .mapToDouble(error -> 100 * Math.abs(error))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f %% | %.2f | %d of %d | %d of %d queries | %s |%n",
        kind.name().toLowerCase(Locale.ROOT),
        100 * load,
        scores.stream().mapToDouble(LivingScore::precision).average().orElseThrow(),
        tally.planted() - tally.missed().size(),
        tally.planted(),
        tally.falseAlarms().size(),
        tally.compared(),
        points.length == 0 ? "by role, below" : points(points));
  }

  private static String points(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%.1f, %.1f",
        sorted[sorted.length / 2],
        DoubleStream.of(sorted).max().orElseThrow());
  }
}
