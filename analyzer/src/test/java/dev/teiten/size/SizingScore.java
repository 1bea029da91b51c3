package dev.teiten.size;

import dev.teiten.size.ValidationCase.Question;
import dev.teiten.size.demand.MinuteStatistics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.BetaDistribution;

/** Collects the measured results of sizing; safe for several threads. */
public final class SizingScore {
  /** If prediction and truth are both over this utilization, the difference affects no size. */
  private static final double DECIDED = 0.90;

  /** Signed errors of the p99 utilization by stratum and question. */
  private final Map<String, Map<Question, List<Double>>> errors = new TreeMap<>();

  private final Map<String, int[]> recommended = new TreeMap<>();
  private final Map<String, int[]> refusals = new TreeMap<>();
  private final List<String> unsafe = new ArrayList<>();
  private int breakEvens;
  private int breakEvensWithin;
  private int saturated;
  private int lossesJudged;
  private int lossesOver;
  private int intervals;
  private int below;
  private int above;

  /** The dollars saved and the dollars that could have been saved, by stratum. */
  private final Map<String, double[]> dollars = new TreeMap<>();

  /**
   * @param lower the lower of the predicted and the true utilization
   */
  synchronized void error(String stratum, Question question, double error, double lower) {
    if (lower > DECIDED) {
      saturated++;
      return;
    }
    errors
        .computeIfAbsent(stratum, key -> new TreeMap<>())
        .computeIfAbsent(question, key -> new ArrayList<>())
        .add(error);
  }

  synchronized void recommendation(String stratum, boolean isUnsafe, String what) {
    int[] counts = recommended.computeIfAbsent(stratum, key -> new int[2]);
    counts[0]++;
    if (isUnsafe) {
      counts[1]++;
      unsafe.add(stratum + ": " + what);
    }
  }

  synchronized void afterLoss(boolean over) {
    lossesJudged++;
    lossesOver += over ? 1 : 0;
  }

  synchronized void interval(double low, double high, double truth) {
    intervals++;
    below += truth < low ? 1 : 0;
    above += truth > high ? 1 : 0;
  }

  synchronized void dollars(String stratum, double saved, double best) {
    double[] sums = dollars.computeIfAbsent(stratum, key -> new double[2]);
    sums[0] += saved;
    sums[1] += Math.max(saved, best);
  }

  synchronized void breakEven(boolean within) {
    breakEvens++;
    breakEvensWithin += within ? 1 : 0;
  }

  synchronized void refusal(String input, boolean refused) {
    int[] counts = refusals.computeIfAbsent(input, key -> new int[2]);
    counts[0]++;
    counts[1] += refused ? 1 : 0;
  }

  private DoubleStream all(Question question) {
    return errors.values().stream()
        .flatMap(byQuestion -> byQuestion.getOrDefault(question, List.of()).stream())
        .mapToDouble(Math::abs);
  }

  public static double quantile(DoubleStream values, double quantile) {
    return MinuteStatistics.quantile(values.toArray(), quantile);
  }

  /** The upper end of the one-sided 95 % interval by Clopper and Pearson. */
  public static double upperBound(int failures, int trials) {
    return failures >= trials
        ? 1
        : new BetaDistribution(failures + 1.0, trials - failures)
            .inverseCumulativeProbability(0.95);
  }

  public int cases(Question question) {
    return (int) all(question).count();
  }

  public double medianError(Question question) {
    return quantile(all(question), 0.5);
  }

  public double highError(Question question) {
    return quantile(all(question), 0.9);
  }

  public Map<String, Map<Question, List<Double>>> errors() {
    return errors;
  }

  /** Number of recommendations and of unsafe ones, by stratum. */
  public Map<String, int[]> recommended() {
    return recommended;
  }

  public List<String> unsafe() {
    return unsafe;
  }

  public int recommendations() {
    return recommended.values().stream().mapToInt(counts -> counts[0]).sum();
  }

  /** Number of tries and of refusals, by poisoned input. */
  public Map<String, int[]> refusals() {
    return refusals;
  }

  /** Number of answers left out, since prediction and truth are both over 90 %. */
  public int saturated() {
    return saturated;
  }

  public int breakEvens() {
    return breakEvens;
  }

  public int breakEvensWithin() {
    return breakEvensWithin;
  }

  public double missedShare() {
    return missedShare(dollars.values());
  }

  /** Missed share of the savings of one stratum; {@code NaN} if nothing could have been saved. */
  public double missedShare(String stratum) {
    return missedShare(List.of(dollars.getOrDefault(stratum, new double[2])));
  }

  private static double missedShare(Collection<double[]> sums) {
    double saved = sums.stream().mapToDouble(sum -> sum[0]).sum();
    return 1 - saved / sums.stream().mapToDouble(sum -> sum[1]).sum();
  }

  public double coverage() {
    return intervals == 0 ? Double.NaN : 1 - (below + above) / (double) intervals;
  }

  public String interval() {
    return intervals + " weeks; " + below + " below, " + above + " above";
  }

  public String losses() {
    return lossesOver + " of " + lossesJudged;
  }
}
