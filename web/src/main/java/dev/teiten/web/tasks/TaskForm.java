package dev.teiten.web.tasks;

import dev.teiten.load.SettingException;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import dev.teiten.web.view.WrongText;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A card as the fields of a form, and back. An empty field is unknown.
 *
 * @param queries fingerprints, separated by blanks
 * @param fixedAt a local time in {@code zone}
 */
public record TaskForm(
    String cluster,
    String queries,
    String title,
    String owner,
    String state,
    String due,
    String percent,
    String usd,
    String instances,
    String pricesAsOf,
    String fixedAt,
    String zone,
    String hours,
    String note) {

  static TaskForm of(TaskCard card, ZoneId zone) {
    PromisedBenefit promised = card.promised();
    Instant fixed = card.fixedAt();
    return new TaskForm(
        card.cluster(),
        String.join(" ", card.fingerprints()),
        card.title(),
        text(card.owner()),
        card.state().name().toLowerCase(Locale.ROOT),
        text(card.due()),
        number(promised.percent()),
        number(promised.monthlyUsd()),
        text(promised.instances()),
        text(promised.pricesAsOf()),
        fixed == null
            ? ""
            : LocalDateTime.ofInstant(fixed, zone).truncatedTo(ChronoUnit.MINUTES).toString(),
        zone.getId(),
        number(card.hoursSpent()),
        card.note());
  }

  /** The initial values of a new task's form, which may lack required fields. */
  static TaskForm begun(
      String cluster,
      List<String> fingerprints,
      String title,
      PromisedBenefit promised,
      String note,
      ZoneId zone) {
    return new TaskForm(
        cluster,
        String.join(" ", fingerprints),
        title,
        "",
        TaskState.OPEN.name().toLowerCase(Locale.ROOT),
        "",
        number(promised.percent()),
        number(promised.monthlyUsd()),
        text(promised.instances()),
        text(promised.pricesAsOf()),
        "",
        zone.getId(),
        "",
        note);
  }

  /**
   * The values of a submitted form; a missing field is empty, because scripts omit empty fields.
   */
  static TaskForm sent(Context ctx) {
    Function<String, String> field =
        name -> {
          String value = ctx.formParam(name);
          return value == null ? "" : value.strip();
        };
    return new TaskForm(
        field.apply("cluster"),
        field.apply("queries"),
        field.apply("title"),
        field.apply("owner"),
        field.apply("state"),
        field.apply("due"),
        field.apply("percent"),
        field.apply("usd"),
        field.apply("instances"),
        field.apply("pricesAsOf"),
        field.apply("fixedAt"),
        field.apply("zone"),
        field.apply("hours"),
        field.apply("note"));
  }

  /**
   * The card with these values.
   *
   * @param before the stored instant; a form shows minutes only
   * @throws SettingException if a field is wrong
   */
  TaskCard card(@Nullable Instant before) {
    return new TaskCard(
        cluster,
        queries.isEmpty() ? List.of() : List.of(queries.split("[\\s,]+")),
        title,
        owner.isEmpty() ? null : owner,
        state.isEmpty() ? TaskState.OPEN : read("state", state, TaskForm::stateOf),
        due.isEmpty() ? null : read("due", due, LocalDate::parse),
        promised(),
        fixedAt.isEmpty() ? null : fixed(before),
        hours.isEmpty() ? null : read("hours", hours, Double::valueOf),
        note);
  }

  private PromisedBenefit promised() {
    return new PromisedBenefit(
        percent.isEmpty() ? null : read("percent", percent, Double::valueOf),
        usd.isEmpty() ? null : read("usd", usd, Double::valueOf),
        instances.isEmpty() ? null : read("instances", instances, Integer::valueOf),
        pricesAsOf.isEmpty() ? null : read("pricesAsOf", pricesAsOf, LocalDate::parse));
  }

  private Instant fixed(@Nullable Instant before) {
    ZoneId of = read("zone", zone, ZoneId::of);
    Instant read =
        read("fixedAt", fixedAt, text -> LocalDateTime.parse(text).atZone(of).toInstant());
    return before != null && before.truncatedTo(ChronoUnit.MINUTES).equals(read) ? before : read;
  }

  private static TaskState stateOf(String text) {
    return TaskState.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static <T> T read(String field, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new SettingException(WrongText.UNREADABLE.of(field, text), WrongText.AS_THE_FORM.of());
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A number without a zero fraction. */
  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e12
        ? String.valueOf(value.longValue())
        : String.valueOf(value);
  }
}
