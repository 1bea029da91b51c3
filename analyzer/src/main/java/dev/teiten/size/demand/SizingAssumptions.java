package dev.teiten.size.demand;

import dev.teiten.load.SettingException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The assumptions in use. Numbers that no reader can know better are constants, with their reasons.
 *
 * @param changed the assumptions that differ from their usual values
 * @param draws number of scenarios of the bootstrap, 20 or more
 * @param seed of the bootstrap, so that the same data give the same advice
 */
public record SizingAssumptions(Map<ModelAssumption, Double> changed, int draws, long seed) {
  /**
   * Standard deviation of the logarithm of a week's p99 beyond the scatter of its days. For
   * simulated weeks with hourly and daily noise the whole is 0.056, and the days of a draw bring
   * their part.
   */
  public static final double WEEK_LOG_SD = 0.045;

  private static final SizingAssumptions DEFAULTS = new SizingAssumptions(Map.of(), 300, 1);

  /**
   * @throws SettingException if a value is out of range, or a range is empty
   */
  public SizingAssumptions {
    changed = Map.copyOf(changed);
    changed.forEach(ModelAssumption::checked);
    ordered(changed, ModelAssumption.GAIN_LOW, ModelAssumption.GAIN_HIGH);
    ordered(changed, ModelAssumption.BURST_LOW, ModelAssumption.BURST_HIGH);
    if (draws < 20) {
      throw new IllegalArgumentException("20 or more draws");
    }
  }

  private static void ordered(
      Map<ModelAssumption, Double> changed, ModelAssumption from, ModelAssumption to) {
    if (value(changed, from) > value(changed, to)) {
      throw new SettingException(
          from.key() + " is over " + to.key(), "Give the low end first, then the high one.");
    }
  }

  private static double value(Map<ModelAssumption, Double> changed, ModelAssumption assumption) {
    return changed.getOrDefault(assumption, assumption.usual());
  }

  public static SizingAssumptions defaults() {
    return DEFAULTS;
  }

  /** These assumptions with some replaced. */
  public SizingAssumptions with(Map<ModelAssumption, Double> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<ModelAssumption, Double> merged = new EnumMap<>(ModelAssumption.class);
    merged.putAll(changed);
    merged.putAll(others);
    return new SizingAssumptions(merged, draws, seed);
  }

  /** The value in use. */
  public double get(ModelAssumption assumption) {
    return value(changed, assumption);
  }

  /**
   * The p99 utilization (0..1) that an instance should not pass. Small hosts queue earlier and need
   * more headroom. At {@code 1 - 0.712 / vcpus^0.448}, fitted by Netflix, 30 % of requests queue
   * (Erlang C).
   *
   * @see <a href="https://github.com/Netflix-Skunkworks/service-capacity-modeling">Netflix service
   *     capacity modeling</a>
   */
  public double utilisationLimit(int vcpus) {
    return Math.min(get(ModelAssumption.MAX_UTILISATION), 1 - 0.712 / Math.pow(vcpus, 0.448))
        - get(ModelAssumption.GUARD_BAND);
  }
}
