package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.NextWeeksCase.Kind;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.validation.ValidationReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Measures sizing on clusters whose next weeks are not like the last ones, and writes the results.
 * Each recommendation goes through the three weeks that follow, as an open queue.
 */
class NextWeeksValidation {
  private static final long SEED = 21_000_000;
  private static final int WEEKS_AFTER = 3;
  private static final List<String> SIZES = List.of("large", "xlarge", "2xlarge", "4xlarge");

  private final long seed = Long.getLong("teiten.validation.seed", SEED);
  private final int perKind = Integer.getInteger("teiten.validation.clusters", 12);
  private final int minutes = Integer.getInteger("teiten.validation.minutes", 60);
  private final Map<Kind, Score> scores = new EnumMap<>(Kind.class);

  /** The counts of one kind. */
  private static final class Score {
    private int clusters;
    private int recommended;
    private int trials;
    private int unsafe;
    private double saved;
    private double best;
  }

  @Test
  void recommendationsInTheThreeWeeksThatFollow() {
    long started = System.nanoTime();
    for (int i = 0; i < perKind; i++) {
      for (Kind kind : Kind.values()) {
        if ((System.nanoTime() - started) / 60e9 < minutes) {
          measure(kind, seed + 100L * i + kind.ordinal());
        }
      }
    }
    String report = report();
    System.out.println(report);
    if (seed == SEED) {
      ValidationReport.write("next weeks", report);
    }
    assertThat(scores).isNotEmpty();
  }

  private void measure(Kind kind, long number) {
    SplittableRandom random = new SplittableRandom(number);
    String size = SIZES.get(1 + random.nextInt(SIZES.size() - 1));
    int readers = 3 + random.nextInt(2);
    double level = 0.12 + 0.3 * random.nextDouble();
    NextWeeksCase one = NextWeeksCase.of(kind, "db.r6g." + size, readers, level, number);
    SizingModel model = one.made(kind == Kind.MONTHLY ? 10 : 4).model();
    SizingAdvice advice = ClusterFixture.ADVISOR.adviseQuickly(model, WhatIf.nothing()).advice();
    Option option = advice.verdict() == Verdict.REDUCE ? advice.recommended() : null;
    Score score = scores.computeIfAbsent(kind, key -> new Score());
    score.clusters++;
    score.trials += advice.trial() == null ? 0 : 1;
    double saved = 0;
    if (option != null) {
      score.recommended++;
      saved = usd(option);
      if (!safe(one, option)) {
        score.unsafe++;
        System.out.println(
            "unsafe: " + kind + " " + number + " " + one.instanceClass() + " " + option);
      }
    }
    score.saved += saved;
    score.best += Math.max(saved, best(one, model, size));
  }

  private static boolean safe(NextWeeksCase one, Option option) {
    for (int week = 1; week <= WEEKS_AFTER; week++) {
      if (!one.safe(option, week)) {
        return false;
      }
    }
    return true;
  }

  /** The saving of somebody who knows the three weeks, among today's class and half of it. */
  private static double best(NextWeeksCase one, SizingModel model, String size) {
    List<Option> options = new ArrayList<>();
    String half = "db.r6g." + SIZES.get(SIZES.indexOf(size) - 1);
    for (String instanceClass : List.of(one.instanceClass(), half)) {
      for (int readers = one.readers(); readers >= 1; readers--) {
        WhatIf asked = new WhatIf(List.of(), instanceClass, readers);
        options.add(ClusterFixture.ADVISOR.adviseQuickly(model, asked).advice().options().get(0));
      }
    }
    return options.stream()
        .filter(option -> usd(option) >= 50)
        .sorted((a, b) -> Double.compare(usd(b), usd(a)))
        .filter(option -> survives(one, option) && safe(one, option))
        .mapToDouble(NextWeeksValidation::usd)
        .findFirst()
        .orElse(0);
  }

  private static boolean survives(NextWeeksCase one, Option option) {
    for (int week = 1; week <= WEEKS_AFTER; week++) {
      if (!one.survives(option, week)) {
        return false;
      }
    }
    return true;
  }

  private static double usd(Option option) {
    return Objects.requireNonNullElse(option.monthlySavingUsd(), 0.0);
  }

  private String report() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d clusters, with seeds from %d on, which no tuning looked at. Each has 3 or 4 readers of"
                + " db.r6g.xlarge to 4xlarge, 12 to 42 %% busy without the kind's own work. The"
                + " target is 1 %% unsafe recommendations in the three weeks that follow: by p99,"
                + " over 5 minutes of overload on a day, or a backlog over 10 minutes.%n%n",
            scores.values().stream().mapToInt(score -> score.clusters).sum(),
            seed));
    text.append("| kind | clusters | recommended (unsafe) | worth a trial | savings missed |\n");
    text.append("|---|---|---|---|---|\n");
    scores.forEach((kind, score) -> text.append(row(kind, score)));
    return text.toString();
  }

  private static String row(Kind kind, Score score) {
    String missed =
        score.best == 0
            ? "none possible"
            : String.format(Locale.ROOT, "%.0f %%", 100 * (1 - score.saved / score.best));
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d (%d) | %d | %s |%n",
        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        score.clusters,
        score.recommended,
        score.unsafe,
        score.trials,
        missed);
  }
}
