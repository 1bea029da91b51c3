package dev.teiten.archive;

import dev.teiten.load.Cluster;
import dev.teiten.load.Counter;
import dev.teiten.load.Coverage;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a {@link ClusterLoad} together from the files of a cluster. */
final class ClusterLoadReader {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Cluster cluster;

  ClusterLoadReader(ArchiveFiles files, ArchiveEngine engine, Cluster cluster) {
    this.files = files;
    this.engine = engine;
    this.cluster = cluster;
  }

  ClusterLoad read(ReviewWeek week, int historyWeeks, Map<String, StatementText> texts) {
    List<InstanceLoad> instances = new ArrayList<>();
    Coverage coverage = new Coverage(0, 0);
    MinuteReader minutes = new MinuteReader(engine, week.range());
    HourReader hours = new HourReader(engine, week.range());
    for (Instance instance : cluster.instances()) {
      List<Path> days = daysOf(instance, week.range());
      InstanceLoad load = minutes.read(instance, days, hours.read(days));
      instances.add(load);
      coverage = coverage.plus(coverage(instance, week.range(), load.total()));
    }
    List<WeekLoad> history = history(week, historyWeeks);
    Map<String, StatementText> used = new HashMap<>(texts);
    used.keySet().retainAll(digests(instances, history));
    return new ClusterLoad(cluster, week, instances, history, used, coverage, warnings(instances));
  }

  private List<WeekLoad> history(ReviewWeek week, int historyWeeks) {
    List<WeekLoad> history = new ArrayList<>();
    WeekReader reader = new WeekReader(engine, cluster);
    for (int back = historyWeeks; back >= 0; back--) {
      ReviewWeek one = week.plus(-back);
      Map<String, List<Path>> days = new LinkedHashMap<>();
      for (Instance instance : cluster.instances()) {
        List<Path> paths = daysOf(instance, one.range());
        if (!paths.isEmpty()) {
          days.put(instance.resourceId(), paths);
        }
      }
      if (!days.isEmpty()) {
        history.add(reader.read(one, days));
      }
    }
    return history;
  }

  private List<Path> daysOf(Instance instance, TimeRange range) {
    return files.days(cluster.region(), cluster.identifier(), instance.resourceId(), range);
  }

  /** An instance is expected from its creation on. */
  static Coverage coverage(Instance instance, TimeRange range, double[] total) {
    Instant created = instance.createdAt();
    int expected = 0;
    int observed = 0;
    for (int i = 0; i < total.length; i++) {
      boolean seen = !Double.isNaN(total[i]);
      boolean existed =
          created == null || !range.from().plusSeconds(60L * (i + 1)).isBefore(created);
      expected += existed || seen ? 1 : 0;
      observed += seen ? 1 : 0;
    }
    return new Coverage(observed, expected);
  }

  private static Set<String> digests(List<InstanceLoad> instances, List<WeekLoad> history) {
    Set<String> digests = new HashSet<>();
    for (InstanceLoad instance : instances) {
      digests.addAll(instance.digests().keySet());
      instance.hours().forEach(hour -> digests.add(hour.digest()));
    }
    history.forEach(week -> week.days().forEach(day -> digests.add(day.digest())));
    return digests;
  }

  private static List<String> warnings(List<InstanceLoad> instances) {
    List<String> warnings = new ArrayList<>();
    for (InstanceLoad load : instances) {
      double[] vcpus = load.counters().get(Counter.VCPUS);
      if (vcpus != null && distinct(vcpus) > 1) {
        warnings.add(load.instance().name() + " changed its number of vCPUs within the week");
      }
    }
    return warnings;
  }

  private static int distinct(double[] values) {
    Set<Double> distinct = new HashSet<>();
    for (double value : values) {
      if (!Double.isNaN(value)) {
        distinct.add(value);
      }
    }
    return distinct.size();
  }
}
