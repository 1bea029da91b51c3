package dev.teiten.web.weekly;

import dev.teiten.load.ClusterMark;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.MarkKey;
import dev.teiten.web.view.PageLinks;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mark, with its number in the chart.
 *
 * @param source the author or system that reported it
 * @param href the address that changes or removes it; null if no person wrote it
 * @param local its time in the form of an input field, to the minute
 */
public record MarkRow(
    String number, String when, String label, String source, @Nullable String href, String local) {

  static List<MarkRow> of(List<ClusterMark> marks, DateFormats dates) {
    List<MarkRow> rows = new ArrayList<>();
    for (ClusterMark mark : marks) {
      rows.add(
          new MarkRow(
              String.valueOf(rows.size() + 1),
              dates.moment(mark.at()),
              mark.label(),
              dates.texts().get("mark." + mark.source().name().toLowerCase(Locale.ROOT)),
              mark.source() == ClusterMark.Source.MANUAL
                  ? PageLinks.marks(mark.cluster()) + "/" + MarkKey.of(mark)
                  : null,
              LocalDateTime.ofInstant(mark.at(), dates.zone())
                  .truncatedTo(ChronoUnit.MINUTES)
                  .toString()));
    }
    return rows;
  }
}
