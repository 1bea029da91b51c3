package dev.teiten.web.weekly;

import dev.teiten.load.ClusterMark;
import dev.teiten.web.view.DateFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mark, with its number in the chart.
 *
 * @param source the author or system that reported it
 */
public record MarkRow(String number, String when, String label, String source) {

  static List<MarkRow> of(List<ClusterMark> marks, DateFormats dates) {
    List<MarkRow> rows = new ArrayList<>();
    for (ClusterMark mark : marks) {
      rows.add(
          new MarkRow(
              String.valueOf(rows.size() + 1),
              dates.moment(mark.at()),
              mark.label(),
              dates.texts().get("mark." + mark.source().name().toLowerCase(Locale.ROOT))));
    }
    return rows;
  }
}
