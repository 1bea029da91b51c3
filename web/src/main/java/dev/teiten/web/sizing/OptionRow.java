package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.view.Capacity;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A capacity to choose, ready to be shown.
 *
 * @param mark {@code recommended}, {@code asked for} or {@code today} in words; empty for the
 *     others
 * @param href the address that asks for it; null where an address cannot say it
 */
public record OptionRow(
    String capacity,
    String price,
    String saving,
    String p99,
    String p99Interval,
    String p99AfterFailure,
    String stretch,
    String probabilitySafe,
    String risk,
    String riskCss,
    String mark,
    @Nullable String href) {

  static OptionRow of(Option option, Choices choices, Texts texts) {
    String mark = choices.mark(option);
    return of(
        option, mark.isEmpty() ? "" : texts.get("option." + mark), choices.href(option), texts);
  }

  static OptionRow of(Option option, String mark, @Nullable String href, Texts texts) {
    Integer risk = option.risk();
    return new OptionRow(
        Capacity.text(option),
        Capacity.price(option.monthlyUsd(), texts),
        Format.usd(option.monthlySavingUsd()),
        Format.percent(option.p99Utilisation()),
        interval(option.p99UtilisationLow(), option.p99UtilisationHigh()),
        Format.percent(option.p99UtilisationAfterFailure()),
        Format.ratio(option.latencyStretch()),
        Format.percent(option.probabilitySafe()),
        risk == null ? Format.UNKNOWN : texts.get("risk." + risk),
        risk == null ? "r-unknown" : "r-" + risk,
        mark,
        href);
  }

  static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "" : Format.percent(low) + " – " + Format.percent(high);
  }
}
