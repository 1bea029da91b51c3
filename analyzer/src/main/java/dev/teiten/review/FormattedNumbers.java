package dev.teiten.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for the terminal; an unknown number is an empty text. */
public final class FormattedNumbers {
  private FormattedNumbers() {}

  public static String decimal(@Nullable Double value, int digits) {
    return value == null ? "" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  public static String percent(@Nullable Double share) {
    return share == null ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  public static String usd(@Nullable Double monthlyUsd) {
    return monthlyUsd == null ? "" : String.format(Locale.ROOT, "$%,.0f", monthlyUsd);
  }

  public static String millis(@Nullable Double seconds) {
    return seconds == null
        ? ""
        : String.format(Locale.ROOT, seconds < 0.01 ? "%.2f" : "%,.1f", 1000 * seconds);
  }
}
