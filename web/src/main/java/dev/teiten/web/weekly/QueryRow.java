package dev.teiten.web.weekly;

import dev.teiten.load.TextCut;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.view.ChangeText;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.FilterWords;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.Sparkline;
import dev.teiten.web.view.SqlToken;
import dev.teiten.web.view.WaitBar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A query of the ranking, formatted for display.
 *
 * @param hidden whether the reader's filter hides it
 * @param loadRange the most load behind a dash; empty if the load is exact
 */
public record QueryRow(
    boolean hidden,
    String rank,
    String rankInterval,
    String fingerprint,
    String href,
    List<SqlToken> tokens,
    String statement,
    String tags,
    int hints,
    String inRange,
    WaitBar bar,
    String load,
    String loadRange,
    String share,
    String peakShare,
    String cores,
    String callsPerSecond,
    String latencyMillis,
    String rowsExamined,
    String rowsSent,
    Sparkline weeks,
    ChangeText change) {

  // More than three lines of a card, and more than a tooltip needs.
  private static final int IN_TABLE = 400;
  private static final int ON_HOVER = 2000;

  static QueryRow of(
      Contributor c,
      Ranking ranking,
      Map<String, Double> inRange,
      double fullAas,
      String filter,
      DateFormats dates) {
    ChangeText change = ChangeText.of(c.change(), c.loadAas(), dates);
    String tags = tags(c.tags());
    String statement = c.statement() + (c.truncated() && !c.statement().endsWith("…") ? " …" : "");
    String full = TextCut.toLength(statement, ON_HOVER);
    return new QueryRow(
        !FilterWords.hold(filter, full, c.fingerprint(), tags, change.kind(), change.detail()),
        String.valueOf(c.rank()),
        c.rankLow() == c.rankHigh() ? "" : c.rankLow() + "–" + c.rankHigh(),
        c.fingerprint(),
        PageLinks.query(c.fingerprint(), ranking.cluster(), ranking.week()),
        SqlToken.split(ShortStatement.of(statement, IN_TABLE)),
        full,
        tags,
        c.hints().size(),
        NumberFormats.load(inRange.get(c.fingerprint())),
        WaitBar.of(c.waits(), c.loadAas(), fullAas, dates.texts()),
        NumberFormats.load(c.loadAas()),
        c.loadAasHigh() == null ? "" : "–" + NumberFormats.load(c.loadAasHigh()),
        NumberFormats.percent(c.share()),
        NumberFormats.percent(c.peakShare()),
        NumberFormats.cores(c.removablePeakCores()),
        NumberFormats.rate(c.callsPerSecond()),
        NumberFormats.millis(c.latencySeconds()),
        NumberFormats.rate(c.rowsExaminedPerCall()),
        NumberFormats.rate(c.rowsSentPerCall()),
        Sparkline.of(c.weeks()),
        change);
  }

  private static String tags(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining(" "));
  }
}
