package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.rank.Ranking;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.NumberFormats;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The weekly review of one cluster, formatted for display.
 *
 * @param explained the share of the CPU that statements explain, in words; empty if unknown
 */
public record WeeklyPage(
    boolean empty,
    List<String> headline,
    String coverage,
    boolean coverageLow,
    List<AgendaRow> agenda,
    CapacityCard capacity,
    ChartCard chart,
    QueryTable table,
    List<RouteRow> routes,
    HeatMap heat,
    List<String> warnings,
    String peakNote,
    String explained) {

  private static final double LOW_COVERAGE = 0.9;

  static WeeklyPage of(WeeklyReview review, PageVisit visit) {
    Ranking ranking = review.ranking();
    ReviewWeek week = ranking.week();
    return new WeeklyPage(
        ranking.loadAas() == null,
        visit.texts().say(review.headline()),
        NumberFormats.coverage(ranking.coverage()),
        ranking.coverage() < LOW_COVERAGE,
        review.agenda().stream().map(item -> AgendaRow.of(item, review, visit.texts())).toList(),
        CapacityCard.of(review.sizing(), review.load().cluster(), week, visit.texts()),
        ChartCard.of(review, visit),
        QueryTable.of(review.load(), ranking, visit),
        RouteRow.of(ranking),
        HeatMap.of(review.load(), visit.dates()),
        warnings(review, visit),
        peakNote(ranking, visit),
        ranking.explanation().map(visit.texts()::say).orElse(""));
  }

  private static List<String> warnings(WeeklyReview review, PageVisit visit) {
    Set<String> warnings = new LinkedHashSet<>();
    String outage = visit.tasksOutage();
    if (outage != null) {
      warnings.add(outage);
    }
    warnings.addAll(visit.texts().say(review.ranking().warnings()));
    warnings.addAll(visit.texts().say(review.sizing().warnings()));
    return new ArrayList<>(warnings);
  }

  private static String peakNote(Ranking ranking, PageVisit visit) {
    if (ranking.peakMinutes() == 0) {
      return visit.texts().get("peak.unknown");
    }
    return visit
        .texts()
        .get(
            ranking.peakDays() < 3 ? "peak.noteSingle" : "peak.note",
            String.valueOf(ranking.peakMinutes()),
            String.valueOf(ranking.peakDays()),
            NumberFormats.load(ranking.peakLoadAas()));
  }
}
