package dev.teiten.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.DrawCount;
import dev.teiten.size.price.PriceBook;
import dev.teiten.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Measures how far the intervals, the number of draws and the loss of a zone can be relied on, with
 * work that grows from 0 to 10 % a week.
 */
class DrawsValidation {
  private static final long SEED = 31_000_000;
  private static final double MAX_AFTER_LOSS = 0.90;
  private static final List<Double> GROWTHS = List.of(0.0, 0.02, 0.05, 0.10);
  private static final List<String> SIZES = List.of("xlarge", "2xlarge", "4xlarge");
  private static final SizingAssumptions USUAL = SizingAssumptions.defaults();
  private static final int MANY_DRAWS = 3_000;
  private static final CapacityAdvisor MANY =
      new CapacityAdvisor(PriceBook.bundled(), new SizingAssumptions(Map.of(), MANY_DRAWS, 2));

  private final int perGrowth = Integer.getInteger("teiten.validation.clusters", 12);
  private final int minutes = Integer.getInteger("teiten.validation.minutes", 30);

  /** The counts at one growth. */
  private static final class Score {
    private int weeks;
    private int below;
    private int above;
    private int losses;
    private int lossesOver;
    private int safe;
    private int tooFew;
    private int refused;
    private double largest;
  }

  @Test
  void intervalsDrawsAndLosses() {
    long started = System.nanoTime();
    List<Score> scores = new ArrayList<>();
    GROWTHS.forEach(growth -> scores.add(new Score()));
    for (int i = 0; i < perGrowth; i++) {
      for (int g = 0; g < GROWTHS.size(); g++) {
        if ((System.nanoTime() - started) / 60e9 < minutes) {
          measure(GROWTHS.get(g), SEED + 10L * i + g, scores.get(g));
        }
      }
    }
    String report = report(scores);
    System.out.println(report);
    ValidationReport.write("draws", report);
    assertThat(scores).allMatch(score -> score.weeks > 0);
  }

  private static void measure(double growth, long seed, Score score) {
    SplittableRandom random = new SplittableRandom(seed);
    String instanceClass = "db.r6g." + SIZES.get(random.nextInt(SIZES.size()));
    int readers = 3 + random.nextInt(2);
    double level = 0.12 + 0.3 * random.nextDouble();
    NextWeeksCase one = NextWeeksCase.growing(growth, instanceClass, readers, level, seed);
    ClusterFixture made = one.made(4);
    SizingModel model = made.model();
    SizingModel manyDraws = MANY.model(made.load(), made.ranking());
    for (int kept = readers; kept >= readers - 2; kept--) {
      WhatIf asked = new WhatIf(List.of(), instanceClass, kept);
      Option option = option(ClusterFixture.ADVISOR, model, asked);
      if (kept == readers) {
        interval(one, option, score);
      }
      loss(one, option, score);
      draws(option, option(MANY, manyDraws, asked), score);
    }
  }

  private static Option option(CapacityAdvisor advisor, SizingModel model, WhatIf asked) {
    return advisor.adviseQuickly(model, asked).advice().options().get(0);
  }

  private static void interval(NextWeeksCase one, Option option, Score score) {
    Double low = option.p99UtilisationLow();
    Double high = option.p99UtilisationHigh();
    if (low != null && high != null) {
      double truth = one.busiest(option, 1);
      score.weeks++;
      score.below += truth < low ? 1 : 0;
      score.above += truth > high ? 1 : 0;
    }
  }

  private static void loss(NextWeeksCase one, Option option, Score score) {
    Double said = option.p99UtilisationAfterFailure();
    if (said != null && said <= MAX_AFTER_LOSS) {
      score.losses++;
      score.lossesOver += one.p99AfterLoss(option, 1) > MAX_AFTER_LOSS ? 1 : 0;
    }
  }

  private static void draws(Option option, Option many, Score score) {
    Integer held = option.drawsHeld();
    Integer all = option.draws();
    Integer heldOfMany = many.drawsHeld();
    Integer allOfMany = many.draws();
    if (held == null || all == null || heldOfMany == null || allOfMany == null) {
      return;
    }
    assertThat(allOfMany).isEqualTo(MANY_DRAWS);
    double share = (double) heldOfMany / allOfMany;
    double required = USUAL.get(ModelAssumption.MIN_PROBABILITY);
    boolean passes = new DrawCount(held, DrawCount.needed(all, required), all).enough();
    score.largest = Math.max(score.largest, Math.abs((double) held / all - share));
    score.safe += passes ? 1 : 0;
    score.tooFew += passes && share < required ? 1 : 0;
    score.refused += !passes && share >= required ? 1 : 0;
  }

  private static String report(List<Score> scores) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| growth a week | weeks | 90 % interval holds the next week (below, above) | options within"
            + " 90 % after a loss | over 90 % in truth | options that hold in 300 draws | of them"
            + " below 95 % of 3,000 | refused, and 95 % of 3,000 hold | largest difference of the"
            + " shares |\n|---|---|---|---|---|---|---|---|---|\n");
    for (int g = 0; g < scores.size(); g++) {
      Score score = scores.get(g);
      text.append(
          String.format(
              Locale.ROOT,
              "| %.0f %% | %d | %.0f %% (%d, %d) | %d | %d | %d | %d | %d | %.1f points |%n",
              100 * GROWTHS.get(g),
              score.weeks,
              100.0 * (score.weeks - score.below - score.above) / Math.max(1, score.weeks),
              score.below,
              score.above,
              score.losses,
              score.lossesOver,
              score.safe,
              score.tooFew,
              score.refused,
              100 * score.largest));
    }
    return text.toString();
  }
}
