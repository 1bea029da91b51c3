package dev.teiten.size;

/**
 * What sizing takes for granted, in one place, with the reason for each default. Shares and
 * utilizations are 0..1.
 *
 * @param maxUtilisation the highest p99 utilization of an instance whatever its size
 * @param guardBand how far below its limit a prediction has to stay; with 0.03 none of 92 (and 27
 *     hyperthreaded) simulated recommendations was unsafe, without it 3.1 % were
 * @param maxUtilisationAfterFailure the highest p99 utilization while an instance or an
 *     Availability Zone is lost
 * @param maxStretch the most that queueing for the CPU may stretch CPU time at the peak; 1 is none
 * @param minProbabilitySafe what a recommendation needs
 * @param trialProbability from here to {@code minProbabilitySafe}, one reader is worth a trial
 * @param spareImbalance busiest reader over the mean reader after a change of their number, where
 *     today's measured one is lower: DNS round robin of long-lived pools is uneven
 * @param gainLow least that a core's second hyperthread may add; 0.2 to 0.4 of a core on x86
 * @param gainHigh most that it may add
 * @param fixLow least part of a promised fix that may arrive (0.8 of 50 % is 40 %)
 * @param fixHigh most of it
 * @param weekLogSd standard deviation of the logarithm of a week's p99; 0.056 over simulated weeks
 *     with hourly and daily noise
 * @param oneWeekFactor what bounds next week's p99 given one week; 1.142 held in 95.5 % of them
 *     (Kubernetes VPA's 1 + 1/days)
 * @param fourWeekFactor the same on the largest of four weekly p99; 1.10 held in 98 %
 * @param minMonthlySavingUsd a smaller saving is not worth a change
 * @param draws of the bootstrap
 * @param seed of the bootstrap: the same data give the same advice
 */
public record SizingAssumptions(
    double maxUtilisation,
    double guardBand,
    double maxUtilisationAfterFailure,
    double maxStretch,
    double minProbabilitySafe,
    double trialProbability,
    double spareImbalance,
    double gainLow,
    double gainHigh,
    double fixLow,
    double fixHigh,
    double weekLogSd,
    double oneWeekFactor,
    double fourWeekFactor,
    double minMonthlySavingUsd,
    int draws,
    long seed) {

  public SizingAssumptions {
    if (!(gainLow > 0 && gainLow <= gainHigh && gainHigh <= 1 && fixLow <= 1 && fixHigh >= 1)) {
      throw new IllegalArgumentException("a range of the sizing assumptions is empty");
    }
    if (draws < 20 || spareImbalance < 1 || maxStretch <= 1) {
      throw new IllegalArgumentException("20 or more draws; imbalance and stretch from 1");
    }
  }

  public static SizingAssumptions defaults() {
    return new SizingAssumptions(
        0.75, 0.03, 0.90, 1.25, 0.95, 0.80, 1.15, 0.2, 0.4, 0.8, 1.1, 0.056, 1.142, 1.10, 50, 300,
        1);
  }

  /**
   * The p99 utilization that an instance should not pass: small hosts queue earlier, so they need
   * more headroom. {@code 1 - 0.712 / vcpus^0.448} is where 30 % of requests queue (Erlang C), as
   * fitted by Netflix.
   *
   * @see <a href="https://github.com/Netflix-Skunkworks/service-capacity-modeling">Netflix service
   *     capacity modeling</a>
   */
  public double utilisationLimit(int vcpus) {
    return Math.min(maxUtilisation, 1 - 0.712 / Math.pow(vcpus, 0.448)) - guardBand;
  }

  /** What bounds the p99 of the week to come, as a factor on the largest of so many weekly p99. */
  public double nextWeekFactor(int weeks) {
    return weeks >= 4 ? fourWeekFactor : oneWeekFactor;
  }
}
