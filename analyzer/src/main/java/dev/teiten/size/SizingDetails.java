package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an advice, and related estimates.
 *
 * @param moves queries that are assumed to run at another hour
 * @param reserved reserved instances by class, as given
 * @param breakEvens the percent that a fix of one query alone has to reach
 * @param batchMoves batches that release capacity at another hour, without a fix
 * @param computeOptimizer the advice in the words of AWS Compute Optimizer; null if undecided
 * @param serverless the estimate for Serverless v2; null where it cannot be made
 * @param measured quantities that were measured; null if none could be
 * @param rises of all work, whatever the query
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
    List<WorkRise> rises,
    List<Assumed> assumptions) {

  /** Details without any content. */
  public static final SizingDetails NONE =
      new SizingDetails(
          List.of(), Map.of(), List.of(), List.of(), null, null, null, List.of(), List.of());

  public SizingDetails {
    moves = List.copyOf(moves);
    reserved = Map.copyOf(reserved);
    breakEvens = List.copyOf(breakEvens);
    batchMoves = List.copyOf(batchMoves);
    rises = List.copyOf(rises);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * The percent of its work that a fix of one query has to remove to release capacity.
   *
   * @param percent the smallest that releases capacity; null if even the largest does not
   * @param mostPercent the most that a fix of this query may be hoped to remove, to be argued about
   * @param because the evidence for {@code mostPercent}
   * @param option the capacity that {@code percent} releases
   * @param monthlySavingUsd of {@code option}, by list price
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
   * @param from begin of its daily window today
   * @param minutes length of the window, which holds nine tenths of its work
   * @param to begin of its daily window after the move
   */
  public record BatchMove(
      String fingerprint,
      LocalTime from,
      int minutes,
      LocalTime to,
      Option option,
      @Nullable Double monthlySavingUsd) {}

  /**
   * The advice in the words of AWS Compute Optimizer, which judges single instances and knows no
   * queries.
   *
   * @param finding {@code Overprovisioned}, {@code Underprovisioned} or {@code Optimized}
   * @param findingReasonCodes for example {@code CPUOverprovisioned}
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
   * @param monthlyUsdLow if it follows the load by the minute
   * @param monthlyUsdHigh if it stays at the highest minute of each hour
   * @param note the assumptions of the estimate
   */
  public record Serverless(
      double meanAcu,
      @Nullable Double monthlyUsdLow,
      @Nullable Double monthlyUsdHigh,
      Sentence note) {}

  /**
   * Quantities that were measured.
   *
   * @param hyperthreadGain cores that a core's second hyperthread adds; null where a vCPU is a core
   * @param burstLow least variance over mean of the work that arrives, from samples by the second;
   *     null if the samples do not tell
   * @param burstHigh highest variance over mean of the work that arrives; null as {@code burstLow}
   * @param readerImbalance busiest over mean reader at their p99; null with fewer than two readers
   * @param lockHeld share of the time that contended locks are held in the worst hour, 0..1; null
   *     without lock waits that matter
   */
  public record Measured(
      @Nullable Double hyperthreadGain,
      @Nullable Double burstLow,
      @Nullable Double burstHigh,
      @Nullable Double readerImbalance,
      @Nullable Double lockHeld) {}

  /**
   * A rise of all work of a role.
   *
   * @param writer whether it is the writer's work, else the readers'
   * @param since begin of a level that has lasted; null for a growth
   * @param effect 0.2 is +20 %: of the level, or of a week's growth
   * @param low lower end of the 90 % interval of a week's growth; null for a level
   * @param high upper end of the interval; null for a level
   */
  public record WorkRise(
      boolean writer,
      @Nullable Instant since,
      double effect,
      @Nullable Double low,
      @Nullable Double high) {}

  /**
   * An assumption and its value in use.
   *
   * @param usual the measured value, or else the default
   * @param measured whether {@code usual} was measured in this week's data
   */
  public record Assumed(
      String key,
      double value,
      double usual,
      double low,
      double high,
      ModelAssumption.Unit unit,
      String meaning,
      boolean measured) {

    static Assumed of(ModelAssumption assumption, SizingAssumptions in, @Nullable Double measured) {
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
