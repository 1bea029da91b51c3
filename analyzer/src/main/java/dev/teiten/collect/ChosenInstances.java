package dev.teiten.collect;

import dev.teiten.archive.ClusterNames;
import dev.teiten.archive.files.InstanceKey;
import dev.teiten.load.TeitenException;
import dev.teiten.source.MonitoredInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Chooses the instances that a collect reads, and the place from which it reads each. */
final class ChosenInstances {
  private final CollectPlan plan;
  private final Map<String, TeitenException> failed;
  private final Set<InstanceKey> chosenKeys = new HashSet<>();
  private final Map<List<String>, String> placeOfCluster = new HashMap<>();

  /**
   * @param failed the error of each place without an inventory; more errors are added here
   */
  ChosenInstances(CollectPlan plan, Map<String, TeitenException> failed) {
    this.plan = plan;
    this.failed = failed;
  }

  /**
   * The instances of the plan, by place. An instance that two places list, such as two profiles of
   * one account, is collected from only one of them.
   *
   * @param seen every instance, by place
   * @throws TeitenException if no instance is chosen
   */
  Map<String, List<MonitoredInstance>> of(Map<String, List<MonitoredInstance>> seen) {
    if (seen.isEmpty()) {
      throw failed.values().iterator().next();
    }
    Map<String, List<MonitoredInstance>> chosen = new TreeMap<>();
    new TreeMap<>(seen).forEach((place, instances) -> chosen.put(place, choose(place, instances)));
    boolean none = seen.values().stream().allMatch(List::isEmpty);
    if (chosen.values().stream().allMatch(List::isEmpty) && (none || !plan.isPart())) {
      throw none ? nothingThere() : unknown(plan.clusters(), seen);
    }
    Set<String> missing = new TreeSet<>(plan.clusters());
    chosen
        .values()
        .forEach(list -> list.forEach(i -> missing.removeIf(name -> ClusterNames.means(name, i))));
    if (!missing.isEmpty()) {
      if (failed.isEmpty()) {
        throw unknown(missing, seen);
      }
      failed.put("cluster " + String.join(", ", missing), unknown(missing, seen));
    }
    return chosen;
  }

  private List<MonitoredInstance> choose(String place, List<MonitoredInstance> instances) {
    List<MonitoredInstance> chosen = new ArrayList<>();
    if (instances.isEmpty()) {
      failed.put(place, nothingThere());
    }
    for (MonitoredInstance instance : instances) {
      List<String> cluster = List.of(instance.region(), instance.cluster());
      if (plan.includes(instance) && chosenKeys.add(InstanceKey.of(instance))) {
        if (placeOfCluster.computeIfAbsent(cluster, c -> place).equals(place)) {
          chosen.add(instance);
        } else {
          failed.put(place, twoAccounts(instance));
        }
      }
    }
    return chosen;
  }

  private static TeitenException twoAccounts(MonitoredInstance instance) {
    return new TeitenException(
        "Two accounts have a cluster " + instance.cluster() + " in " + instance.region(),
        "Collect each account into an archive of its own.");
  }

  private static TeitenException nothingThere() {
    return new TeitenException(
        "No instance of Aurora, MySQL, MariaDB or PostgreSQL was found",
        "Check --region and the account (AWS_PROFILE, --role-arn).");
  }

  private static TeitenException unknown(
      Set<String> names, Map<String, List<MonitoredInstance>> seen) {
    Set<String> clusters =
        seen.values().stream()
            .flatMap(List::stream)
            .map(MonitoredInstance::cluster)
            .collect(Collectors.toCollection(TreeSet::new));
    return new TeitenException(
        "There is no cluster " + String.join(", ", new TreeSet<>(names)),
        "There is " + String.join(", ", clusters) + ".");
  }
}
