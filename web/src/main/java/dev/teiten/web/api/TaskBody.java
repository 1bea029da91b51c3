package dev.teiten.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.load.SettingException;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A script's JSON about a task: a missing member changes nothing, null clears the field. */
final class TaskBody {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> MEMBERS =
      new TreeSet<>(
          List.of(
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
              "version"));

  private final JsonNode json;

  private TaskBody(JsonNode json) {
    this.json = json;
  }

  /**
   * @throws SettingException if the text is not a JSON object, or has an unknown member
   */
  static TaskBody of(String text) {
    JsonNode json = read(text);
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw new SettingException(
                    "A task has no '" + name + "'", "It has " + String.join(", ", MEMBERS) + ".");
              }
            });
    return new TaskBody(json);
  }

  /** Parses any JSON object. */
  static JsonNode read(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Gives the error of any other JSON value, for example a number.
    }
    throw new SettingException(
        "The body is no JSON object", "Send {\"cluster\": \"main\", \"title\": \"…\"}.");
  }

  /** The author; empty if missing. */
  String author() {
    return author(json);
  }

  static String author(JsonNode body) {
    return body.path("author").asText("");
  }

  /** A card with this body's members over those of {@code card}. */
  TaskCard onto(TaskCard card) {
    return new TaskCard(
        keep("cluster", card.cluster(), text -> text),
        json.has("fingerprints") ? fingerprints() : card.fingerprints(),
        keep("title", card.title(), text -> text),
        change("owner", card.owner(), text -> text),
        keep("state", card.state(), TaskBody::state),
        change("due", card.due(), LocalDate::parse),
        promised(card.promised()),
        change("fixedAt", card.fixedAt(), Instant::parse),
        change("hoursSpent", card.hoursSpent(), Double::valueOf),
        json.path("note").isNull() ? "" : keep("note", card.note(), text -> text));
  }

  /** A new card from this body. */
  TaskCard card() {
    return onto(
        TaskCard.titled(
            keep("cluster", "", text -> text), List.of(), keep("title", "", text -> text)));
  }

  /** The version that the script read. */
  int version() {
    if (!json.path("version").canConvertToInt()) {
      throw new SettingException(
          "The version is missing", "Send the version that you read, such as \"version\": 1.");
    }
    return json.path("version").asInt();
  }

  private PromisedBenefit promised(PromisedBenefit old) {
    return new PromisedBenefit(
        change("percent", old.percent(), Double::valueOf),
        change("promisedMonthlyUsd", old.monthlyUsd(), Double::valueOf),
        change("promisedInstances", old.instances(), Integer::valueOf),
        change("pricesAsOf", old.pricesAsOf(), LocalDate::parse));
  }

  private List<String> fingerprints() {
    JsonNode list = json.path("fingerprints");
    List<String> ids = new ArrayList<>();
    list.forEach(id -> ids.add(id.isTextual() ? id.asText() : ""));
    if (!(list.isArray() || list.isNull()) || ids.contains("")) {
      throw new SettingException(
          "fingerprints is not a list of ids", "Send \"fingerprints\": [\"t3-…\"], or [].");
    }
    return ids;
  }

  private static TaskState state(String text) {
    return TaskState.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private <T> T keep(String member, T old, Function<String, T> reader) {
    JsonNode value = json.path(member);
    return value.isMissingNode() || value.isNull() ? old : read(member, value, reader);
  }

  private <T> @Nullable T change(String member, @Nullable T old, Function<String, T> reader) {
    JsonNode value = json.path(member);
    if (value.isMissingNode()) {
      return old;
    }
    return value.isNull() ? null : read(member, value, reader);
  }

  private static <T> T read(String member, JsonNode value, Function<String, T> reader) {
    try {
      return reader.apply(value.asText());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new SettingException(
          member + "='" + value.asText() + "' cannot be read",
          "States are OPEN, DOING, DONE, DROPPED; days 2026-11-27; instants"
              + " 2026-11-10T14:00:00Z.");
    }
  }
}
