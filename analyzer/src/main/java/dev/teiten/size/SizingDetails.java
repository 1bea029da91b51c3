package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.predict.Assumption;
import dev.teiten.size.predict.SizingAssumptions;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an advice, and what was looked at besides.
 *
 * @param moves queries that are taken to run at another hour
 * @param reserved reserved instances by class, as given
 * @param breakEvens from which percent on a fix of one query alone releases something
 * @param batchMoves another hour in place of a fix, where that alone releases something
 * @param computeOptimizer the same in the words of AWS Compute Optimizer; null if undecided
 * @param serverless what Serverless v2 might cost; null where it cannot be estimated
 * @param measured what was read off the data; null if nothing could be
 * @param assumptions every assumption with the value in use
 */
public record SizingDetails(
    List<Move> moves,
    Map<String, Integer> reserved,
    List<BreakEven> breakEvens,
    List<BatchMove> batchMoves,
    @Nullable ComputeOptimizer computeOptimizer,
    @Nullable Serverless serverless,
    @Nullable Measured measured,
    List<Assumed> assumptions) {

  /** Nothing but the usual assumptions. */
  public static final SizingDetails NONE =
      new SizingDetails(List.of(), Map.of(), List.of(), List.of(), null, null, null, List.of());

  public SizingDetails {
    moves = List.copyOf(moves);
    reserved = Map.copyOf(reserved);
    breakEvens = List.copyOf(breakEvens);
    batchMoves = List.copyOf(batchMoves);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * What a fix of one query has to reach.
   *
   * @param percent the smallest that releases something; null if even the most does not
   * @param mostPercent what a fix of this query may be hoped to reach, an upper bound to be argued
   *     about
   * @param because what {@code mostPercent} rests on
   * @param option what {@code percent} releases
   * @param monthlySavingUsd of it, by list price
   */
  public record BreakEven(
      String fingerprint,
      @Nullable Double percent,
      double mostPercent,
      Sentence because,
      @Nullable Option option,
      @Nullable Double monthlySavingUsd) {}

  /**
   * A query at another hour.
   *
   * @param from when its daily window begins today
   * @param minutes how long the window is that holds nine tenths of its work
   * @param to when it would begin
   */
  public record BatchMove(
      String fingerprint,
      LocalTime from,
      int minutes,
      LocalTime to,
      Option option,
      @Nullable Double monthlySavingUsd) {}

  /**
   * The advice in the words of AWS Compute Optimizer, which looks at instances one by one and at no
   * query.
   *
   * @param finding {@code Overprovisioned}, {@code Underprovisioned} or {@code Optimized}
   * @param findingReasonCodes such as {@code CPUOverprovisioned}
   * @param currentPerformanceRisk 0 no, 1 very low, 2 low, 3 medium, 4 high: the highest over the
   *     resources
   * @param estimatedMonthlySavingsUsd of the recommendation, by list price
   * @param lookbackDays of the data
   * @see <a
   *     href="https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_RDSDBRecommendation.html">RDSDBRecommendation</a>
   */
  public record ComputeOptimizer(
      String finding,
      List<String> findingReasonCodes,
      int currentPerformanceRisk,
      @Nullable Double estimatedMonthlySavingsUsd,
      int lookbackDays) {}

  /**
   * An estimate for Aurora Serverless v2, never a recommendation.
   *
   * @param meanAcu Aurora capacity units over all instances, mean over the week
   * @param monthlyUsdLow if one ACU does as much as a quarter of a vCPU's memory share suggests
   * @param monthlyUsdHigh with slow scaling down and a less favourable unit
   * @param note what it rests on
   */
  public record Serverless(
      double meanAcu,
      @Nullable Double monthlyUsdLow,
      @Nullable Double monthlyUsdHigh,
      Sentence note) {}

  /**
   * What was read off the data.
   *
   * @param hyperthreadGain what a core's second hyperthread adds, cores; null where a vCPU is a
   *     core
   * @param burstLow least variance over mean of the work that arrives, from samples by the second;
   *     null if there are none that tell
   * @param burstHigh most of it
   * @param readerImbalance busiest over mean reader at their p99; null with fewer than two
   * @param lockHeld part of the time that contended locks are held in the worst hour, 0..1; null
   *     without lock waits that matter
   */
  public record Measured(
      @Nullable Double hyperthreadGain,
      @Nullable Double burstLow,
      @Nullable Double burstHigh,
      @Nullable Double readerImbalance,
      @Nullable Double lockHeld) {}

  /**
   * An assumption and its value in use.
   *
   * @param usual what it is unless somebody says otherwise: the measured value where there is one
   * @param measured whether {@code usual} was read off this week's data
   */
  public record Assumed(
      String key,
      double value,
      double usual,
      double low,
      double high,
      Assumption.Unit unit,
      String meaning,
      boolean measured) {

    static Assumed of(Assumption assumption, SizingAssumptions in, @Nullable Double measured) {
      double usual = measured == null ? assumption.usual() : measured;
      return new Assumed(
          assumption.key(),
          in.changed().containsKey(assumption) ? in.get(assumption) : usual,
          usual,
          assumption.low(),
          assumption.high(),
          assumption.unit(),
          assumption.meaning(),
          measured != null);
    }
  }
}
