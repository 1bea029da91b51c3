package dev.teiten.web.sizing;

import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.SqlToken;
import java.util.List;

/**
 * A smallest set of fixes and the capacity that it releases.
 *
 * @param taskHref the form of a task that promises the set
 * @param applied whether the page assumes the set now
 */
public record FixSetRow(
    List<Part> fixes,
    OptionRow option,
    String saving,
    String applyHref,
    String taskHref,
    boolean applied) {

  /** A fix. */
  public record Part(String text, String href, List<SqlToken> tokens) {}

  static FixSetRow of(
      FixSet set, Ranking ranking, ReviewWeek week, OptionLinks choices, PageTexts texts) {
    List<Part> parts = set.fixes().stream().map(fix -> part(fix, ranking, week)).toList();
    Double saving = set.monthlySavingUsd();
    return new FixSetRow(
        parts,
        OptionRow.of(set.option(), "", null, texts),
        saving == null ? texts.get("noPrice") : NumberFormats.signedUsd(-saving),
        choices.page() + choices.question().queryWithFixes(set.fixes()),
        PageLinks.newTask(ranking.cluster(), week, set.fixes()),
        set.fixes().equals(choices.question().whatIf().fixes()));
  }

  private static Part part(Fix fix, Ranking ranking, ReviewWeek week) {
    String statement =
        ranking.contributors().stream()
            .filter(contributor -> contributor.fingerprint().equals(fix.fingerprint()))
            .map(Contributor::statement)
            .findFirst()
            .orElse(fix.fingerprint());
    return new Part(
        "−" + NumberFormats.percent(fix.percent() / 100),
        PageLinks.query(fix.fingerprint(), ranking.cluster(), week),
        SqlToken.split(ShortStatement.of(statement)));
  }
}
