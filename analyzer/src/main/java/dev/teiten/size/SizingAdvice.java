package dev.teiten.size;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.size.guard.Guard;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The advice on a cluster's capacity, with or without fixes.
 *
 * @param reasons for the verdict
 * @param recommended null unless the verdict is REDUCE or INCREASE
 * @param options the price-risk front, cheapest first; a capacity that was asked for comes first,
 *     even if it is unsafe
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

  /**
   * Today's capacity.
   *
   * @param monthlyUsd list price for 730 hours; null without a price
   * @param p99Utilisation 99th percentile over the week's minutes of the CPU utilization (0..1) of
   *     the busiest instance
   * @param latencyStretch time in the CPU queue and on it, over the time on it, at the peak; 1 is
   *     no queueing
   */
  public record Current(
      @Nullable String writerClass,
      @Nullable String readerClass,
      int readers,
      @Nullable Double monthlyUsd,
      @Nullable Double p99Utilisation,
      @Nullable Double latencyStretch) {}

  /**
   * A fix to assume.
   *
   * @param percent share of the query's work that the fix removes, 0..100
   */
  public record Fix(String fingerprint, double percent) {}

  /**
   * A capacity to choose.
   *
   * @param p99Utilisation predicted, 0..1, busiest instance
   * @param p99UtilisationAfterFailure busiest instance after the worst single loss: one reader, one
   *     Availability Zone, or the writer with a reader promoted
   * @param probabilitySafe 0..1, over the bootstrap of the data and the ranges of the model
   * @param realisableMonthlySavingUsd the saving while reserved instances have to be paid; null
   *     without reserved instances
   * @param risk in Compute Optimizer's levels: 0 no, 1 very low, 2 low, 3 medium, 4 high
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
      @Nullable Double realisableMonthlySavingUsd) {

    /** An option without reserved instances. */
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
          null);
    }
  }

  /** A set of fixes, and the capacity that it releases. */
  public record FixSet(List<Fix> fixes, Option option, @Nullable Double monthlySavingUsd) {}

  /** The sources of the prices, and their oldest date. */
  public record Prices(String source, LocalDate asOf, String region) {}
}
