package dev.teiten.web.query;

import dev.teiten.load.Dimension;
import dev.teiten.load.WaitEvent;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.ChangeText;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.SqlLayout;
import dev.teiten.web.view.SqlToken;
import dev.teiten.web.view.WaitLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query, formatted for display. */
public record QueryPage(
    String fingerprint,
    String statement,
    List<SqlToken> tokens,
    boolean truncated,
    String verb,
    List<String> tables,
    Map<String, String> tags,
    List<String> digests,
    List<QueryVariant> family,
    List<Fact> facts,
    ChangeText change,
    List<Part> waits,
    List<Part> instances,
    List<Part> users,
    List<Part> hosts,
    DayChart days,
    List<CallRow> calls,
    String seen,
    List<QueryFixSet> releases,
    String noRelease,
    List<NumberOrigin> origins,
    List<HintRow> hints,
    String weekHref,
    String tryHref) {

  /** A number with its name, unit and origin. */
  public record Fact(String label, String value, String unit, String tip) {}

  /** A part of the query's load; {@code width} is 0..100 of the largest part. */
  public record Part(String name, String css, String width, String load, String share) {}

  /** A hint with its evidence and a change to try. */
  public record HintRow(String code, String message, String place, String advice, String manual) {
    static HintRow of(Hint hint, PageTexts texts) {
      return new HintRow(
          hint.code(),
          texts.say(hint.message()),
          texts.say(hint.place()),
          texts.say(hint.advice()),
          hint.manual());
    }
  }

  private static final int TABLES_IN_TITLE = 4;

  /** The title of a query: its verb and its first tables. */
  public String title() {
    return verb
        + " "
        + tables.stream().limit(TABLES_IN_TITLE).collect(Collectors.joining(", "))
        + (tables.size() > TABLES_IN_TITLE ? " …" : "");
  }

  static boolean knows(String fingerprint, Ranking ranking) {
    return find(fingerprint, ranking).isPresent();
  }

  static QueryPage of(String fingerprint, WeeklyReview review, DateFormats dates) {
    Ranking ranking = review.ranking();
    Contributor query = find(fingerprint, ranking).orElseThrow();
    return new QueryPage(
        fingerprint,
        query.statement(),
        SqlLayout.lines(query.statement()),
        query.truncated(),
        query.verb(),
        query.tables(),
        query.tags(),
        query.sourceDigests(),
        QueryVariant.of(query, ranking),
        facts(query, dates.texts()),
        ChangeText.of(query.change(), query.loadAas(), dates),
        waits(query),
        parts(query.instances(), query.loadAas(), "b-load"),
        callers(Dimension.USER, query, review),
        callers(Dimension.HOST, query, review),
        DayChart.of(review.load(), query.sourceDigests(), dates),
        CallRow.of(review.load(), query.sourceDigests()),
        seen(review, query, dates),
        QueryFixSet.of(fingerprint, review.sizing(), dates.texts()),
        QueryFixSet.none(review.sizing(), dates.texts()),
        NumberOrigin.of(query, review, dates.texts()),
        query.hints().stream().map(h -> HintRow.of(h, dates.texts())).toList(),
        PageLinks.week(ranking.cluster(), ranking.week()),
        PageLinks.sizing(ranking.cluster(), ranking.week())
            + PageLinks.with("fix", fingerprint + ":80"));
  }

  private static Optional<Contributor> find(String fingerprint, Ranking ranking) {
    return ranking.contributors().stream()
        .filter(contributor -> contributor.fingerprint().equals(ranking.currentId(fingerprint)))
        .findFirst();
  }

  /** The first and the last day with load of the query in the archived weeks. */
  private static String seen(WeeklyReview review, Contributor query, DateFormats dates) {
    List<LocalDate> days =
        review.load().history().stream()
            .flatMap(week -> week.days().stream())
            .filter(day -> query.sourceDigests().contains(day.digest()))
            .map(day -> LocalDate.ofInstant(day.from(), dates.zone()))
            .sorted()
            .toList();
    return days.isEmpty()
        ? dates.texts().get("notKnown")
        : dates
            .texts()
            .get(
                "query.seenDays",
                dates.day(days.get(0)),
                dates.day(days.get(days.size() - 1)),
                String.valueOf(review.load().history().size()));
  }

  private static List<Fact> facts(Contributor query, PageTexts texts) {
    String rank = String.valueOf(query.rank());
    String interval =
        query.rankLow() == query.rankHigh()
            ? rank
            : rank + " (" + query.rankLow() + "–" + query.rankHigh() + ")";
    return List.of(
        fact("rank", interval, "", texts),
        fact("load", NumberFormats.load(query.loadAas()), "AAS", texts),
        fact("share", NumberFormats.percent(query.share()), "", texts),
        fact("peak", NumberFormats.percent(query.peakShare()), "", texts),
        fact(
            "cores",
            NumberFormats.cores(query.removablePeakCores()),
            texts.get("unit.cores"),
            texts),
        fact("calls", NumberFormats.rate(query.callsPerSecond()), "/s", texts),
        fact("latency", NumberFormats.millis(query.latencySeconds()), "ms", texts),
        fact("examined", NumberFormats.rate(query.rowsExaminedPerCall()), "", texts),
        fact("sent", NumberFormats.rate(query.rowsSentPerCall()), "", texts));
  }

  private static Fact fact(String key, String value, String unit, PageTexts texts) {
    boolean unknown = value.equals(NumberFormats.UNKNOWN);
    return new Fact(
        texts.get("fact." + key),
        unknown ? texts.get("notKnown") : value,
        unknown ? "" : unit,
        texts.get("tip." + key));
  }

  private static List<Part> waits(Contributor query) {
    return parts(query.waits(), query.loadAas(), "").stream()
        .map(
            part ->
                new Part(
                    part.name(),
                    WaitLabels.css(new WaitEvent(part.name()).waitClass()),
                    part.width(),
                    part.load(),
                    part.share()))
        .toList();
  }

  /** The query's callers; on a day when the digest is outside the top list, it has none. */
  private static List<Part> callers(Dimension dimension, Contributor query, WeeklyReview review) {
    Map<String, Double> loads = review.dimensions().callers(dimension, query.sourceDigests());
    double named = loads.values().stream().mapToDouble(Double::doubleValue).sum();
    return parts(loads, named, "b-load");
  }

  private static List<Part> parts(Map<String, Double> loads, double loadAas, String css) {
    double most = loads.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    List<Map.Entry<String, Double>> entries = new ArrayList<>(loads.entrySet());
    entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return entries.stream()
        .map(
            entry ->
                new Part(
                    entry.getKey(),
                    css,
                    NumberFormats.coordinate(most <= 0 ? 0 : 100 * entry.getValue() / most),
                    NumberFormats.load(entry.getValue()),
                    NumberFormats.percent(loadAas <= 0 ? null : entry.getValue() / loadAas)))
        .toList();
  }
}
