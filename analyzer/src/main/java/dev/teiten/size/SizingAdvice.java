package dev.teiten.size;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.WorstMinutes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The advice on a cluster's capacity, with or without fixes.
 *
 * @param reasons for the verdict
 * @param recommended null unless the verdict is REDUCE or INCREASE
 * @param options the price-risk front, cheapest first; a capacity that was asked for comes first,
 *     even if it is unsafe
 * @param trial the best option that would be safe if its doubts were removed; null if none is known
 * @param fixSets the smallest sets of fixes that release capacity
 * @param prices null where no price is known
 * @param details the evidence
 */
public record SizingAdvice(
    String cluster,
    ReviewWeek week,
    Verdict verdict,
    List<Sentence> reasons,
    @Nullable Current current,
    List<Fix> fixes,
    @Nullable Option recommended,
    List<Option> options,
    List<Guard> guards,
    @Nullable Trial trial,
    List<FixSet> fixSets,
    @Nullable Prices prices,
    List<Sentence> warnings,
    SizingDetails details) {

  public SizingAdvice {
    reasons = List.copyOf(reasons);
    fixes = List.copyOf(fixes);
    options = List.copyOf(options);
    guards = List.copyOf(guards);
    fixSets = List.copyOf(fixSets);
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether the verdict is KEEP and a guard shows why nothing cheaper is taken: it does not pass.
   */
  public boolean keptByGuard() {
    return verdict == Verdict.KEEP && guards.stream().anyMatch(guard -> !guard.passes());
  }

  /** The action that the advice recommends. */
  public enum Verdict {
    REDUCE,
    KEEP,
    INCREASE,
    /** Not enough is known; the reasons say what is missing. */
    UNDECIDED
  }

  /** The grade of an option. */
  public enum Grade {
    /** Every guard passes, and nothing is in doubt. */
    SAFE,
    /** No guard fails, but something is not known: the doubts of the option say what. */
    TRIAL,
    /** A guard fails. */
    UNSAFE
  }

  /**
   * Today's capacity, without any fix or move.
   *
   * @param readers as many as usually ran at once
   * @param monthlyUsd list price for 730 hours, of scaled readers for the hours that they ran; null
   *     without a price
   * @param acu the capacity units of its Serverless v2 instances; null without any
   * @param p99Utilisation 99th percentile over the week's minutes of the CPU utilization (0..1) of
   *     the busiest instance
   * @param latencyStretch time in the CPU queue and on it, over the time on it, at the peak; 1 is
   *     no queueing
   * @param option the same capacity as an option for the next week; null if nothing can be
   *     predicted
   * @param autoscaling the readers that ran; null if their number is not scaled
   */
  public record Current(
      @Nullable String writerClass,
      @Nullable String readerClass,
      int readers,
      @Nullable Double monthlyUsd,
      @Nullable AcuUse acu,
      @Nullable Double p99Utilisation,
      @Nullable Double latencyStretch,
      @Nullable Option option,
      @Nullable Autoscaling autoscaling) {

    /** The writer's class, with the range if it is serverless; null if unknown. */
    public @Nullable String writerLabel() {
      return AcuUse.label(writerClass, acu);
    }

    /** The readers' class, with the range if it is serverless; null without readers. */
    public @Nullable String readerLabel() {
      return AcuUse.label(readerClass, acu);
    }
  }

  /**
   * Readers whose number follows their load.
   *
   * @param min the least readers, 1 or more
   * @param max the most readers, at most 15
   * @param targetUtilisation mean CPU of the readers (0..1) at which their number is kept, by the
   *     policy or assumed; null if neither is known
   * @param instanceHours hours that all readers run in a month of 730 hours
   * @param monthlyUsd list price of these hours; null without a price
   */
  public record Autoscaling(
      int min,
      int max,
      @Nullable Double targetUtilisation,
      double instanceHours,
      @Nullable Double monthlyUsd) {}

  /**
   * A fix to assume.
   *
   * @param percent share of the query's work that the fix removes, 0..100
   */
  public record Fix(String fingerprint, double percent) {}

  /**
   * A capacity to choose.
   *
   * @param p99Utilisation predicted for the reviewed week, 0..1, busiest instance
   * @param p99UtilisationLow least of the reviewed week and of 95 % of the weeks to come
   * @param p99UtilisationHigh most of the reviewed week and of 95 % of the weeks to come
   * @param p99UtilisationAfterFailure busiest instance after the worst single loss: one reader, one
   *     Availability Zone, or the writer with a reader promoted
   * @param readers their number; the least if it is scaled
   * @param probabilitySafe share (0..1) of the draws in which every CPU limit holds; 0 if a guard
   *     fails
   * @param realisableMonthlySavingUsd the saving while reserved instances have to be paid; null
   *     without reserved instances
   * @param risk in Compute Optimizer's levels: 0 no, 1 very low, 2 low, 3 medium, 4 high; the
   *     highest over the CPU, the guards and the doubts
   * @param drawsHeld number of draws in which every CPU limit holds
   * @param draws number of draws
   * @param doubts all that is not known and would have to be, for the option to be safe
   * @param guards the checks of this option
   * @param worst the minutes of the archive that it would have borne worst
   * @param worstAfterLoss the same after the worst single loss
   * @param autoscaling the readers that would run in the reviewed week; null for a fixed number
   * @param acu the capacity units of its Serverless v2 instances; null without any
   */
  public record Option(
      String writerClass,
      @Nullable String readerClass,
      int readers,
      @Nullable Double monthlyUsd,
      @Nullable Double monthlySavingUsd,
      @Nullable Double p99Utilisation,
      @Nullable Double p99UtilisationLow,
      @Nullable Double p99UtilisationHigh,
      @Nullable Double p99UtilisationAfterFailure,
      @Nullable Double latencyStretch,
      @Nullable Double probabilitySafe,
      @Nullable Integer risk,
      @Nullable Double realisableMonthlySavingUsd,
      @Nullable Integer drawsHeld,
      @Nullable Integer draws,
      @Nullable Grade grade,
      List<Sentence> doubts,
      List<Guard> guards,
      @Nullable WorstMinutes worst,
      @Nullable WorstMinutes worstAfterLoss,
      @Nullable Autoscaling autoscaling,
      @Nullable AcuUse acu) {

    public Option {
      doubts = List.copyOf(doubts);
      guards = List.copyOf(guards);
    }

    /** The writer's class, with the range if it is serverless. */
    public String writerLabel() {
      return Objects.requireNonNull(AcuUse.label(writerClass, acu));
    }

    /** The readers' class, with the range if it is serverless; null without readers. */
    public @Nullable String readerLabel() {
      return AcuUse.label(readerClass, acu);
    }

    /** An option without reserved instances, draws and guards. */
    public Option(
        String writerClass,
        @Nullable String readerClass,
        int readers,
        @Nullable Double monthlyUsd,
        @Nullable Double monthlySavingUsd,
        @Nullable Double p99Utilisation,
        @Nullable Double p99UtilisationLow,
        @Nullable Double p99UtilisationHigh,
        @Nullable Double p99UtilisationAfterFailure,
        @Nullable Double latencyStretch,
        @Nullable Double probabilitySafe,
        @Nullable Integer risk) {
      this(
          writerClass,
          readerClass,
          readers,
          monthlyUsd,
          monthlySavingUsd,
          p99Utilisation,
          p99UtilisationLow,
          p99UtilisationHigh,
          p99UtilisationAfterFailure,
          latencyStretch,
          probabilitySafe,
          risk,
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          null,
          null,
          null,
          null);
    }
  }

  /**
   * An option with doubts.
   *
   * @param trial what to try, where, and how long
   */
  public record Trial(Option option, Sentence trial) {}

  /** A set of fixes, and the capacity that it releases. */
  public record FixSet(List<Fix> fixes, Option option, @Nullable Double monthlySavingUsd) {}

  /** The sources of the prices, and their oldest date. */
  public record Prices(String source, LocalDate asOf, String region) {}
}
