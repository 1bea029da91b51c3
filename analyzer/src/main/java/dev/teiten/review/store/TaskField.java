package dev.teiten.review.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a task that can change. */
public enum TaskField {
  CLUSTER(TaskCard::cluster),
  QUERIES(card -> String.join(" ", card.fingerprints())),
  TITLE(TaskCard::title),
  OWNER(TaskCard::owner),
  STATE(TaskCard::state),
  DUE(TaskCard::due),
  PERCENT(card -> card.promised().percent()),
  MONTHLY_USD(card -> card.promised().monthlyUsd()),
  INSTANCES(card -> card.promised().instances()),
  PRICES_AS_OF(card -> card.promised().pricesAsOf()),
  FIXED_AT(TaskCard::fixedAt),
  HOURS_SPENT(TaskCard::hoursSpent),
  NOTE(TaskCard::note);

  private final Function<TaskCard, @Nullable Object> value;

  TaskField(Function<TaskCard, @Nullable Object> value) {
    this.value = value;
  }

  /**
   * The change of one field.
   *
   * @param before null if it was empty
   * @param after null if it is empty
   */
  public record FieldEdit(TaskField field, @Nullable String before, @Nullable String after) {}

  /** Every difference between two cards. */
  public static List<FieldEdit> changes(TaskCard before, TaskCard after) {
    List<FieldEdit> changes = new ArrayList<>();
    for (TaskField field : values()) {
      String old = field.text(before);
      String now = field.text(after);
      if (!Objects.equals(old, now)) {
        changes.add(new FieldEdit(field, old, now));
      }
    }
    return changes;
  }

  /** The value in the form of the history: ISO dates, plain numbers; null if empty. */
  @Nullable String text(TaskCard card) {
    Object of = value.apply(card);
    String text = of == null ? "" : of.toString();
    return text.isEmpty() ? null : text;
  }
}
