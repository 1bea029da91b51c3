package dev.teiten.archive.read;

import static dev.teiten.source.SourceSeries.SeriesKind.COUNTER;
import static dev.teiten.source.SourceSeries.SeriesKind.DIGEST;
import static dev.teiten.source.SourceSeries.SeriesKind.DIGEST_CPU;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_DIGEST;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_DIGEST_WAIT;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_STATISTIC;
import static dev.teiten.source.SourceSeries.SeriesKind.OTHER;
import static dev.teiten.source.SourceSeries.SeriesKind.SECOND_CPU;
import static dev.teiten.source.SourceSeries.SeriesKind.TOTAL;
import static dev.teiten.source.SourceSeries.SeriesKind.WAIT;

import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which counters, counts and older weeks a reader of a week needs. Unselected series are missing
 * from the {@link InstanceLoad}, as if they had not been collected.
 *
 * @param counters by minute, at least one; each is about 1/40 of the data of a week
 * @param seconds whether to read the counts of sessions by second
 * @param mostWeeks how many weeks before the reviewed one to read at most, those that it is
 *     compared with included
 */
public record LoadSelection(List<InstanceCounter> counters, boolean seconds, int mostWeeks) {
  public static final LoadSelection ALL =
      new LoadSelection(List.of(InstanceCounter.values()), true);

  private static final Set<SeriesKind> KINDS =
      EnumSet.of(
          TOTAL,
          WAIT,
          DIGEST,
          OTHER,
          DIGEST_CPU,
          COUNTER,
          SECOND_CPU,
          HOUR_DIGEST,
          HOUR_DIGEST_WAIT,
          HOUR_STATISTIC);

  public LoadSelection {
    counters = List.copyOf(counters);
  }

  /** A selection without older weeks. */
  public LoadSelection(List<InstanceCounter> counters, boolean seconds) {
    this(counters, seconds, 0);
  }

  /** This selection with older weeks. */
  public LoadSelection lookingBack(int weeks) {
    return new LoadSelection(counters, seconds, weeks);
  }

  /** The condition that a row is selected, in SQL. */
  String condition() {
    Set<SeriesKind> kinds = EnumSet.copyOf(KINDS);
    if (!seconds) {
      kinds.remove(SECOND_CPU);
    }
    String keys = counters.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    return ArchiveSql.isSeries(kinds)
        + " AND (NOT "
        + ArchiveSql.isSeries(COUNTER)
        + " OR key IN ("
        + keys
        + "))";
  }
}
