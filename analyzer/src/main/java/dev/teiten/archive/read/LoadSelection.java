package dev.teiten.archive.read;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader of a week asks of its instances beside their loads. What is not wanted is missing
 * from the {@link InstanceLoad}, as if it had not been collected.
 *
 * @param counters by minute, at least one; each is a fortieth of what there is to read
 * @param seconds whether stretches by the second are wanted
 */
public record LoadSelection(List<InstanceCounter> counters, boolean seconds) {
  public static final LoadSelection ALL =
      new LoadSelection(List.of(InstanceCounter.values()), true);

  public LoadSelection {
    counters = List.copyOf(counters);
  }

  /** Whether a row is wanted, in SQL. */
  String condition() {
    String names = counters.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    return "(series <> 'counter' OR key IN ("
        + names
        + "))"
        + (seconds ? "" : " AND series <> 'second_cpu'");
  }
}
