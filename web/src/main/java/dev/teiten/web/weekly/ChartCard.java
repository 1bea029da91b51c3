package dev.teiten.web.weekly;

import dev.teiten.load.DimensionLoads;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.chart.Slice;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.PageLinks;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load chart; a script fills it from {@code dataHref}.
 *
 * @param from start of the zoomed range, ISO-8601; null for the whole week
 * @param markHref the address that adds a mark
 */
public record ChartCard(
    String dataHref,
    String slice,
    List<SliceLink> slices,
    @Nullable String from,
    @Nullable String to,
    String resetHref,
    List<MarkRow> marks,
    String markHref) {

  /** A selectable slice. */
  public record SliceLink(String key, String label, String href, boolean current) {}

  static ChartCard of(WeeklyReview review, PageVisit visit) {
    DimensionLoads collected = review.dimensions();
    Slice slice = Slice.of(visit.param("slice", "waits"), collected);
    List<SliceLink> links =
        Arrays.stream(Slice.values())
            .filter(choice -> choice.isIn(collected))
            .map(
                choice ->
                    new SliceLink(
                        choice.key(),
                        visit.texts().get("slice." + choice.key()),
                        visit.hrefWith("slice", choice.key()) + "#load",
                        choice == slice))
            .toList();
    return new ChartCard(
        PageLinks.series(review.ranking().cluster(), review.ranking().week(), "load"),
        slice.key(),
        links,
        visit.param("from"),
        visit.param("to"),
        visit.hrefWith("from", null, "to", null) + "#load",
        MarkRow.of(review.marks(), visit.dates()),
        PageLinks.marks(review.ranking().cluster()));
  }
}
