package dev.teiten.web.sizing;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.GuardRow;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sizing page, ready to be shown. */
public record SizingPage(
    String verdict,
    String verdictCss,
    String reason,
    List<String> moreReasons,
    List<Comparison> comparison,
    boolean hasRecommendation,
    List<GuardRow> guards,
    List<OptionRow> options,
    @Nullable FrontChart front,
    @Nullable UseChart use,
    List<AssumptionRow> assumptions,
    List<String> classes,
    List<FixSetRow> fixSets,
    List<FixRow> fixes,
    String target,
    String readers,
    boolean asking,
    String action,
    String prices,
    List<String> warnings,
    String weekHref,
    String jsonHref) {

  /** One line of today against the recommendation. */
  public record Comparison(String label, String today, String recommended) {}

  static SizingPage of(
      SizingAdvice advice, Optional<HourlyUse> use, Ranking ranking, WhatIf whatIf, Dates dates) {
    Texts texts = dates.texts();
    ReviewWeek week = advice.week();
    String verdict = advice.verdict().name().toLowerCase(Locale.ROOT);
    return new SizingPage(
        texts.get("verdict." + verdict),
        "v-" + verdict,
        advice.reasons().isEmpty() ? "" : advice.reasons().get(0),
        advice.reasons().stream().skip(1).toList(),
        Comparisons.of(advice, texts),
        advice.recommended() != null,
        advice.guards().stream().map(guard -> GuardRow.of(guard, texts)).toList(),
        options(advice, whatIf, texts),
        FrontChart.of(advice),
        use.map(hours -> UseChart.of(hours, week, dates)).orElse(null),
        AssumptionRow.of(whatIf.assumptions(), texts),
        classes(advice),
        advice.fixSets().stream().map(set -> FixSetRow.of(set, ranking, week, texts)).toList(),
        FixRow.of(ranking, week, whatIf.fixes()),
        whatIf.target() == null ? "" : whatIf.target(),
        whatIf.readers() == null ? "" : Format.coordinate(whatIf.readers()),
        whatIf.isAsking(),
        Links.sizing(advice.cluster(), week),
        prices(advice, dates),
        advice.warnings(),
        Links.week(advice.cluster(), week),
        Links.series(advice.cluster(), week, "sizing") + whatIf.query());
  }

  private static List<OptionRow> options(SizingAdvice advice, WhatIf whatIf, Texts texts) {
    boolean asked = whatIf.target() != null || whatIf.readers() != null;
    List<OptionRow> rows = new ArrayList<>();
    for (int i = 0; i < advice.options().size(); i++) {
      Option option = advice.options().get(i);
      String mark = option.equals(advice.recommended()) ? texts.get("option.recommended") : "";
      rows.add(OptionRow.of(option, i == 0 && asked ? texts.get("option.asked") : mark, texts));
    }
    return rows;
  }

  /** The sizes of today's family and of those among the options, smallest first. */
  private static List<String> classes(SizingAdvice advice) {
    Set<String> families = new HashSet<>();
    if (advice.current() != null) {
      families.add(family(advice.current().writerClass()));
    }
    advice.options().forEach(option -> families.add(family(option.writerClass())));
    return InstanceClasses.all().stream()
        .filter(one -> families.contains(family(one.name())))
        .sorted(
            Comparator.comparing((InstanceClass one) -> family(one.name()))
                .thenComparing(InstanceClass::vcpus))
        .map(InstanceClass::name)
        .toList();
  }

  private static String family(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String prices(SizingAdvice advice, Dates dates) {
    SizingAdvice.Prices prices = advice.prices();
    return prices == null
        ? dates.texts().get("prices.none")
        : dates
            .texts()
            .get("prices.from", prices.source(), dates.day(prices.asOf()), prices.region());
  }
}
