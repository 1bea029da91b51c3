package dev.teiten.archive;

import dev.teiten.load.Cluster;
import dev.teiten.load.Coverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import java.util.List;
import java.util.Map;

/**
 * What the archive knows of one cluster for one review: the week by minute, the weeks before by
 * day.
 *
 * @param instances one entry for every instance that has data in the week or is in the inventory;
 *     the writer first
 * @param history up to {@code n} weeks, oldest first, the reviewed week last; a week without data
 *     is left out
 * @param statements the text of each digest seen, by digest id
 * @param coverage instance-minutes of the week that have a total load
 * @param warnings what a reader should know about the data: denied texts, a resize inside the week
 */
public record ClusterLoad(
    Cluster cluster,
    ReviewWeek week,
    List<InstanceLoad> instances,
    List<WeekLoad> history,
    Map<String, StatementText> statements,
    Coverage coverage,
    List<Sentence> warnings) {

  public ClusterLoad {
    instances = List.copyOf(instances);
    history = List.copyOf(history);
    statements = Map.copyOf(statements);
    warnings = List.copyOf(warnings);
  }

  /** Minutes on the week's grid: 10,080, but for a daylight saving change. */
  public int minutes() {
    return week.range().minutes();
  }
}
