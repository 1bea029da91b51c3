package dev.teiten.size.demand;

import dev.teiten.load.SettingException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The assumptions of sizing that a reader may change. Each has its usual value, its allowed range,
 * its unit and its meaning. Shares and utilizations are 0..1.
 */
public enum ModelAssumption {
  MAX_UTILISATION(
      "maxUtilisation",
      0.75,
      0.3,
      0.95,
      Unit.SHARE,
      "highest p99 CPU of an instance, whatever its size; small hosts have to stay lower"),
  GUARD_BAND(
      "guardBand", 0.01, 0, 0.3, Unit.SHARE, "how far below its limit a prediction has to stay"),
  MAX_AFTER_FAILURE(
      "maxAfterFailure",
      0.90,
      0.5,
      1,
      Unit.SHARE,
      "highest p99 CPU while an instance or an Availability Zone is lost"),
  MAX_STRETCH(
      "maxStretch",
      1.25,
      1.01,
      3,
      Unit.FACTOR,
      "the most that queueing for the CPU may stretch CPU time at the peak"),
  OVERLOAD_MINUTES(
      "overloadMinutes",
      3,
      0,
      120,
      Unit.MINUTES,
      "minutes of a day on which the demand may pass an instance's capacity"),
  BACKLOG_MINUTES(
      "backlogMinutes",
      5,
      0,
      240,
      Unit.MINUTES,
      "how long work that finds no CPU may be left over before it is done"),
  LOSS_FACTOR(
      "lossFactor",
      10,
      1,
      100,
      Unit.FACTOR,
      "how many times as long both may last while an instance or an Availability Zone is lost"),
  MIN_PROBABILITY(
      "minProbability", 0.95, 0.5, 0.999, Unit.SHARE, "probability safe of a recommendation"),
  TRIAL_PROBABILITY(
      "trialProbability", 0.80, 0.3, 0.999, Unit.SHARE, "from here on one reader is worth a trial"),
  IMBALANCE(
      "imbalance",
      1.15,
      1,
      3,
      Unit.FACTOR,
      "busiest over mean reader after a change of their number, unless today's is higher"),
  READER_TARGET(
      "readerTarget",
      0.5,
      0.1,
      0.9,
      Unit.SHARE,
      "mean CPU at which the number of autoscaled readers is kept, unless the policy is known"),
  SCALE_OUT_MINUTES(
      "scaleOutMinutes",
      10,
      0,
      60,
      Unit.MINUTES,
      "from the first minute over the target until a new reader takes load"),
  GAIN_LOW(
      "gainLow", 0.2, 0.05, 1, Unit.CORES, "least that the second hyperthread of a core may add"),
  GAIN_HIGH("gainHigh", 0.4, 0.05, 1, Unit.CORES, "most that it may add"),
  BURST_LOW(
      "burstLow",
      1,
      1,
      10,
      Unit.FACTOR,
      "least variance over mean of the work that arrives within a minute, unless measured; 1 is at"
          + " random"),
  BURST_HIGH("burstHigh", 5, 1, 10, Unit.FACTOR, "most variance over mean of it, unless measured"),
  SPEED_LOW(
      "speedLow",
      0,
      0,
      1,
      Unit.SHARE,
      "where a prediction stands in the range of another generation's speed; 0 is its slow end"),
  FIX_LOW("fixLow", 0.8, 0, 1, Unit.SHARE, "least part of a promised fix that arrives"),
  FIX_HIGH("fixHigh", 1.1, 1, 2, Unit.FACTOR, "most of it"),
  GROWTH(
      "growth", 1, 0.5, 3, Unit.FACTOR, "work to come over the work that was seen, if it is known"),
  HORIZON_WEEKS(
      "horizonWeeks", 3, 1, 26, Unit.WEEKS, "how long a capacity has to last if the work grows"),
  RISE_SHARE(
      "riseShare",
      0.05,
      0,
      1,
      Unit.SHARE,
      "part of the peak's work up to which a new or increased query does not stop a reduction"),
  MIN_SAVING(
      "minSaving", 50, 0, 100_000, Unit.USD, "a smaller saving a month is not worth a change");

  /** The unit of an assumption. */
  public enum Unit {
    /** 0..1. */
    SHARE,
    /** A multiple. */
    FACTOR,
    CORES,
    MINUTES,
    WEEKS,
    /** US dollars a month. */
    USD
  }

  private final String key;
  private final double usual;
  private final double low;
  private final double high;
  private final Unit unit;
  private final String meaning;

  ModelAssumption(String key, double usual, double low, double high, Unit unit, String meaning) {
    this.key = key;
    this.usual = usual;
    this.low = low;
    this.high = high;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** The name in an address, on the command line and in JSON, for example {@code guardBand}. */
  public String key() {
    return key;
  }

  /** The value unless the reader gives another. */
  public double usual() {
    return usual;
  }

  /** The lowest value allowed. */
  public double low() {
    return low;
  }

  /** The highest value allowed. */
  public double high() {
    return high;
  }

  public Unit unit() {
    return unit;
  }

  /** The meaning in a clause, for example {@code probability safe of a recommendation}. */
  public String meaning() {
    return meaning;
  }

  /**
   * Finds an assumption by its key.
   *
   * @throws SettingException if there is none
   */
  public static ModelAssumption of(String key) {
    return Arrays.stream(values())
        .filter(assumption -> assumption.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingException(
                    "There is no assumption " + key,
                    "Take one of "
                        + Arrays.stream(values())
                            .map(ModelAssumption::key)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * @throws SettingException if {@code value} is out of range
   */
  public double checked(double value) {
    if (!(value >= low && value <= high)) {
      throw new SettingException(
          "The assumption " + key + " cannot be " + value,
          String.format(Locale.ROOT, "Give %s to %s: %s.", text(low), text(high), meaning));
    }
    return value;
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
