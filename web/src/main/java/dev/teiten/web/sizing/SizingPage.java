package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.web.view.CapacityText;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.GuardRow;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sizing page, formatted for display.
 *
 * @param wrongs invalid parts of the address, one sentence each
 * @param guardNote the subject of the guards if it is not the recommendation; otherwise empty
 * @param week null if the CPU work is unknown
 * @param noSets the reason why there is no set of fixes
 * @param taskHref the form of a task that promises the assumed fixes; null without fixes
 * @param complete whether fix sets and single releases were searched
 */
public record SizingPage(
    SizingOutcome outcome,
    List<String> wrongs,
    List<String> reasons,
    WhatIfForm ask,
    CapacityComparison comparison,
    String guardNote,
    List<GuardRow> guards,
    @Nullable FrontChart front,
    @Nullable WeekChart week,
    List<OptionRow> options,
    List<FixSetRow> fixSets,
    String noSets,
    boolean complete,
    String prices,
    List<String> warnings,
    List<OtherEstimate> otherEstimates,
    String jsonHref,
    @Nullable String taskHref) {

  static SizingPage of(
      QuickAdvice sizing,
      @Nullable HourlyUse hourly,
      Ranking ranking,
      WhatIfRequest question,
      DateFormats dates) {
    SizingAdvice advice = sizing.advice();
    PageTexts texts = dates.texts();
    ReviewWeek week = advice.week();
    OptionLinks choices =
        new OptionLinks(advice, question, PageLinks.sizing(advice.cluster(), week));
    return new SizingPage(
        SizingOutcome.of(
            choices, advice.reasons().isEmpty() ? "" : texts.say(advice.reasons().get(0)), texts),
        question.problems().stream().map(problem -> wrong(problem, texts)).toList(),
        texts.say(advice.reasons()),
        WhatIfForm.of(choices, ranking, week, texts),
        CapacityComparison.of(choices, texts),
        advice.keptByGuard() ? texts.get("guard.of.keep") : "",
        advice.guards().stream().map(guard -> GuardRow.of(guard, texts)).toList(),
        FrontChart.of(choices, texts),
        hourly == null ? null : WeekChart.of(hourly, shown(choices, texts), week, dates),
        advice.options().stream().map(option -> OptionRow.of(option, choices, texts)).toList(),
        advice.fixSets().stream()
            .map(set -> FixSetRow.of(set, ranking, week, choices, texts))
            .toList(),
        texts.get(advice.verdict() == Verdict.UNDECIDED ? "sets.undecided" : "sets.none"),
        sizing.complete(),
        prices(advice, dates),
        texts.say(advice.warnings()),
        OtherEstimate.of(advice.details(), texts),
        PageLinks.series(advice.cluster(), week, "sizing") + question.query(),
        question.whatIf().fixes().isEmpty()
            ? null
            : PageLinks.newTask(advice.cluster(), week, question.whatIf().fixes()));
  }

  private static String wrong(WhatIfRequest.Problem problem, PageTexts texts) {
    WhatIfParam entry = problem.entry();
    return texts.get(
        "sizing.wrong",
        entry.kind().parameter() + "=" + entry.value(),
        texts.get("sizing.allowed." + entry.kind().name().toLowerCase(Locale.ROOT)));
  }

  /**
   * The capacity that the week's chart predicts: the requested one, the recommended one, or
   * today's.
   */
  private static String shown(OptionLinks choices, PageTexts texts) {
    Option asked = choices.asked();
    Option option = asked != null ? asked : choices.advice().recommended();
    if (option == null) {
      SizingAdvice.Current now = choices.advice().current();
      return now == null ? "" : CapacityText.text(now, texts);
    }
    return CapacityText.text(option);
  }

  private static String prices(SizingAdvice advice, DateFormats dates) {
    SizingAdvice.Prices prices = advice.prices();
    SizingAdvice.Current now = advice.current();
    boolean ofToday = now != null && now.monthlyUsd() != null;
    return prices == null
        ? dates.texts().get(ofToday ? "prices.today" : "prices.none")
        : dates
            .texts()
            .get(
                "prices.from",
                PriceSource.in(dates.texts(), prices.source()),
                dates.day(prices.asOf()),
                prices.region());
  }
}
