package dev.teiten.web.weekly;

import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.view.ChangeText;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Format;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.Sparkline;
import dev.teiten.web.view.SqlToken;
import dev.teiten.web.view.WaitBar;
import dev.teiten.web.view.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One query of the ranking, ready to be shown.
 *
 * @param hidden whether the reader's filter leaves it out
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
    String share,
    String peakShare,
    String cores,
    String callsPerSecond,
    String latencyMillis,
    String rowsExamined,
    String rowsSent,
    Sparkline weeks,
    ChangeText change) {

  // More than three lines of a card, and more than anybody reads in a hint.
  private static final int IN_TABLE = 400;
  private static final int ON_HOVER = 2000;

  static QueryRow of(
      Contributor c,
      Ranking ranking,
      Map<String, Double> inRange,
      double fullAas,
      String filter,
      Dates dates) {
    ChangeText change = ChangeText.of(c.change(), c.loadAas(), dates);
    String tags = tags(c.tags());
    String statement = c.statement() + (c.truncated() && !c.statement().endsWith("…") ? " …" : "");
    String full = Format.cut(statement, ON_HOVER);
    return new QueryRow(
        !Words.hold(filter, full, c.fingerprint(), tags, change.kind(), change.detail()),
        String.valueOf(c.rank()),
        c.rankLow() == c.rankHigh() ? "" : c.rankLow() + "–" + c.rankHigh(),
        c.fingerprint(),
        Links.query(c.fingerprint(), ranking.cluster(), ranking.week()),
        SqlToken.split(Format.cut(ShortStatement.of(statement), IN_TABLE)),
        full,
        tags,
        c.hints().size(),
        Format.load(inRange.get(c.fingerprint())),
        WaitBar.of(c.waits(), c.loadAas(), fullAas, dates.texts()),
        Format.load(c.loadAas()),
        Format.percent(c.share()),
        Format.percent(c.peakShare()),
        Format.cores(c.removablePeakCores()),
        Format.rate(c.callsPerSecond()),
        Format.millis(c.latencySeconds()),
        Format.rate(c.rowsExaminedPerCall()),
        Format.rate(c.rowsSentPerCall()),
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
