package dev.teiten.archive;

import dev.teiten.archive.files.PlanTable;
import dev.teiten.load.StatementPlan;
import java.util.List;
import java.util.function.Function;

/** The plans that servers made for the queries of clusters. */
public final class QueryPlans {
  private final PlanTable table;
  private final Function<String, NamedCluster> clusters;

  /**
   * @param clusters finds a cluster by its name
   */
  QueryPlans(PlanTable table, Function<String, NamedCluster> clusters) {
    this.table = table;
    this.clusters = clusters;
  }

  /**
   * Adds a plan.
   *
   * @throws ArchiveException if the archive does not know the cluster
   */
  public void add(String cluster, StatementPlan plan) {
    NamedCluster named = clusters.apply(cluster);
    table.add(new PlanTable.StoredPlan(named.region(), named.identifier(), plan));
  }

  /**
   * The plans of a query, oldest first.
   *
   * @throws ArchiveException if the archive does not know the cluster
   */
  public List<StatementPlan> of(String cluster, String fingerprint) {
    NamedCluster named = clusters.apply(cluster);
    return table.all().stream()
        .filter(stored -> stored.plan().fingerprint().equals(fingerprint))
        .filter(stored -> stored.region().equals(named.region()))
        .filter(stored -> named.isCalled(stored.cluster(), stored.plan().at()))
        .map(PlanTable.StoredPlan::plan)
        .toList();
  }
}
