package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails.BreakEven;
import dev.teiten.size.ValidationCase.Question;
import dev.teiten.size.ValidationCase.Truth;
import dev.teiten.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Measures sizing over simulated clusters and writes down what came out. It fails only if what
 * Teiten promises outright does not hold: poisoned inputs are refused. Other seeds than the default
 * ones ({@code -Dteiten.validation.seed}) are for tuning and write nothing.
 */
class SizingValidation {
  private static final long SEED = 900_000;

  /** Of a stratum: every so many clusters, what takes long. */
  private static final int RARE = 4;

  private static final List<String> EVENTS =
      List.of("plain", "hyperthread", "burst", "locks", "closed");
  private static final List<String> WEEKS =
      List.of("weeks", "weeks x86", "missing", "truncated", "deploy", "misses");

  private final long seed = Long.getLong("teiten.validation.seed", SEED);
  private final int perStratum = Integer.getInteger("teiten.validation.clusters", 46);
  private final SizingScore score = new SizingScore();

  @Test
  void sizingAgainstSimulatedTruth() {
    long started = System.nanoTime();
    List<Runnable> cases = new ArrayList<>();
    for (int i = 0; i < perStratum; i++) {
      for (String stratum : EVENTS) {
        add(cases, i, number -> EventCase.of(stratum, number));
      }
      for (String stratum : WEEKS) {
        add(cases, i, number -> FleetCase.of(stratum, number));
      }
    }
    cases.stream().parallel().forEach(Runnable::run);
    double minutes = (System.nanoTime() - started) / 60e9;
    String report = SizingReport.of(score, cases.size(), seed, minutes);
    System.out.println(report);
    if (seed == SEED && cases.size() >= 500) {
      ValidationReport.write("sizing", report);
    }
    assertThat(score.refusals().values()).allMatch(counts -> counts[0] == counts[1]);
  }

  private void add(List<Runnable> cases, int index, LongFunction<ValidationCase> make) {
    long number = seed + cases.size();
    cases.add(() -> measure(make.apply(number), index));
  }

  private void measure(ValidationCase one, int index) {
    SizingModel model = one.made().model();
    for (Question question : Question.values()) {
      if (one.readers() > question.less()) {
        Option option = first(model, one.asks(question, model));
        Double predicted = option.p99Utilisation();
        if (predicted != null) {
          score.error(one.stratum(), question, predicted - one.same(question).p99());
        }
      }
    }
    SizingAdvice advice = Made.ADVISOR.advise(model, WhatIf.nothing());
    judge(one, advice, false);
    judge(one, Made.ADVISOR.advise(model, new WhatIf(one.fix(model), null, null)), true);
    interval(one, model);
    if (index % RARE == 0) {
      dollars(one, model, advice);
      poison(one, index);
    }
    if (one instanceof FleetCase fleet && one.stratum().equals("weeks")) {
      breakEven(fleet);
    }
  }

  private static Option first(SizingModel model, WhatIf whatIf) {
    return Made.ADVISOR.advise(model, whatIf).options().get(0);
  }

  private void judge(ValidationCase one, SizingAdvice advice, boolean fixed) {
    Option option = advice.recommended();
    if (advice.verdict() != Verdict.REDUCE || option == null) {
      return;
    }
    Truth next = one.next(option, fixed);
    boolean shrinks =
        one.stratum().equals("misses") && !option.writerClass().equals(one.instanceClass());
    boolean unsafe = next.over() > 0 || next.stretch() > 1.25 || shrinks;
    score.recommendation(
        one.stratum(),
        unsafe,
        String.format(
            "%s with %d readers to %s with %d%s: p99 %.3f (predicted %.3f), %.1f points over,"
                + " stretch %.2f",
            one.instanceClass(),
            one.readers(),
            option.readerClass(),
            option.readers(),
            fixed ? " after a fix" : "",
            next.p99(),
            option.p99Utilisation(),
            100 * next.over(),
            next.stretch()));
    if (option.readers() > 1) {
      score.afterLoss(one.nextAfterLoss(option, fixed).p99() > 0.90);
    }
  }

  private void interval(ValidationCase one, SizingModel model) {
    Option today = first(model, new WhatIf(List.of(), one.instanceClass(), one.readers()));
    Double low = today.p99UtilisationLow();
    Double high = today.p99UtilisationHigh();
    if (low != null && high != null) {
      score.interval(low, high, one.next(today, false).p99());
    }
  }

  /** Against the cheapest of the obvious capacities that is safe in the week that follows. */
  private void dollars(ValidationCase one, SizingModel model, SizingAdvice advice) {
    if (one.stratum().equals("misses")) {
      return;
    }
    Option recommended = advice.recommended();
    double saved = advice.verdict() == Verdict.REDUCE && recommended != null ? usd(recommended) : 0;
    double best = 0;
    for (String instanceClass : List.of(one.instanceClass(), one.half())) {
      for (int readers = one.readers(); readers >= 1; readers--) {
        Option option = first(model, new WhatIf(List.of(), instanceClass, readers));
        if (usd(option) > best && safe(one, option)) {
          best = usd(option);
        }
      }
    }
    score.dollars(saved, best);
  }

  private static boolean safe(ValidationCase one, Option option) {
    Truth next = one.next(option, false);
    return next.over() <= 0
        && !(next.stretch() > 1.25)
        && one.nextAfterLoss(option, false).p99() <= 0.90;
  }

  private static double usd(Option option) {
    return Objects.requireNonNullElse(option.monthlySavingUsd(), 0.0);
  }

  private void poison(ValidationCase one, int index) {
    List<String> names = List.copyOf(PoisonedInputs.all().keySet());
    // Three kinds of poison a cluster: all of them come about as often.
    for (int i = 0; i < 3; i++) {
      String name = names.get((3 * index / RARE + i + one.stratum().length()) % names.size());
      Made poisoned = Objects.requireNonNull(PoisonedInputs.all().get(name)).apply(one.made());
      score.refusal(name, poisoned.advice().verdict() != Verdict.REDUCE);
    }
  }

  /**
   * Whether the cluster, with the query really fixed, is reduced as soon as the break-even said: at
   * most five points earlier or later. Both start from one week, and the fix does what it promises.
   */
  private void breakEven(FleetCase fleet) {
    Made made = fleet.fixed(0);
    SizingModel model = made.model();
    WhatIf exact =
        WhatIf.nothing().assuming(Assumption.FIX_LOW, 1).assuming(Assumption.FIX_HIGH, 1);
    Fix fix = fleet.fix(model, 0);
    for (BreakEven found : Made.ADVISOR.advise(model, exact).details().breakEvens()) {
      Double percent = found.percent();
      Option option = found.option();
      if (found.fingerprint().equals(fix.fingerprint()) && percent != null && option != null) {
        boolean late = !releases(fleet.fixed(bounded(percent + 5)), usd(option));
        boolean early = percent > 5 && releases(fleet.fixed(percent - 5), usd(option));
        score.breakEven(!late && !early);
      }
    }
  }

  private static double bounded(double percent) {
    return Math.max(0, Math.min(95, percent));
  }

  private static boolean releases(Made fixed, double usd) {
    Option option = fixed.advice().recommended();
    return option != null && usd(option) >= usd - 1;
  }
}
