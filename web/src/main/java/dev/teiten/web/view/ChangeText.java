package dev.teiten.web.view;

import dev.teiten.change.QueryChange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change in words, so that it does not depend on colours.
 *
 * @param difference for example {@code +1.10 [1.5x|52 %]}; empty without an earlier load
 * @param kind the kind's word
 * @param css the kind's class
 * @param detail the effect with its interval, its start, and its cause; empty if unknown
 */
public record ChangeText(String difference, String kind, String css, String detail) {

  public static ChangeText of(QueryChange change, double loadAas, DateFormats dates) {
    String name = change.kind().name().toLowerCase(Locale.ROOT);
    PageTexts texts = dates.texts();
    String detail = effect(change, texts);
    if (change.since() != null) {
      detail = join(detail, texts.get("change.since", dates.moment(change.since())));
    }
    if (change.kind() == QueryChange.Kind.VICTIM && change.cause() != null) {
      detail = join(detail, texts.get("change.waitsFor", change.cause()));
    }
    return new ChangeText(
        difference(loadAas, change.loadAasBefore()),
        texts.get("change." + name),
        "k-" + name.replace('_', '-'),
        detail);
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

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + ", " + second;
  }
}
