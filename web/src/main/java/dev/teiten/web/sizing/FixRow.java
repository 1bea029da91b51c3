package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TextCut;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingDetails.BreakEven;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query for which the reader can assume a fix, or another hour.
 *
 * @param percent share of its work that the fix removes, 0 to 100
 * @param time assumed start, {@code HH:MM}; empty for no change
 * @param release smallest percent at which a fix of this query alone releases capacity; null if
 *     there is none, or without a search
 * @param noRelease the reason for a null release
 */
public record FixRow(
    String fingerprint,
    String rank,
    String href,
    String statement,
    List<SqlToken> tokens,
    String load,
    String cores,
    String percent,
    String time,
    @Nullable Release release,
    String noRelease) {

  private static final int TOP = 10;
  private static final int IN_LIST = 200;
  private static final int ON_HOVER = 2000;

  /** The smallest fix that releases capacity, and the address that assumes it. */
  public record Release(String text, String href) {}

  /** The heaviest queries, and queries outside the top that the page mentions. */
  static List<FixRow> of(Ranking ranking, ReviewWeek week, OptionLinks choices, PageTexts texts) {
    Set<String> named = named(choices);
    List<FixRow> rows = new ArrayList<>();
    for (Contributor contributor : ranking.contributors()) {
      if (contributor.rank() <= TOP || named.contains(contributor.fingerprint())) {
        rows.add(row(contributor, ranking.cluster(), week, choices, texts));
      }
    }
    return rows;
  }

  private static Set<String> named(OptionLinks choices) {
    Set<String> named =
        choices.advice().fixSets().stream()
            .flatMap(set -> set.fixes().stream())
            .map(Fix::fingerprint)
            .collect(Collectors.toCollection(TreeSet::new));
    choices.question().entries().forEach(entry -> named.add(entry.key()));
    return named;
  }

  private static FixRow row(
      Contributor contributor,
      String cluster,
      ReviewWeek week,
      OptionLinks choices,
      PageTexts texts) {
    String fingerprint = contributor.fingerprint();
    WhatIfRequest question = choices.question();
    String percent = question.written(ParamKind.FIX, fingerprint);
    String time = question.written(ParamKind.MOVE, fingerprint);
    Optional<BreakEven> breakEven =
        choices.advice().details().breakEvens().stream()
            .filter(each -> each.fingerprint().equals(fingerprint))
            .findFirst();
    return new FixRow(
        fingerprint,
        String.valueOf(contributor.rank()),
        PageLinks.query(fingerprint, cluster, week),
        TextCut.toLength(contributor.statement(), ON_HOVER),
        SqlToken.split(ShortStatement.of(contributor.statement(), IN_LIST)),
        NumberFormats.load(contributor.loadAas()),
        NumberFormats.cores(contributor.removablePeakCores()),
        percent == null || question.isWrong(ParamKind.FIX, fingerprint) ? "0" : percent,
        time == null ? "" : time,
        breakEven.map(each -> release(each, choices, texts)).orElse(null),
        texts.get(breakEven.isPresent() ? "sizing.noRelease" : "sizing.notSearched"));
  }

  private static @Nullable Release release(
      BreakEven breakEven, OptionLinks choices, PageTexts texts) {
    Double percent = breakEven.percent();
    if (percent == null) {
      return null;
    }
    Double saving = breakEven.monthlySavingUsd();
    return new Release(
        texts.get(
            "sizing.release",
            NumberFormats.percent(percent / 100),
            saving == null ? texts.get("noPrice") : NumberFormats.signedUsd(-saving)),
        choices.page()
            + choices.question().queryWithFix(new Fix(breakEven.fingerprint(), percent)));
  }
}
