package dev.teiten.web.weekly;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.ShortStatement;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import dev.teiten.web.chart.RangeLoads;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.SortHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ranking table.
 *
 * @param columns the keys of the columns shown
 * @param range the range of the column "in range"; null for the whole week
 * @param other the load outside the shown rows; null if unknown
 * @param background CPU work that no session causes
 * @param allHref the page with every query; null if every query is shown
 */
public record QueryTable(
    List<SortHeader> headers,
    Set<String> columns,
    List<ColumnChoice> choices,
    @Nullable String range,
    List<QueryRow> rows,
    @Nullable OtherRow other,
    List<BackgroundRow> background,
    List<GoneRow> gone,
    String filter,
    String count,
    @Nullable String allHref) {

  private static final int TOP = 25;
  private static final int GONE_LENGTH = 200;

  public boolean shows(String column) {
    return columns.contains(column);
  }

  /** Whether the filter hides every row. */
  public boolean noneShown() {
    return rows.stream().allMatch(QueryRow::hidden);
  }

  /** The load outside the rows. */
  public record OtherRow(String text, String load, String share) {}

  /** CPU work that no session causes, with the cores that it takes off the peak. */
  public record BackgroundRow(String text, String cores) {}

  /** A query that ran before and no longer runs. */
  public record GoneRow(String href, String statement, String load) {}

  static QueryTable of(ClusterLoad load, Ranking ranking, PageVisit visit) {
    DateFormats dates = visit.dates();
    TimeRange range = visit.range();
    RankingColumn column =
        RankingColumn.of(
            visit.param("sort"), range == null ? RankingColumn.RANK : RankingColumn.RANGE);
    boolean ascending = visit.param("dir", column.ascendsFirst() ? "asc" : "desc").equals("asc");
    boolean uncut = visit.param("top", "").equals("all");
    String filter = visit.param("q", "");
    Map<String, Double> inRange =
        range == null ? Map.of() : RangeLoads.of(load, ranking.contributors(), range);
    List<Contributor> top =
        ranking.contributors().stream()
            .sorted(
                (range == null ? RankingColumn.RANK : RankingColumn.RANGE)
                    .order(range == null, inRange))
            .limit(uncut ? Long.MAX_VALUE : TOP)
            .toList();
    double fullAas = top.stream().mapToDouble(Contributor::loadAas).max().orElse(0);
    List<QueryRow> rows =
        top.stream()
            .sorted(column.order(ascending, inRange))
            .map(c -> QueryRow.of(c, ranking, inRange, fullAas, filter, dates))
            .toList();
    Set<RankingColumn> shown = ColumnChoice.shown(visit.columns(), range != null);
    boolean isCut = ranking.contributors().size() > top.size();
    return new QueryTable(
        headers(column, ascending, shown, visit),
        shown.stream().map(RankingColumn::key).collect(Collectors.toSet()),
        ColumnChoice.of(shown, visit),
        range == null ? null : rangeText(range, dates),
        rows,
        other(ranking, top, dates.texts()),
        background(ranking, dates.texts()),
        gone(ranking),
        filter,
        String.valueOf(ranking.contributors().size()),
        isCut ? visit.hrefWith("top", "all") : null);
  }

  private static String rangeText(TimeRange range, DateFormats dates) {
    return dates.texts().get("table.range", dates.moment(range.from()), dates.moment(range.to()));
  }

  private static List<SortHeader> headers(
      RankingColumn sorted, boolean ascending, Set<RankingColumn> shown, PageVisit visit) {
    List<SortHeader> headers = new ArrayList<>();
    for (RankingColumn column : shown) {
      boolean isSorted = column == sorted;
      boolean next = isSorted ? !ascending : column.ascendsFirst();
      headers.add(
          new SortHeader(
              column.key(),
              visit.texts().get("col." + column.key()),
              visit.texts().get("tip." + column.key()),
              column.isSortable()
                  ? visit.hrefWith("sort", column.key(), "dir", next ? "asc" : "desc") + "#queries"
                  : null,
              isSorted ? (ascending ? "ascending" : "descending") : null));
    }
    return headers;
  }

  private static @Nullable OtherRow other(
      Ranking ranking, List<Contributor> shown, PageTexts texts) {
    if (ranking.loadAas() == null || ranking.loadAas() <= 0) {
      return null;
    }
    double held = shown.stream().mapToDouble(Contributor::loadAas).sum();
    double other = Math.max(0, ranking.loadAas() - held);
    return new OtherRow(
        texts.get("table.other", String.valueOf(shown.size())),
        NumberFormats.load(other),
        NumberFormats.percent(other / ranking.loadAas()));
  }

  private static List<BackgroundRow> background(Ranking ranking, PageTexts texts) {
    return ranking.background().stream()
        .map(
            agent ->
                new BackgroundRow(
                    texts.say(agent.withCores()), NumberFormats.cores(agent.removablePeakCores())))
        .toList();
  }

  private static List<GoneRow> gone(Ranking ranking) {
    ReviewWeek before = ranking.week().plus(-1);
    return ranking.gone().stream()
        .map(
            gone ->
                new GoneRow(
                    PageLinks.query(gone.fingerprint(), ranking.cluster(), before),
                    ShortStatement.of(gone.statement(), GONE_LENGTH),
                    NumberFormats.load(gone.loadAasBefore())))
        .toList();
  }
}
