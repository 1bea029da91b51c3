package dev.teiten.cli;

import dev.teiten.archive.Archive;
import dev.teiten.load.AcuRange;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.MemberTimeline;
import dev.teiten.review.FormattedNumbers;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.TextTable;
import dev.teiten.source.InsightsMode;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.UnreadInstance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "clusters",
    description = "What the archive holds: clusters, instances, classes, weeks, coverage.",
    footer = {"", "Example:", "  teiten clusters --archive /var/lib/teiten"})
final class ClustersCommand implements Callable<Integer> {
  @Mixin ArchiveOption archiveOption = new ArchiveOption();
  @Mixin WeekOptions weeks = new WeekOptions();
  @Mixin OutputOption output = new OutputOption();
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    try (Archive archive = archiveOption.open()) {
      List<Map<String, @Nullable Object>> clusters = new ArrayList<>();
      for (Cluster cluster : archive.clusters(MemberTimeline.ALWAYS)) {
        clusters.add(describe(archive, cluster));
      }
      output.print(
          spec.commandLine().getOut(),
          () -> table(clusters),
          () -> data(clusters),
          () -> JsonDocuments.write(Map.of("clusters", clusters, "unread", unread(archive))));
      printUnread(archive);
      return 0;
    }
  }

  private Map<String, @Nullable Object> describe(Archive archive, Cluster cluster) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("cluster", cluster.name());
    entry.put("region", cluster.region());
    entry.put("engine", cluster.engine().rdsName());
    entry.put("storage", cluster.storage().name());
    InstanceDeployment deployment = ClusterDeployment.of(cluster).writer();
    entry.put("deployment", deployment == null ? null : deployment.kind().priceListName());
    Instant gone = archive.contents().goneAt(cluster);
    entry.put("goneAt", gone == null ? null : gone.toString());
    List<Map<String, @Nullable Object>> instances = new ArrayList<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    Map<String, MonitoredInstance> seen = archive.contents().lastSeen(cluster);
    for (Instance instance : cluster.instances()) {
      instances.add(about(instance, seen.get(instance.resourceId())));
      days.addAll(archive.contents().days(cluster, instance));
    }
    entry.put("instances", instances);
    entry.put("firstDay", days.isEmpty() ? null : days.first().toString());
    entry.put("lastDay", days.isEmpty() ? null : days.last().toString());
    entry.put("weeks", archive.contents().coverage(cluster, weeks.zone()));
    return entry;
  }

  private static Map<String, @Nullable Object> about(
      Instance instance, @Nullable MonitoredInstance seen) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("name", instance.name());
    entry.put("resourceId", instance.resourceId());
    entry.put("class", instance.instanceClass());
    AcuRange acu = instance.acu();
    entry.put("acu", acu == null ? null : Map.of("min", acu.min(), "max", acu.max()));
    entry.put("role", instance.role() == null ? null : instance.role().name());
    InstanceDeployment deployment = instance.deployment();
    entry.put("deployment", deployment == null ? null : deployment.kind().name());
    entry.put("volumeType", deployment == null ? null : deployment.volumeType());
    entry.put("iops", deployment == null ? null : deployment.iops());
    entry.put("replicaOf", deployment == null ? null : deployment.replicaOf());
    InsightsMode mode = seen == null ? null : seen.insightsMode();
    entry.put("insightsMode", mode == null ? null : mode.name());
    entry.put("retentionDays", seen == null ? null : seen.retentionDays());
    return entry;
  }

  private static List<Map<String, @Nullable Object>> unread(Archive archive) {
    List<Map<String, @Nullable Object>> instances = new ArrayList<>();
    for (UnreadInstance instance : archive.contents().unread()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("name", instance.name());
      entry.put("region", instance.region());
      entry.put("engine", instance.engine());
      entry.put("class", instance.instanceClass());
      instances.add(entry);
    }
    return instances;
  }

  /** A line about engines that Teiten does not read; a table of data stays as it is. */
  private void printUnread(Archive archive) {
    List<UnreadInstance> instances = archive.contents().unread();
    if (output.isTable() && !instances.isEmpty()) {
      spec.commandLine()
          .getOut()
          .println(
              "Not read: "
                  + instances.stream()
                      .map(i -> i.name() + " (" + i.engine() + ", " + i.region() + ")")
                      .collect(Collectors.joining(", ")));
    }
  }

  private static TextTable table(List<Map<String, @Nullable Object>> clusters) {
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> cluster : clusters) {
      List<?> instances = (List<?>) cluster.get("instances");
      Map<?, ?> weeks = (Map<?, ?>) cluster.get("weeks");
      Object deployment = cluster.get("deployment");
      StringBuilder coverage = new StringBuilder();
      if (weeks != null) {
        weeks.forEach(
            (week, share) ->
                coverage
                    .append(week)
                    .append(' ')
                    .append(FormattedNumbers.percent((Double) share))
                    .append("  "));
      }
      rows.add(
          List.of(
              "" + cluster.get("cluster"),
              "" + cluster.get("region"),
              cluster.get("engine") + (deployment == null ? "" : ", " + deployment),
              instances == null ? "" : "" + instances.size(),
              coverage.toString().strip()));
    }
    return new TextTable(List.of("cluster", "region", "engine", ">instances", "coverage"), rows);
  }

  /** One row per cluster and week. */
  private static TextTable data(List<Map<String, @Nullable Object>> clusters) {
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> cluster : clusters) {
      List<?> instances = (List<?>) cluster.get("instances");
      Map<?, ?> weeks = (Map<?, ?>) cluster.get("weeks");
      if (weeks != null && instances != null) {
        weeks.forEach(
            (week, share) ->
                rows.add(
                    List.of(
                        "" + cluster.get("cluster"),
                        "" + cluster.get("region"),
                        "" + cluster.get("engine"),
                        "" + instances.size(),
                        "" + week,
                        "" + share)));
      }
    }
    return new TextTable(
        List.of("cluster", "region", "engine", "instances", "week", "coverage"), rows);
  }
}
