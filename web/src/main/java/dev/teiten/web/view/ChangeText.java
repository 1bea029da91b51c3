package dev.teiten.web.view;

import dev.teiten.change.FurtherChange;
import dev.teiten.change.HourMove;
import dev.teiten.change.QueryChange;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change in words, so that it does not depend on colours.
 *
 * @param difference for example {@code +1.10 [1.5x|52 %]}; empty without an earlier load
 * @param kind the kind's word
 * @param css the kind's class
 * @param detail the effect with its interval, its time, its cause, and further changes; empty if
 *     nothing is known
 */
public record ChangeText(String difference, String kind, String css, String detail) {

  public static ChangeText of(QueryChange change, double loadAas, DateFormats dates) {
    String name = name(change.kind());
    PageTexts texts = dates.texts();
    List<String> details = new ArrayList<>();
    details.add(effect(change, texts));
    details.add(when(change, dates));
    details.add(cause(change, texts));
    for (FurtherChange further : change.also()) {
      details.add(texts.get("change.also", further(further, texts)));
    }
    details.removeIf(String::isEmpty);
    return new ChangeText(
        difference(loadAas, change.loadAasBefore()),
        texts.get("change." + name),
        "k-" + name.replace('_', '-'),
        String.join(", ", details));
  }

  private static String when(QueryChange change, DateFormats dates) {
    PageTexts texts = dates.texts();
    HourMove move = change.moved();
    List<String> parts = new ArrayList<>();
    if (move != null) {
      parts.add(
          texts.get(
              "change.moved",
              hour(move.fromDay(), move.from(), dates),
              hour(move.toDay(), move.to(), dates)));
    }
    if (change.since() != null) {
      parts.add(
          change.until() == null
              ? texts.get("change.since", dates.moment(change.since()))
              : texts.get(
                  "change.until", dates.moment(change.since()), dates.moment(change.until())));
    }
    return String.join(", ", parts);
  }

  private static String hour(@Nullable DayOfWeek day, String hour, DateFormats dates) {
    return day == null ? hour : dates.weekday(day.getValue() - 1) + " " + hour;
  }

  private static String cause(QueryChange change, PageTexts texts) {
    String cause = change.cause();
    List<String> parts = new ArrayList<>();
    if (change.kind() == QueryChange.Kind.VICTIM && cause != null) {
      parts.add(texts.get("change.waitsFor", cause));
    }
    if (change.kind() == QueryChange.Kind.INCIDENT && cause != null) {
      parts.add(
          cause.equals("CALLS")
              ? texts.get("change.moreCalls")
              : texts.get("change.waitedFor", cause));
    }
    if (!change.suspects().isEmpty()) {
      parts.add(texts.get("change.suspects", String.join(", ", change.suspects())));
    }
    return String.join(", ", parts);
  }

  private static String further(FurtherChange further, PageTexts texts) {
    Double effect = further.effect();
    return effect == null || further.kind() == QueryChange.Kind.INCIDENT
        ? texts.get("change." + name(further.kind()))
        : texts.get(effectKey(further.kind()), NumberFormats.signedPercent(effect));
  }

  private static String name(QueryChange.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The difference, the factor and the relative change of a load, for example {@code +1.10 [1.5x|52
   * %]}.
   */
  public static String difference(@Nullable Double now, @Nullable Double before) {
    if (now == null || before == null) {
      return "";
    }
    String difference = NumberFormats.signedLoad(now - before);
    if (before <= 0) {
      return difference;
    }
    double factor = now / before;
    return difference
        + " ["
        + NumberFormats.factor(factor)
        + "|"
        + NumberFormats.signedPercent(factor - 1)
        + "]";
  }

  private static String effect(QueryChange change, PageTexts texts) {
    if (change.effect() == null || change.kind() == QueryChange.Kind.STEADY) {
      return "";
    }
    String effect =
        texts.get(effectKey(change.kind()), NumberFormats.signedPercent(change.effect()));
    if (change.effectLow() == null || change.effectHigh() == null) {
      return effect;
    }
    return effect
        + " "
        + texts.get(
            "change.interval",
            NumberFormats.signedPercent(change.effectLow()),
            NumberFormats.signedPercent(change.effectHigh()));
  }

  private static String effectKey(QueryChange.Kind kind) {
    return switch (kind) {
      case REGRESSED, IMPROVED -> "change.perCall";
      case TRAFFIC_UP, TRAFFIC_DOWN -> "change.calls";
      default -> "change.load";
    };
  }
}
