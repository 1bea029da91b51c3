package dev.teiten.web.weekly;

import dev.teiten.web.site.PageVisit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column that the reader can show or hide.
 *
 * @param href this page with the column toggled
 */
public record ColumnChoice(String label, boolean shown, String href) {

  private static final Set<RankingColumn> OPTIONAL =
      EnumSet.range(RankingColumn.SHARE, RankingColumn.CHANGE);
  // Most reviews do not need these columns.
  private static final Set<RankingColumn> AT_FIRST =
      EnumSet.complementOf(EnumSet.of(RankingColumn.SENT, RankingColumn.RANGE));
  private static final String NONE = "none";

  /**
   * The columns to show.
   *
   * @param chosen for example {@code share-peak-change}, or {@code none}; null if never chosen
   * @param ranged whether the page shows a part of the week
   */
  static Set<RankingColumn> shown(@Nullable String chosen, boolean ranged) {
    Set<RankingColumn> shown = EnumSet.copyOf(AT_FIRST);
    if (chosen != null) {
      List<String> keys = List.of(chosen.split("-"));
      shown = EnumSet.allOf(RankingColumn.class);
      shown.removeIf(column -> OPTIONAL.contains(column) && !keys.contains(column.key()));
      shown.remove(RankingColumn.RANGE);
    }
    if (ranged) {
      shown.add(RankingColumn.RANGE);
    }
    return shown;
  }

  static List<ColumnChoice> of(Set<RankingColumn> shown, PageVisit visit) {
    return OPTIONAL.stream()
        .map(
            column ->
                new ColumnChoice(
                    visit.texts().get("col." + column.key()),
                    shown.contains(column),
                    visit.hrefWith("cols", toggled(shown, column)) + "#queries"))
        .toList();
  }

  private static String toggled(Set<RankingColumn> shown, RankingColumn toggle) {
    String keys =
        Arrays.stream(RankingColumn.values())
            .filter(OPTIONAL::contains)
            .filter(column -> shown.contains(column) != (column == toggle))
            .map(RankingColumn::key)
            .collect(Collectors.joining("-"));
    return keys.isEmpty() ? NONE : keys;
  }
}
