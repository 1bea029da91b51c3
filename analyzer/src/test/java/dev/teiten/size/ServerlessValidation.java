package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.Counterfactual;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.validation.ValidationReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Measures what is said of Aurora Serverless v2 against simulated clusters. Every other cluster is
 * mixed: its writer is provisioned. Seeds other than the default are only printed.
 */
class ServerlessValidation {
  private static final long SEED = 31_000_000;
  private static final int CLUSTERS = Integer.getInteger("validation.scenarios", 36);

  private final long seed = Long.getLong("teiten.validation.seed", SEED);
  private final Map<String, List<Double>> errors = new LinkedHashMap<>();
  private final List<String> unsafe = new ArrayList<>();
  private int recommendations;
  private int undecided;
  private int intervals;
  private int covered;

  @Test
  void serverlessAgainstSimulatedTruth() {
    for (int i = 0; i < CLUSTERS; i++) {
      measure(ServerlessCase.of(i % 2 == 1, seed + i));
    }
    String report = report();
    System.out.println(report);
    if (seed == SEED && CLUSTERS == 36) {
      ValidationReport.write("serverless", report);
    }
    assertThat(errors.get("units today")).allMatch(error -> Math.abs(error) < 0.01);
  }

  private void measure(ServerlessCase one) {
    SizingModel model = one.made().model();
    SizingAdvice advice = quick(model, WhatIf.nothing());
    Counterfactual asItWas = one.past(one.min(), one.max(), one.readers());
    Option today = Objects.requireNonNull(Objects.requireNonNull(advice.current()).option());
    points("p99 today", today.p99Utilisation(), one.p99(asItWas));
    share("units today", today.acu(), one.allocated(asItWas));
    String cluster = range(one.min(), one.max());
    String writer = one.mixed() ? today.writerClass() : cluster;

    Counterfactual less = one.past(one.min(), one.max(), one.readers() - 1);
    Option fewer = asked(model, writer, cluster, one.readers() - 1);
    points("p99, one reader less", fewer.p99Utilisation(), one.p99(less));
    share("units, one reader less", fewer.acu(), one.allocated(less));
    if (!one.mixed()) {
      double max = one.max() / 2.0;
      Counterfactual half = one.past(Math.min(one.min(), max), max, one.readers());
      String halved = range(Math.min(one.min(), max), max);
      Option lower = asked(model, halved, halved, one.readers());
      points("p99, half the maximum", lower.p99Utilisation(), one.p99(half));
      share("units, half the maximum", lower.acu(), one.allocated(half));
      Counterfactual idle = one.past(0.5, one.max(), one.readers());
      String lowest = range(0.5, one.max());
      Option sleepy = asked(model, lowest, lowest, one.readers());
      share("units, a minimum of 0.5", sleepy.acu(), one.allocated(idle));
    }
    judge(one, advice);
  }

  private static String range(double min, double max) {
    return "db.serverless:" + plain(min) + "-" + plain(max);
  }

  private static String plain(double units) {
    return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
  }

  private static SizingAdvice quick(SizingModel model, WhatIf whatIf) {
    return ClusterFixture.ADVISOR.adviseQuickly(model, whatIf).advice();
  }

  private static Option asked(SizingModel model, String writer, String reader, int readers) {
    WhatIf whatIf =
        new WhatIf(
            List.of(), null, writer, reader, readers, null, List.of(), Map.of(), Map.of(),
            Map.of());
    return quick(model, whatIf).options().get(0);
  }

  private void points(String what, @Nullable Double said, double truth) {
    // Over 90 % of the maximum no size depends on how far.
    if (said != null && Math.min(said, truth) <= 0.9) {
      add(what, 100 * (said - truth));
    }
  }

  private void share(String what, @Nullable AcuUse said, double truth) {
    add(what, Objects.requireNonNull(Objects.requireNonNull(said).allocatedMean()) / truth - 1);
  }

  private void add(String what, double error) {
    errors.computeIfAbsent(what, key -> new ArrayList<>()).add(error);
  }

  private void judge(ServerlessCase one, SizingAdvice advice) {
    undecided += advice.verdict() == Verdict.UNDECIDED ? 1 : 0;
    Option recommended = advice.recommended();
    if (advice.verdict() == Verdict.REDUCE && recommended != null && recommended.acu() != null) {
      recommendations++;
      if (one.isUnsafe(recommended)) {
        unsafe.add(one.readers() + " readers to " + recommended);
      }
    }
    Option today = Objects.requireNonNull(Objects.requireNonNull(advice.current()).option());
    double next = one.nextP99();
    Double low = today.p99UtilisationLow();
    Double high = today.p99UtilisationHigh();
    if (low != null && high != null) {
      intervals++;
      covered += next >= low && next <= high ? 1 : 0;
    }
  }

  private String report() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d clusters, with seeds from %d on, which no tuning looked at; every other one has a"
                + " provisioned writer. The readers number 2 to 4, the minimum is 0.5 to 8 ACU and the"
                + " maximum 16 to 64. The fleet allocates for 75 %% CPU in the busiest of ten minutes;"
                + " Teiten does not know that rule. %d answers were UNDECIDED.%n%n",
            CLUSTERS,
            seed,
            undecided));
    text.append("| what | target | measured |\n|---|---|---|\n");
    errors.forEach((what, all) -> text.append(row(what, all)));
    text.append(
        String.format(
            Locale.ROOT,
            "| unsafe recommendations in the week that follows | 1 %% | %d of %d |%n",
            unsafe.size(),
            recommendations));
    text.append(
        String.format(
            Locale.ROOT,
            "| 90 %% interval of next week's p99 | 85 to 95 %% | %d of %d weeks |%n",
            covered,
            intervals));
    unsafe.forEach(one -> text.append("\nUnsafe: ").append(one).append('\n'));
    return text.toString();
  }

  private static String row(String what, List<Double> all) {
    boolean ofUnits = what.startsWith("units");
    double factor = ofUnits ? 100 : 1;
    double median = factor * SizingScore.quantile(absolute(all), 0.5);
    double high = factor * SizingScore.quantile(absolute(all), 0.9);
    double bias = factor * all.stream().mapToDouble(e -> e).average().orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "| error of %s (%d) | %s | median %.1f, p90 %.1f %s (bias %+.1f) |%n",
        what,
        all.size(),
        target(what, ofUnits),
        median,
        high,
        ofUnits ? "%" : "points",
        bias);
  }

  private static String target(String what, boolean ofUnits) {
    if (!ofUnits) {
      return "median 2, p90 5 points";
    }
    return what.endsWith("today") ? "within 1 %" : "none set";
  }

  private static DoubleStream absolute(List<Double> errors) {
    return errors.stream().mapToDouble(Math::abs);
  }
}
