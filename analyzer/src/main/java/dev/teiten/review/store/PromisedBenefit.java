package dev.teiten.review.store;

import dev.teiten.load.SettingException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The promised benefit of a fix when its task was written. Later sizing does not change it.
 *
 * @param percent the promised drop of the query's work per call, above 0 to 100; null if not stated
 * @param monthlyUsd the expected saving at list price, US dollars a month; null if not stated
 * @param instances the number of instances expected to be released; null if not stated
 * @param pricesAsOf the day of the prices behind the dollars; null if unknown
 */
public record PromisedBenefit(
    @Nullable Double percent,
    @Nullable Double monthlyUsd,
    @Nullable Integer instances,
    @Nullable LocalDate pricesAsOf) {

  /** No promise. */
  public static final PromisedBenefit NOTHING = new PromisedBenefit(null, null, null, null);

  private static final double MOST_USD = 1e9;
  private static final int MOST_INSTANCES = 1000;

  /**
   * @throws SettingException if a number is outside its range
   */
  public PromisedBenefit {
    if (percent != null && !(percent > 0 && percent <= 100)) {
      throw new SettingException(StoreText.NO_PERCENT.of(percent), StoreText.WRITE_PERCENT.of());
    }
    if (monthlyUsd != null && !(monthlyUsd >= 0 && monthlyUsd <= MOST_USD)) {
      throw new SettingException(StoreText.NO_SAVING.of(monthlyUsd), StoreText.WRITE_SAVING.of());
    }
    if (instances != null && (instances < 0 || instances > MOST_INSTANCES)) {
      throw new SettingException(
          StoreText.NO_INSTANCES.of(instances), StoreText.WRITE_UP_TO.of(MOST_INSTANCES));
    }
  }
}
