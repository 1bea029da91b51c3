package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.web.chart.Slice;
import dev.teiten.web.site.Visit;
import dev.teiten.web.view.Links;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load chart, which a script fills from {@code dataHref}.
 *
 * @param from where the reader has zoomed to, ISO-8601; null for the whole week
 */
public record ChartCard(
    String dataHref,
    String slice,
    List<SliceLink> slices,
    @Nullable String from,
    @Nullable String to,
    String resetHref) {

  /** A choice of what to slice by. */
  public record SliceLink(String label, String href, boolean current) {}

  static ChartCard of(String cluster, ReviewWeek week, Visit visit) {
    Slice slice = Slice.of(visit.param("slice", "waits"));
    List<SliceLink> links =
        Arrays.stream(Slice.values())
            .map(
                one ->
                    new SliceLink(
                        visit.texts().get("slice." + one.key()),
                        visit.hrefWith("slice", one.key()) + "#load",
                        one == slice))
            .toList();
    return new ChartCard(
        Links.series(cluster, week, "load"),
        slice.key(),
        links,
        visit.param("from"),
        visit.param("to"),
        visit.hrefWith("from", null, "to", null) + "#load");
  }
}
