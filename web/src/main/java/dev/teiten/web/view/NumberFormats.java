package dev.teiten.web.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for readers; the only place where a share becomes a percentage. An unknown value is a
 * dash, never a zero.
 */
public final class NumberFormats {

  /** Shown for an unknown number. */
  public static final String UNKNOWN = "–";

  private static final char MINUS = '\u2212';
  private static final char SPACE = '\u00a0';

  private NumberFormats() {}

  /** Load in AAS: two decimals below 100, then fewer; a positive load is never 0.00. */
  public static String load(@Nullable Double aas) {
    double size = Math.abs(orNaN(aas));
    if (size > 0 && size < 0.005) {
      return "<0.01";
    }
    return grouped(orNaN(aas), size < 100 ? 2 : size < 1000 ? 1 : 0);
  }

  /** Load in a headline: whole numbers from ten up. */
  public static String roundLoad(@Nullable Double aas) {
    return grouped(orNaN(aas), Math.abs(orNaN(aas)) < 10 ? 1 : 0);
  }

  public static String cores(@Nullable Double cores) {
    return grouped(orNaN(cores), 1);
  }

  /** A share of 0..1 as a percentage, with one decimal below 10 %. */
  public static String percent(@Nullable Double share) {
    double percent = orNaN(share) * 100;
    boolean small = Math.abs(percent) < 9.95 && percent != 0;
    return withUnit(grouped(percent, small ? 1 : 0));
  }

  /** Coverage as a percentage; it never rounds up to 100 %. */
  public static String coverage(double share) {
    double rounded = Math.round(share * 1000) / 10.0;
    double tenths = share < 1 ? Math.min(99.9, rounded) : rounded;
    return withUnit(grouped(tenths, tenths == 100 ? 0 : 1));
  }

  /** A relative change with its sign: 0.52 is +52 %. */
  public static String signedPercent(@Nullable Double effect) {
    return withUnit(signed(orNaN(effect) * 100, 0));
  }

  public static String signedLoad(@Nullable Double aas) {
    return signed(orNaN(aas), Math.abs(orNaN(aas)) < 100 ? 2 : 0);
  }

  /** A factor, for example 1.5x. */
  public static String factor(@Nullable Double factor) {
    double value = orNaN(factor);
    return Double.isNaN(value) ? UNKNOWN : grouped(value, value < 10 ? 1 : 0) + "x";
  }

  /** Whole dollars. */
  public static String usd(@Nullable Double usd) {
    double value = orNaN(usd);
    if (Double.isNaN(value)) {
      return UNKNOWN;
    }
    return (value <= -0.5 ? String.valueOf(MINUS) : "") + "$" + grouped(Math.abs(value), 0);
  }

  /** A difference in whole dollars. */
  public static String signedUsd(@Nullable Double usd) {
    return (orNaN(usd) >= 0.5 ? "+" : "") + usd(usd);
  }

  /** A whole number. */
  public static String count(@Nullable Double count) {
    return grouped(orNaN(count), 0);
  }

  /** A rate or a ratio of counts: three significant digits for small values. */
  public static String rate(@Nullable Double value) {
    double size = Math.abs(orNaN(value));
    return grouped(orNaN(value), size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : 2);
  }

  /** Seconds as milliseconds, without the unit. */
  public static String millis(@Nullable Double seconds) {
    return rate(orNaN(seconds) * 1000);
  }

  /** An adjusted p-value, 0..1. */
  public static String qValue(@Nullable Double q) {
    return orNaN(q) < 0.001 ? "<0.001" : grouped(orNaN(q), 3);
  }

  /** A ratio, for example the latency stretch 1.02. */
  public static String ratio(@Nullable Double ratio) {
    return grouped(orNaN(ratio), 2);
  }

  /** A coordinate or width for SVG: at most two decimals, always with a point. */
  public static String coordinate(double value) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private static String withUnit(String number) {
    return number.equals(UNKNOWN) ? UNKNOWN : number + SPACE + "%";
  }

  private static String signed(double value, int decimals) {
    String text = grouped(value, decimals);
    return value > 0 && !isZero(text) && !text.equals(UNKNOWN) ? "+" + text : text;
  }

  private static String grouped(double value, int decimals) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return UNKNOWN;
    }
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return isZero(text) ? text.replace("-", "") : text.replace('-', MINUS);
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }
}
