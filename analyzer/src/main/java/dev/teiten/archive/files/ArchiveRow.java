package dev.teiten.archive.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of an answer. Values are read by column name, since files of several versions differ. */
public interface ArchiveRow {

  /** The value as the JDBC driver gives it; null if it is NULL or the answer lacks the column. */
  @Nullable Object value(String column);

  /** The elements of a list of numbers; empty if there is no list. */
  double[] numbers(String column);

  /** The value as text; null if there is none. */
  default @Nullable String textOrNull(String column) {
    Object value = value(column);
    return value == null ? null : value.toString();
  }

  /** The value as text; empty if there is none. */
  default String text(String column) {
    String text = textOrNull(column);
    return text == null ? "" : text;
  }

  /** The value as a number; {@code NaN} if there is none. */
  default double number(String column) {
    return value(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The value as a number; null if there is none. */
  default @Nullable Integer integerOrNull(String column) {
    return value(column) instanceof Number number ? number.intValue() : null;
  }

  /** True if the value is true; false if it is false or there is none. */
  default boolean isTrue(String column) {
    return Boolean.TRUE.equals(value(column));
  }

  /** A timestamp in UTC; null if there is none. */
  default @Nullable Instant instantOrNull(String column) {
    Object value = value(column);
    return value == null ? null : UtcTimestamps.instant(value);
  }
}
