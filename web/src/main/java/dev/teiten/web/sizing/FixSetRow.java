package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.SqlToken;
import dev.teiten.web.view.Texts;
import java.util.List;
import java.util.Map;

/** A smallest set of fixes and what it releases. */
public record FixSetRow(List<Part> fixes, OptionRow option, String saving, String tryHref) {

  /** One fix. */
  public record Part(String text, String href, List<SqlToken> tokens) {}

  static FixSetRow of(FixSet set, Ranking ranking, ReviewWeek week, Texts texts) {
    List<Part> parts = set.fixes().stream().map(fix -> part(fix, ranking, week)).toList();
    WhatIf whatIf = new WhatIf(set.fixes(), null, null, Map.of());
    Double saving = set.monthlySavingUsd();
    return new FixSetRow(
        parts,
        OptionRow.of(set.option(), "", texts),
        saving == null ? texts.get("noPrice") : Format.usd(-saving),
        Links.sizing(ranking.cluster(), week) + whatIf.query());
  }

  private static Part part(Fix fix, Ranking ranking, ReviewWeek week) {
    String statement =
        ranking.contributors().stream()
            .filter(contributor -> contributor.fingerprint().equals(fix.fingerprint()))
            .map(Contributor::statement)
            .findFirst()
            .orElse(fix.fingerprint());
    return new Part(
        "−" + Format.percent(fix.percent() / 100),
        Links.query(fix.fingerprint(), ranking.cluster(), week),
        SqlToken.split(statement));
  }
}
