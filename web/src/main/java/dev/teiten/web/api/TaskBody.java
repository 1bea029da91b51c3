package dev.teiten.web.api;

import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskRemark;
import dev.teiten.review.store.TaskState;
import dev.teiten.web.site.WrongFieldException;
import dev.teiten.web.view.WrongText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A script's JSON about a task: a missing member changes nothing, null clears the field. */
final class TaskBody {
  private static final Set<String> MEMBERS =
      Set.of(
          "author",
          "cluster",
          "due",
          "fingerprints",
          "fixedAt",
          "hoursSpent",
          "note",
          "owner",
          "percent",
          "pricesAsOf",
          "promisedInstances",
          "promisedMonthlyUsd",
          "state",
          "title",
          "version");
  private static final Set<String> REMARK_MEMBERS = Set.of("author", "decision", "text");

  private final JsonBody json;

  private TaskBody(JsonBody json) {
    this.json = json;
  }

  /**
   * @throws dev.teiten.load.SettingException if the text is not a JSON object, or has an unknown
   *     member
   */
  static TaskBody of(String text) {
    return new TaskBody(JsonBody.of(text, MEMBERS));
  }

  /**
   * A body about a remark.
   *
   * @throws dev.teiten.load.SettingException as {@link #of}
   */
  static TaskBody ofRemark(String text) {
    return new TaskBody(JsonBody.of(text, REMARK_MEMBERS));
  }

  /** The author; empty if missing. */
  String author() {
    return json.text("author", "");
  }

  TaskRemark remark() {
    return new TaskRemark(json.flag("decision"), json.text("text", ""));
  }

  /** A card with this body's members over those of {@code card}. */
  TaskCard onto(TaskCard card) {
    return new TaskCard(
        json.text("cluster", card.cluster()),
        json.texts("fingerprints", card.fingerprints()),
        json.text("title", card.title()),
        json.parsedOrNull("owner", card.owner(), text -> text),
        json.parsed("state", card.state(), TaskBody::state),
        json.parsedOrNull("due", card.due(), LocalDate::parse),
        promised(card.promised()),
        json.parsedOrNull("fixedAt", card.fixedAt(), Instant::parse),
        json.numberOrNull("hoursSpent", card.hoursSpent()),
        note(card));
  }

  private String note(TaskCard card) {
    String note = json.parsedOrNull("note", card.note(), text -> text);
    return note == null ? "" : note;
  }

  /** A new card from this body. */
  TaskCard card() {
    return onto(TaskCard.titled(json.text("cluster", ""), List.of(), json.text("title", "")));
  }

  /** The version that the script read. */
  int version() {
    Integer version = json.integerOrNull("version", null);
    if (version == null) {
      throw new WrongFieldException(
          "version", WrongText.NO_VERSION.of(), WrongText.SEND_VERSION.of());
    }
    return version;
  }

  private PromisedBenefit promised(PromisedBenefit old) {
    return new PromisedBenefit(
        json.numberOrNull("percent", old.percent()),
        json.numberOrNull("promisedMonthlyUsd", old.monthlyUsd()),
        json.integerOrNull("promisedInstances", old.instances()),
        json.parsedOrNull("pricesAsOf", old.pricesAsOf(), LocalDate::parse));
  }

  private static TaskState state(String text) {
    return TaskState.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
