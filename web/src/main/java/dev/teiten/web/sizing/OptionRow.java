package dev.teiten.web.sizing;

import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageTexts;
import org.jspecify.annotations.Nullable;

/**
 * A selectable capacity, formatted for display.
 *
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
    String probabilitySafe,
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
        NumberFormats.percent(option.probabilitySafe()),
        risk == null ? NumberFormats.UNKNOWN : texts.get("risk." + risk),
        risk == null ? "r-unknown" : "r-" + risk,
        mark,
        href);
  }

  static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null
        ? ""
        : NumberFormats.percent(low) + " – " + NumberFormats.percent(high);
  }
}
