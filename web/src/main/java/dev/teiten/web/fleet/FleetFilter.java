package dev.teiten.web.fleet;

import dev.teiten.load.Cluster;
import dev.teiten.review.ClusterSummary;
import dev.teiten.web.site.PageVisit;
import java.util.List;
import java.util.function.Function;

/**
 * The reader's filter of the fleet; an empty text filters nothing.
 *
 * @param regions the choices, with the selected one
 * @param engines the choices, with the selected one
 */
public record FleetFilter(String name, List<Choice> regions, List<Choice> engines) {

  /** A value that occurs in the fleet. */
  public record Choice(String value, boolean selected) {}

  static FleetFilter of(List<ClusterSummary> fleet, PageVisit visit) {
    return new FleetFilter(
        visit.param("q", ""),
        choices(fleet, Cluster::region, visit.param("region", "")),
        choices(fleet, FleetFilter::engine, visit.param("engine", "")));
  }

  private static List<Choice> choices(
      List<ClusterSummary> fleet, Function<Cluster, String> value, String wanted) {
    return fleet.stream()
        .map(summary -> value.apply(summary.cluster()))
        .distinct()
        .sorted()
        .map(text -> new Choice(text, text.equals(wanted)))
        .toList();
  }

  private static String engine(Cluster cluster) {
    return cluster.engine().rdsName();
  }

  /** Whether the region and the engine of a cluster match; the name filter only hides rows. */
  boolean takes(ClusterSummary summary) {
    return takes(regions, summary.cluster().region()) && takes(engines, engine(summary.cluster()));
  }

  private static boolean takes(List<Choice> choices, String value) {
    return choices.stream().noneMatch(Choice::selected)
        || choices.stream().anyMatch(choice -> choice.selected() && choice.value().equals(value));
  }
}
