package dev.teiten.web.fleet;

import dev.teiten.load.Cluster;
import dev.teiten.review.ClusterSummary;
import dev.teiten.web.site.PageVisit;
import java.util.List;
import java.util.function.Function;

/**
 * What the reader wants to see of the fleet; an empty text is no wish.
 *
 * @param regions the choices, with the one taken
 * @param engines the choices, with the one taken
 */
public record FleetFilter(String name, List<Choice> regions, List<Choice> engines) {

  /** One of the values that the fleet has. */
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
        .map(one -> new Choice(one, one.equals(wanted)))
        .toList();
  }

  private static String engine(Cluster cluster) {
    return cluster.engine().rdsName();
  }

  /** Whether a cluster is of the region and the engine; its name hides rows, which stay there. */
  boolean takes(ClusterSummary summary) {
    return takes(regions, summary.cluster().region()) && takes(engines, engine(summary.cluster()));
  }

  private static boolean takes(List<Choice> choices, String value) {
    return choices.stream().noneMatch(Choice::selected)
        || choices.stream().anyMatch(one -> one.selected() && one.value().equals(value));
  }
}
