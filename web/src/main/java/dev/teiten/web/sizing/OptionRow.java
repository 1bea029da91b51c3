package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice.Grade;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.guard.Guard;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A selectable capacity, formatted for display.
 *
 * @param held the draws in which the CPU limits hold
 * @param doubts the guards that fail and all that is not known; empty for a safe option
 * @param mark {@code recommended}, {@code asked for} or {@code today} in words; otherwise empty
 * @param href the address that selects it; null if an address cannot express it
 */
public record OptionRow(
    String capacity,
    String price,
    String saving,
    String p99,
    String p99Interval,
    String p99AfterFailure,
    String stretch,
    String held,
    String grade,
    String gradeCss,
    List<String> doubts,
    String risk,
    String riskCss,
    String mark,
    @Nullable String href) {

  static OptionRow of(Option option, OptionLinks choices, PageTexts texts) {
    String mark = choices.mark(option);
    return of(
        option, mark.isEmpty() ? "" : texts.get("option." + mark), choices.href(option), texts);
  }

  static OptionRow of(Option option, String mark, @Nullable String href, PageTexts texts) {
    Integer risk = option.risk();
    return new OptionRow(
        CapacityText.text(option),
        CapacityText.price(option.monthlyUsd(), texts),
        NumberFormats.usd(option.monthlySavingUsd()),
        NumberFormats.percent(option.p99Utilisation()),
        interval(option.p99UtilisationLow(), option.p99UtilisationHigh()),
        NumberFormats.percent(option.p99UtilisationAfterFailure()),
        NumberFormats.ratio(option.latencyStretch()),
        held(option, texts),
        grade(option, texts),
        option.grade() == null ? "" : "gr-" + option.grade().name().toLowerCase(Locale.ROOT),
        doubts(option, texts),
        risk == null ? NumberFormats.UNKNOWN : texts.get("risk." + risk),
        risk == null ? "r-unknown" : "r-" + risk,
        mark,
        href);
  }

  /** The number of draws in which the CPU limits hold, in words. */
  static String held(Option option, PageTexts texts) {
    return option.drawsHeld() == null || option.draws() == null
        ? NumberFormats.UNKNOWN
        : texts.get("grade.held", option.drawsHeld().toString(), option.draws().toString());
  }

  static String grade(Option option, PageTexts texts) {
    Grade grade = option.grade();
    return texts.get(
        "grade." + (grade == null ? "unknown" : grade.name().toLowerCase(Locale.ROOT)));
  }

  /** The details of the guards that fail, and then the doubts. */
  private static List<String> doubts(Option option, PageTexts texts) {
    List<String> doubts = new ArrayList<>();
    for (Guard guard : option.guards()) {
      if (guard.state() == Guard.State.FAIL) {
        doubts.add(texts.say(guard.name().of()) + ": " + texts.say(guard.detail()));
      }
    }
    doubts.addAll(texts.say(option.doubts()));
    return List.copyOf(doubts);
  }

  static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null
        ? ""
        : NumberFormats.percent(low) + " – " + NumberFormats.percent(high);
  }
}
