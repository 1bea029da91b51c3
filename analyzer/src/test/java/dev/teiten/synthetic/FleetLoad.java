package dev.teiten.synthetic;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.DayLoad;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Engine;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The load of a simulated fleet as the archive would give it, without HTTP and files. The zone of
 * the weeks may lie whole hours from UTC.
 */
public final class FleetLoad {
  /** Weeks that the archive gives for comparison, the reviewed one included; others are older. */
  private static final int HISTORY_WEEKS = 6;

  private final SimulatedFleet fleet;
  private final ClusterSpec spec;
  private final ReviewWeek week;

  private FleetLoad(SimulatedFleet fleet, String cluster, ReviewWeek week) {
    this.fleet = fleet;
    this.spec = fleet.cluster(cluster);
    this.week = week;
  }

  /**
   * @param weeks number of weeks, including the reviewed one
   */
  public static ClusterLoad of(SimulatedFleet fleet, String cluster, ReviewWeek week, int weeks) {
    return new FleetLoad(fleet, cluster, week).load(weeks);
  }

  private ClusterLoad load(int weeks) {
    List<FleetHistory> history = new ArrayList<>();
    for (int back = weeks - 1; back > 0; back--) {
      FleetHistory past = new FleetHistory(spec, week.plus(-back));
      for (InstanceSpec instance : spec.instances()) {
        eachDay(instance, week.plus(-back), (day, offset) -> past.add(instance, day, offset));
      }
      history.add(past);
    }
    FleetHistory reviewed = new FleetHistory(spec, week);
    List<InstanceLoad> instances = new ArrayList<>();
    for (InstanceSpec instance : spec.instances()) {
      FleetMinutes minutes = new FleetMinutes(spec, instance, week);
      eachDay(
          instance,
          week,
          (day, offset) -> {
            minutes.add(day, offset);
            reviewed.add(instance, day, offset);
          });
      instances.add(minutes.load());
    }
    history.add(reviewed);
    Set<String> apart = new HashSet<>();
    history.forEach(one -> apart.addAll(one.heard().missingWhileOthersReport()));
    List<WeekLoad> loads = history.stream().map(one -> one.load(apart)).toList();
    int older = Math.max(0, loads.size() - HISTORY_WEEKS);
    return load(instances, loads.subList(older, loads.size()), reviewed.coverage())
        .older(loads.subList(0, older));
  }

  private ClusterLoad load(
      List<InstanceLoad> instances, List<WeekLoad> history, MinuteCoverage coverage) {
    Map<String, StatementText> texts = new HashMap<>();
    spec.workloads().forEach(w -> texts.put(w.digestId(), new StatementText(w.digest(), true)));
    Cluster described =
        new Cluster(
            spec.name(),
            "us-east-1",
            Engine.of(spec.engine()),
            Cluster.StorageType.STANDARD,
            instances.stream().map(InstanceLoad::instance).toList());
    return new ClusterLoad(
        described,
        week,
        instances,
        history,
        texts,
        coverage,
        List.of(),
        new FleetTimeline(spec).of(instances),
        List.of(),
        null);
  }

  /** Visits the UTC days that the week touches, with the week's minute at which each begins. */
  private void eachDay(InstanceSpec instance, ReviewWeek of, BiConsumer<FleetDay, Integer> visit) {
    TimeRange range = of.range();
    long first = Math.floorDiv(range.from().getEpochSecond(), 86_400L);
    long end = Math.floorDiv(range.to().getEpochSecond() + 86_399, 86_400L);
    for (long day = first; day < end; day++) {
      int offset =
          (int) (day * DayLoad.MINUTES - Math.floorDiv(range.from().getEpochSecond(), 60L));
      DayLoad load = fleet.day(new SimulatedFleet.Member(spec, instance), day);
      visit.accept(new FleetDay(spec, load, day), offset);
    }
  }
}
