package dev.teiten.web.fleet;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.ClusterSummary;
import dev.teiten.review.FleetWeek;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.SortHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fleet page.
 *
 * @param weeks the week picker, newest first
 * @param sort the order in the address; null for the default
 */
public record FleetPage(
    String headline,
    String weekLabel,
    List<WeekOption> weeks,
    FleetFilter filter,
    @Nullable String sort,
    @Nullable String dir,
    List<SortHeader> headers,
    List<FleetRow> rows) {

  public FleetPage {
    weeks = List.copyOf(weeks);
    rows = List.copyOf(rows);
  }

  /** Whether the filter hides every row. */
  public boolean noneShown() {
    return rows.stream().allMatch(FleetRow::hidden);
  }

  /** A choice of the week picker. */
  public record WeekOption(String label, String days, String href, boolean current) {}

  static FleetPage of(ReviewWeek week, List<ReviewWeek> weeks, FleetWeek shown, PageVisit visit) {
    List<ClusterSummary> fleet = shown.rows();
    PageTexts texts = visit.texts();
    FleetFilter filter = FleetFilter.of(fleet, visit);
    FleetColumn column = FleetColumn.of(visit.param("sort"));
    boolean ascending = visit.param("dir", column.ascendsFirst() ? "asc" : "desc").equals("asc");
    List<FleetRow> rows =
        fleet.stream()
            .filter(filter::takes)
            .sorted(column.order(ascending))
            .map(summary -> FleetRow.of(summary, shown.coming(), filter.name(), texts))
            .toList();
    return new FleetPage(
        headline(fleet, texts),
        week.label(),
        options(week, weeks, visit.dates()),
        filter,
        visit.param("sort"),
        visit.param("dir"),
        FleetColumn.headers(column, ascending, visit),
        rows);
  }

  private static List<WeekOption> options(
      ReviewWeek week, List<ReviewWeek> weeks, DateFormats dates) {
    List<WeekOption> options = new ArrayList<>();
    for (ReviewWeek choice : weeks) {
      options.add(
          new WeekOption(
              choice.label(), dates.week(choice), PageLinks.fleet(choice), choice.equals(week)));
    }
    Collections.reverse(options);
    return options;
  }

  private static String headline(List<ClusterSummary> fleet, PageTexts texts) {
    List<Double> savings =
        fleet.stream().map(ClusterSummary::monthlySavingUsd).filter(Objects::nonNull).toList();
    String count = String.valueOf(fleet.size());
    String clusters = texts.get(fleet.size() == 1 ? "fleet.clustersOne" : "fleet.clusters", count);
    double sum = savings.stream().mapToDouble(Double::doubleValue).sum();
    String sized = String.valueOf(savings.size());
    String key = savings.isEmpty() ? "fleet.headlineUnknown" : "fleet.headline";
    return texts.get(key, clusters, NumberFormats.usd(sum), sized, count);
  }
}
