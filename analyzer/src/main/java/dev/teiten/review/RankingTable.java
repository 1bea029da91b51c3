package dev.teiten.review;

import dev.teiten.change.QueryChange;
import dev.teiten.load.TextCut;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.BackgroundContributor;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders a ranking as a table of text. */
public final class RankingTable {
  private static final int STATEMENT_WIDTH = 60;

  private RankingTable() {}

  public static TextTable of(Ranking ranking) {
    List<List<String>> rows = new ArrayList<>();
    for (Contributor c : ranking.contributors()) {
      rows.add(
          List.of(
              c.rankLow() == c.rankHigh()
                  ? "" + c.rank()
                  : c.rank() + " (" + c.rankLow() + "–" + c.rankHigh() + ")",
              c.fingerprint(),
              FormattedNumbers.decimal(c.loadAas(), 2),
              FormattedNumbers.percent(c.share()),
              FormattedNumbers.percent(c.peakShare()),
              FormattedNumbers.decimal(c.removablePeakCores(), 1),
              FormattedNumbers.decimal(c.callsPerSecond(), 1),
              FormattedNumbers.millis(c.latencySeconds()),
              change(c),
              shorten(c.statement())));
    }
    rows.add(
        List.of(
            "",
            "other",
            FormattedNumbers.decimal(ranking.otherAas(), 2),
            "",
            "",
            "",
            "",
            "",
            "",
            "not in the source's top 25"));
    for (BackgroundContributor agent : ranking.background()) {
      String removable = FormattedNumbers.decimal(agent.removablePeakCores(), 1);
      String words = agent.withCores().text();
      rows.add(List.of("", agent.name().text(), "", "", "", removable, "", "", "", words));
    }
    return new TextTable(
        List.of(
            "#",
            "fingerprint",
            ">AAS",
            ">share",
            ">peak",
            ">cores",
            ">calls/s",
            ">ms",
            "change",
            "statement"),
        rows);
  }

  /** The change in a few words: {@code REGRESSED +52 %}, say. */
  static String change(Contributor contributor) {
    QueryChange change = contributor.change();
    String kind = change.kind().name();
    if (change.effect() == null
        || change.kind() == QueryChange.Kind.STEADY
        || change.kind() == QueryChange.Kind.NEW) {
      return kind;
    }
    return String.format(Locale.ROOT, "%s %+.0f %%", kind, 100 * change.effect());
  }

  /** A statement cut to one line of a list. */
  static String shorten(String whole) {
    return TextCut.toLength(ShortStatement.of(whole), STATEMENT_WIDTH);
  }
}
