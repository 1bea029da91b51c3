package dev.teiten.web.tasks;

import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskField;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event of a task.
 *
 * @param change the changed field; null for a remark
 * @param words the remark, otherwise empty
 */
public record HistoryRow(
    String when, String who, String kind, @Nullable FieldChange change, String words) {

  /** A field with its values; a dash for an empty value. */
  public record FieldChange(String field, String before, String after) {}

  static List<HistoryRow> of(List<TaskEvent> events, DateFormats dates) {
    return events.stream().map(event -> of(event, dates)).toList();
  }

  private static HistoryRow of(TaskEvent event, DateFormats dates) {
    PageTexts texts = dates.texts();
    TaskField field = event.field();
    return new HistoryRow(
        dates.timestamp(event.by().at()),
        event.by().author(),
        texts.get("task.event." + event.kind().name().toLowerCase(Locale.ROOT)),
        field == null ? null : change(field, event.before(), event.after(), dates),
        field == null && event.after() != null ? event.after() : "");
  }

  static FieldChange change(
      TaskField field, @Nullable String before, @Nullable String after, DateFormats dates) {
    PageTexts texts = dates.texts();
    return new FieldChange(
        texts.get("task.field." + field.name().toLowerCase(Locale.ROOT)),
        value(field, before, dates),
        value(field, after, dates));
  }

  private static String value(TaskField field, @Nullable String text, DateFormats dates) {
    if (text == null) {
      return NumberFormats.UNKNOWN;
    }
    return switch (field) {
      case STATE -> dates.texts().get("task.state." + text.toLowerCase(Locale.ROOT));
      case DUE -> dates.day(LocalDate.parse(text));
      case FIXED_AT -> dates.timestamp(Instant.parse(text));
      default -> text;
    };
  }
}
