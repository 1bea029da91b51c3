package dev.teiten.review;

import dev.teiten.change.HourMove;
import dev.teiten.change.QueryChange;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.BackgroundContributor;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders a ranking as a table of text. */
public final class RankingTable {

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
              load(c),
              FormattedNumbers.percent(c.share()),
              FormattedNumbers.percent(c.peakShare()),
              FormattedNumbers.decimal(c.removablePeakCores(), 1),
              FormattedNumbers.decimal(c.callsPerSecond(), 1),
              FormattedNumbers.millis(c.latencySeconds()),
              change(c),
              ShortStatement.name(c.statement())));
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

  /** A load that is not exact is a range. */
  private static String load(Contributor contributor) {
    String load = FormattedNumbers.decimal(contributor.loadAas(), 2);
    return contributor.loadAasHigh() == null
        ? load
        : load + "–" + FormattedNumbers.decimal(contributor.loadAasHigh(), 2);
  }

  /** The change in a few words: {@code REGRESSED +52 %}, say. */
  static String change(Contributor contributor) {
    QueryChange change = contributor.change();
    String kind = change.kind().name();
    HourMove move = change.moved();
    if (move != null) {
      return kind + " " + move.from() + " → " + move.to();
    }
    if (change.effect() == null
        || change.kind() == QueryChange.Kind.STEADY
        || change.kind() == QueryChange.Kind.NEW) {
      return kind;
    }
    return String.format(Locale.ROOT, "%s %+.0f %%", kind, 100 * change.effect());
  }
}
