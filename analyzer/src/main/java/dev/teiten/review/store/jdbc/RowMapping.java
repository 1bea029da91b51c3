package dev.teiten.review.store.jdbc;

import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskField;
import dev.teiten.review.store.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps rows of the tables to records. */
final class RowMapping {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private RowMapping() {}

  /** The text of an instant in the tables: its length is fixed, so it sorts. */
  static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : MILLIS.format(instant);
  }

  static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static Task task(ResultSet row, List<String> fingerprints) throws SQLException {
    PromisedBenefit promised =
        new PromisedBenefit(
            number(row, "percent"),
            number(row, "monthly_usd"),
            integer(row, "instances"),
            day(row, "prices_as_of"));
    TaskCard card =
        new TaskCard(
            row.getString("cluster"),
            fingerprints,
            row.getString("title"),
            row.getString("owner"),
            TaskState.valueOf(row.getString("state")),
            day(row, "due"),
            promised,
            instant(row, "fixed_at"),
            number(row, "hours_spent"),
            row.getString("note"));
    return new Task(
        row.getLong("id"),
        row.getInt("version"),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("touched_at")),
        card);
  }

  static TaskEvent event(ResultSet row) throws SQLException {
    String field = row.getString("field");
    return new TaskEvent(
        row.getLong("id"),
        row.getLong("task_id"),
        new AuthorStamp(row.getString("author"), Instant.parse(row.getString("happened_at"))),
        TaskEvent.Kind.valueOf(row.getString("kind")),
        field == null ? null : TaskField.valueOf(field),
        row.getString("old_value"),
        row.getString("new_value"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : Double.valueOf(value);
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : Integer.valueOf(value);
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : LocalDate.parse(value);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : Instant.parse(value);
  }
}
