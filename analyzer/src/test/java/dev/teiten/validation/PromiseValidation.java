package dev.teiten.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.review.promise.PromiseState;
import dev.teiten.validation.PromiseCase.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares the verdicts on promises with their true outcomes. */
class PromiseValidation {
  private static final int SCENARIOS = Integer.getInteger("validation.scenarios", 240);

  /**
   * Nobody looked at these seeds during the development of the verification; smaller seeds were
   * used.
   */
  private static final long UNSEEN = 3_000_000;

  private static final long LOOKED_AT = 2_000_000;

  private static long seed(int scenario) {
    return (Boolean.getBoolean("validation.tuning") ? LOOKED_AT : UNSEEN) + scenario;
  }

  @Test
  void promisesAreHeldAgainstWhatReallyHappened() {
    Kind[] kinds = Kind.values();
    // Placebos come twice as often, to measure a small rate of false credit.
    int round = kinds.length + 1;
    int rounds = Math.max(2, SCENARIOS / round);
    List<PromiseCase> cases =
        ScenarioRunner.of(round * rounds, i -> PromiseCase.of(kind(i % round), seed(i)));
    cases.forEach(c -> System.out.println(c.seed() + " " + words(c.kind()) + " " + said(c)));
    List<String> rows = new ArrayList<>();
    rows.add(errors(of(cases, Kind.KEPT_WITH_MORE_TRAFFIC)));
    rows.add(coverage(cases));
    rows.add(placebos(of(cases, Kind.PLACEBO)));
    for (Kind kind : kinds) {
      rows.add(right(kind, of(cases, kind)));
    }
    String introduction =
        cases.size()
            + " promises about queries of random clusters, with seeds from "
            + seed(0)
            + " on. Each cluster has 1 or 2 instances and 40 statements; the query does at least 0.15"
            + " cores of work. The fix comes at any hour, with four weeks before it and one to three"
            + " after. The noise is as above, with 3 % a week on calls and on work of each"
            + " statement.\n\n";
    ScenarioRunner.report(
        "promise", introduction + ResultTable.of(rows.toArray(String[]::new)) + wrong(cases));
    assertThat(cases).isNotEmpty();
  }

  private static Kind kind(int of) {
    return of < Kind.values().length ? Kind.values()[of] : Kind.PLACEBO;
  }

  private static List<PromiseCase> of(List<PromiseCase> cases, Kind kind) {
    return cases.stream().filter(c -> c.kind() == kind).toList();
  }

  private static String errors(List<PromiseCase> kept) {
    double[] errors =
        kept.stream()
            .mapToDouble(c -> Math.abs(c.error()))
            .filter(error -> !Double.isNaN(error))
            .sorted()
            .toArray();
    return ResultTable.row(
        "error of the realised percentage, 60 % gone and traffic +15 % (" + kept.size() + ")",
        "within 5 points",
        String.format(
            Locale.ROOT,
            "median %.1f, 90 %% of them under %.1f, largest %.1f points; %d unknown",
            errors[errors.length / 2],
            errors[(int) Math.ceil(0.9 * errors.length) - 1],
            errors[errors.length - 1],
            kept.size() - errors.length));
  }

  private static String coverage(List<PromiseCase> cases) {
    List<Boolean> holds = cases.stream().map(PromiseCase::holds).filter(Objects::nonNull).toList();
    int hits = (int) holds.stream().filter(held -> held).count();
    return ResultTable.row(
        "90 % intervals hold the truth (" + holds.size() + ")",
        "85 to 95 %",
        EstimateInterval.proportion(hits, holds.size()).percent());
  }

  private static String placebos(List<PromiseCase> placebos) {
    int fooled =
        (int) placebos.stream().filter(c -> c.said().state() == PromiseState.DELIVERED).count();
    return ResultTable.row(
        "placebos called delivered (" + placebos.size() + ")",
        "at most 2 %",
        EstimateInterval.proportion(fooled, placebos.size()).percent());
  }

  private static String right(Kind kind, List<PromiseCase> cases) {
    int hits = (int) cases.stream().filter(PromiseCase::isRight).count();
    return ResultTable.row(
        words(kind) + ": " + kind.right() + " (" + cases.size() + ")",
        "at least 95 %",
        EstimateInterval.proportion(hits, cases.size()).percent());
  }

  private static String words(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String wrong(List<PromiseCase> cases) {
    List<String> wrong =
        cases.stream()
            .filter(c -> !c.isRight())
            .map(c -> c.seed() + " " + words(c.kind()) + " " + said(c))
            .toList();
    return wrong.isEmpty() ? "" : "\nNot right, by seed: " + String.join("; ", wrong) + ".\n";
  }

  private static String said(PromiseCase c) {
    return c.said().state() + " (" + c.said().reason() + ")";
  }

  @Test
  void kindsAreAllDrawn() {
    assertThat(Arrays.stream(Kind.values()).map(Kind::right)).contains(PromiseState.values());
  }
}
