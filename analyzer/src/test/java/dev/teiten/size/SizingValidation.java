package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails.BreakEven;
import dev.teiten.size.ValidationCase.Question;
import dev.teiten.size.ValidationCase.SimulatedUse;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.validation.ValidationReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * Measures sizing over simulated clusters and writes the results. It fails only if an outright
 * promise of Teiten does not hold: it refuses poisoned inputs. Other seeds than the default ones
 * ({@code -Dteiten.validation.seed}) are for tuning and write nothing.
 */
class SizingValidation {
  private static final long SEED = 11_000_000;

  /** Slow measurements run on one in {@code RARE} clusters of a stratum. */
  private static final int RARE = 4;

  /**
   * No cluster starts later than this; the time limit leaves clusters out regardless of their
   * results.
   */
  private static final int MOST_MINUTES = Integer.getInteger("teiten.validation.minutes", 60);

  private static final List<String> EVENTS =
      List.of("plain", "hyperthread", "burst", "locks", "closed");
  private static final List<String> WEEKS =
      List.of(
          "weeks", "weeks x86", "missing", "truncated", "deploy", "misses", "coarse", "postgresql");

  /** Strata whose source shows every query and minute, as the break-even comparison requires. */
  private static final Set<String> WHOLE = Set.of("weeks", "weeks x86", "deploy");

  private final long seed = Long.getLong("teiten.validation.seed", SEED);
  private final int perStratum = Integer.getInteger("teiten.validation.clusters", 46);
  private final List<String> only =
      Arrays.stream(System.getProperty("teiten.validation.kinds", "").split(",", -1))
          .filter(kind -> !kind.isEmpty())
          .toList();
  private final SizingScore score = new SizingScore();

  @Test
  void sizingAgainstSimulatedTruth() {
    long started = System.nanoTime();
    List<Runnable> cases = new ArrayList<>();
    for (int i = 0; i < perStratum; i++) {
      for (String stratum : EVENTS) {
        add(cases, stratum, i, number -> EventCase.of(stratum, number));
      }
      for (String stratum : WEEKS) {
        add(cases, stratum, i, number -> FleetCase.of(stratum, number));
      }
    }
    AtomicInteger measured = new AtomicInteger();
    cases.stream()
        .parallel()
        .filter(one -> minutesSince(started) < MOST_MINUTES)
        .forEach(
            one -> {
              one.run();
              measured.incrementAndGet();
            });
    String report = SizingReport.of(score, measured.get(), seed, minutesSince(started));
    System.out.println(report);
    if (seed == SEED && measured.get() >= 500) {
      ValidationReport.write("sizing", report);
    }
    assertThat(score.refusals().values()).allMatch(counts -> counts[0] == counts[1]);
  }

  private static double minutesSince(long started) {
    return (System.nanoTime() - started) / 60e9;
  }

  private void add(
      List<Runnable> cases, String stratum, int index, LongFunction<ValidationCase> make) {
    if (!only.isEmpty() && !only.contains(stratum)) {
      return;
    }
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
          double truth = one.same(question).p99();
          score.error(one.stratum(), question, predicted - truth, Math.min(predicted, truth));
        }
      }
    }
    SizingAdvice advice = adviseQuickly(model, WhatIf.nothing());
    judge(one, advice, false);
    judge(one, adviseQuickly(model, new WhatIf(one.fix(model), null, null)), true);
    interval(one, model);
    dollars(one, model, advice);
    if (index % RARE == 0) {
      poison(one, index);
    }
    if (one instanceof FleetCase fleet && WHOLE.contains(one.stratum())) {
      breakEven(fleet);
    }
  }

  private static Option first(SizingModel model, WhatIf whatIf) {
    return adviseQuickly(model, whatIf).options().get(0);
  }

  private void judge(ValidationCase one, SizingAdvice advice, boolean fixed) {
    Option option = advice.recommended();
    if (advice.verdict() != Verdict.REDUCE || option == null) {
      return;
    }
    SimulatedUse next = one.next(option, fixed);
    boolean shrinks =
        one.stratum().equals("misses") && !option.writerClass().equals(one.instanceClass());
    boolean unsafe = !next.safe() || shrinks;
    score.recommendation(
        one.stratum(),
        unsafe,
        String.format(
            "%s with %d readers to %s with %d%s: p99 %.3f (predicted %.3f), %.1f points over,"
                + " stretch %.2f, %.0f %% of the calls answered",
            one.instanceClass(),
            one.readers(),
            option.readerClass(),
            option.readers(),
            fixed ? " after a fix" : "",
            next.p99(),
            option.p99Utilisation(),
            100 * next.over(),
            next.stretch(),
            100 * next.answered()));
    if (option.readers() > 1) {
      score.afterLoss(!one.nextAfterLoss(option, fixed).survives());
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

  /**
   * Compares with the cheapest obvious capacity that is safe in the week that follows, known
   * beforehand. It also obeys the rules that do not depend on that week. They are the guards for
   * memory, connections, network, storage and writer, and the least saving that is worth a change.
   */
  private void dollars(ValidationCase one, SizingModel model, SizingAdvice advice) {
    if (one.stratum().equals("misses")) {
      return;
    }
    Option recommended = advice.recommended();
    double saved = advice.verdict() == Verdict.REDUCE && recommended != null ? usd(recommended) : 0;
    List<Option> options = new ArrayList<>();
    for (String instanceClass : List.of(one.instanceClass(), one.half())) {
      for (int readers = one.readers(); readers >= 1; readers--) {
        options.add(first(model, new WhatIf(List.of(), instanceClass, readers)));
      }
    }
    SizingParts parts = one.made().parts();
    double best =
        options.stream()
            .sorted(Comparator.comparingDouble(SizingValidation::usd).reversed())
            .filter(option -> allowed(parts, option) && safe(one, option))
            .mapToDouble(SizingValidation::usd)
            .findFirst()
            .orElse(0);
    score.dollars(one.stratum(), saved, best);
  }

  private static boolean allowed(SizingParts parts, Option option) {
    ClusterShape shape =
        ClusterShape.uniform(
            InstanceClasses.find(option.writerClass()).orElseThrow(), option.readers());
    return parts.data().undecidedReasons().isEmpty()
        && usd(option) >= ModelAssumption.MIN_SAVING.usual()
        && parts.resourceGuards().of(shape).stream().allMatch(Guard::passes);
  }

  private static boolean safe(ValidationCase one, Option option) {
    SimulatedUse next = one.next(option, false);
    return next.safe() && one.nextAfterLoss(option, false).survives();
  }

  private static double usd(Option option) {
    return Objects.requireNonNullElse(option.monthlySavingUsd(), 0.0);
  }

  private void poison(ValidationCase one, int index) {
    List<String> names = List.copyOf(PoisonedInputs.all().keySet());
    // Each cluster gets three kinds of poison, so that all kinds come about equally often.
    for (int i = 0; i < 3; i++) {
      String name = names.get((3 * index / RARE + i + one.stratum().length()) % names.size());
      ClusterFixture poisoned =
          Objects.requireNonNull(PoisonedInputs.all().get(name)).apply(one.made());
      score.refusal(
          name, adviseQuickly(poisoned.model(), WhatIf.nothing()).verdict() != Verdict.REDUCE);
    }
  }

  /**
   * Checks the break-even with a query that is really fixed. The cluster must be reduced at most
   * five points earlier or later than announced. Both start from one week, and the fix keeps its
   * promise.
   */
  private void breakEven(FleetCase fleet) {
    ClusterFixture made = fleet.fixed(0);
    SizingModel model = made.model();
    WhatIf exact =
        WhatIf.nothing().assuming(ModelAssumption.FIX_LOW, 1).assuming(ModelAssumption.FIX_HIGH, 1);
    Fix fix = fleet.fix(model, 0);
    for (BreakEven found : ClusterFixture.ADVISOR.advise(model, exact).details().breakEvens()) {
      Double percent = found.percent();
      Option option = found.option();
      if (found.fingerprint().equals(fix.fingerprint()) && percent != null && option != null) {
        boolean late = !releases(fleet.fixed(bounded(percent + 5)), usd(option));
        boolean early = percent > 5 && releases(fleet.fixed(percent - 5), usd(option));
        score.breakEven(!late && !early);
      }
    }
  }

  /** Leaves out the fix sets, which no check here needs. */
  private static SizingAdvice adviseQuickly(SizingModel model, WhatIf whatIf) {
    return ClusterFixture.ADVISOR.adviseQuickly(model, whatIf).advice();
  }

  private static double bounded(double percent) {
    return Math.max(0, Math.min(95, percent));
  }

  private static boolean releases(ClusterFixture fixed, double usd) {
    Option option = adviseQuickly(fixed.model(), WhatIf.nothing()).recommended();
    return option != null && usd(option) >= usd - 1;
  }
}
