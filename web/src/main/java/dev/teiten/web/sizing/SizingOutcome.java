package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Trial;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer in one or two sentences with numbers; a screen reader announces it after each change.
 *
 * @param asked a sentence about the requested capacity; empty without a request
 * @param trial the capacity that only a trial can decide on, and how to try it; empty without one
 */
public record SizingOutcome(
    String verdict, String css, String sentence, String asked, String trial) {

  static SizingOutcome of(OptionLinks choices, String firstReason, PageTexts texts) {
    SizingAdvice advice = choices.advice();
    String verdict = advice.verdict().name().toLowerCase(Locale.ROOT);
    Option asked = choices.asked();
    return new SizingOutcome(
        texts.get("verdict." + verdict),
        "v-" + verdict,
        sentence(choices, firstReason, texts),
        asked == null ? "" : say("sizing.outcome.asked", asked, texts),
        trial(advice.trial(), texts));
  }

  private static String sentence(OptionLinks choices, String firstReason, PageTexts texts) {
    SizingAdvice advice = choices.advice();
    Option today = choices.today();
    if (advice.recommended() != null) {
      return say("sizing.outcome.change", advice.recommended(), texts);
    }
    return today == null || advice.verdict() == SizingAdvice.Verdict.UNDECIDED
        ? firstReason
        : say("sizing.outcome." + advice.verdict().name().toLowerCase(Locale.ROOT), today, texts);
  }

  private static String trial(@Nullable Trial trial, PageTexts texts) {
    if (trial == null) {
      return "";
    }
    Option option = trial.option();
    return texts.get(
        "sizing.trial",
        CapacityText.text(option),
        money(option.monthlyUsd(), option.monthlySavingUsd(), texts),
        texts.say(trial.trial()));
  }

  private static String say(String key, Option option, PageTexts texts) {
    return texts.get(
        key,
        CapacityText.text(option),
        money(option.monthlyUsd(), option.monthlySavingUsd(), texts),
        NumberFormats.percent(option.p99Utilisation()),
        NumberFormats.percent(option.p99UtilisationAfterFailure()),
        texts.get("grade.both", OptionRow.held(option, texts), OptionRow.grade(option, texts)));
  }

  private static String money(@Nullable Double usd, @Nullable Double saving, PageTexts texts) {
    if (usd == null) {
      return texts.get("noPrice");
    }
    return saving == null || Math.abs(saving) < 0.5
        ? texts.get("sizing.aMonth", NumberFormats.usd(usd))
        : texts.get("sizing.aMonthSaved", NumberFormats.usd(usd), NumberFormats.signedUsd(-saving));
  }
}
