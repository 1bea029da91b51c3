package dev.teiten.normalize.hint;

import dev.teiten.load.Sentence;
import java.util.Locale;

/** The figures that are the evidence of a hint. */
public enum HintFigure implements Sentence.Pattern {
  ROWS_PER_ROW_SENT("rows examined for each row sent: %s"),
  FULL_JOINS("joins without an index a call: %s"),
  FULL_SCANS("full scans a call: %s"),
  LOCK_SECONDS("seconds of lock waits a call: %s"),
  TMP_DISK_TABLES("temporary tables on disk a call: %s"),
  PAGES_PER_ROW("pages read for each row: %s"),
  TEMP_PAGES("pages written to temporary files a call: %s"),
  LOOKUPS("%s calls a second; rows examined a call: %s"),
  LOOKUPS_OF_ROUTE("%s calls a second on %s; rows examined a call: %s"),
  CONSTANT_CALLS(
      "%s calls a second; over the hours they spread by %s %%, those of the others by %s %%");

  private static final double NEARLY = 0.005;

  private final String english;

  HintFigure(String english) {
    this.english = english;
  }

  @Override
  public String code() {
    return "figure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String english() {
    return english;
  }

  /** The figure with one number. */
  Sentence ofNumber(double value) {
    return of(number(value));
  }

  /** A number with three digits, or a whole number. */
  public static String number(double value) {
    boolean whole = value >= 1 && Math.abs(value - Math.rint(value)) < NEARLY;
    return String.format(Locale.ROOT, value >= 10 || whole ? "%,.0f" : "%.3g", value);
  }
}
