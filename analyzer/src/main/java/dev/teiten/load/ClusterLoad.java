package dev.teiten.load;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The load of one cluster for one review: the week by minute, the weeks before by day.
 *
 * @param cluster as it was when its last instance of the week ran
 * @param instances an entry for every instance that has data in the week or is in the inventory;
 *     the writer first
 * @param history up to {@code n} weeks, oldest first, the reviewed week last; weeks without data
 *     are left out
 * @param statements the text of each digest seen, by digest id
 * @param coverage instance-minutes of the week that have a total load
 * @param warnings limits of the data, such as a change of class within the week
 * @param timeline the members over time, those without data included
 * @param older all weeks before {@code history} that were asked for, oldest first; weeks without
 *     data are left out
 * @param orderable the classes that can be ordered for the cluster's engine version in its region;
 *     null if unknown
 * @param scaling the policy that scales the readers; null if none is known
 */
public record ClusterLoad(
    Cluster cluster,
    ReviewWeek week,
    List<InstanceLoad> instances,
    List<WeekLoad> history,
    Map<String, StatementText> statements,
    MinuteCoverage coverage,
    List<Sentence> warnings,
    ClusterTimeline timeline,
    List<WeekLoad> older,
    @Nullable Set<String> orderable,
    @Nullable ScalingPolicy scaling) {

  public ClusterLoad {
    instances = List.copyOf(instances);
    history = List.copyOf(history);
    statements = Map.copyOf(statements);
    warnings = List.copyOf(warnings);
    older = List.copyOf(older);
    orderable = orderable == null ? null : Set.copyOf(orderable);
  }

  /** A cluster without a known scaling policy. */
  public ClusterLoad(
      Cluster cluster,
      ReviewWeek week,
      List<InstanceLoad> instances,
      List<WeekLoad> history,
      Map<String, StatementText> statements,
      MinuteCoverage coverage,
      List<Sentence> warnings,
      ClusterTimeline timeline,
      List<WeekLoad> older,
      @Nullable Set<String> orderable) {
    this(
        cluster,
        week,
        instances,
        history,
        statements,
        coverage,
        warnings,
        timeline,
        older,
        orderable,
        null);
  }

  /** Instances that run since their creation, and classes that are not known. */
  public ClusterLoad(
      Cluster cluster,
      ReviewWeek week,
      List<InstanceLoad> instances,
      List<WeekLoad> history,
      Map<String, StatementText> statements,
      MinuteCoverage coverage,
      List<Sentence> warnings) {
    this(
        cluster,
        week,
        instances,
        history,
        statements,
        coverage,
        warnings,
        ClusterTimeline.of(instances.stream().map(InstanceLoad::instance).toList()),
        List.of(),
        null);
  }

  /** A copy that describes the cluster at another instant. */
  public ClusterLoad described(Cluster as) {
    return copy(as, history, timeline, older, orderable, scaling);
  }

  /** A copy with the classes that can be ordered; null if unknown. */
  public ClusterLoad orderable(@Nullable Set<String> classes) {
    return copy(cluster, history, timeline, older, classes, scaling);
  }

  /** A copy with the weeks before the history. */
  public ClusterLoad older(List<WeekLoad> weeks) {
    return copy(cluster, history, timeline, weeks, orderable, scaling);
  }

  /** A copy that compares with other weeks. */
  public ClusterLoad history(List<WeekLoad> weeks) {
    return copy(cluster, weeks, timeline, older, orderable, scaling);
  }

  /** A copy whose members lived otherwise. */
  public ClusterLoad timeline(ClusterTimeline lives) {
    return copy(cluster, history, lives, older, orderable, scaling);
  }

  /** A copy with the policy that scales the readers; null if none is known. */
  public ClusterLoad scaling(@Nullable ScalingPolicy policy) {
    return copy(cluster, history, timeline, older, orderable, policy);
  }

  private ClusterLoad copy(
      Cluster as,
      List<WeekLoad> newHistory,
      ClusterTimeline newTimeline,
      List<WeekLoad> newOlder,
      @Nullable Set<String> classes,
      @Nullable ScalingPolicy policy) {
    return new ClusterLoad(
        as,
        week,
        instances,
        newHistory,
        statements,
        coverage,
        warnings,
        newTimeline,
        newOlder,
        classes,
        policy);
  }

  /** A copy whose older weeks have no minutes, which take most of the memory. */
  public ClusterLoad withoutOlderMinutes() {
    return older(
        older.stream()
            .map(
                past ->
                    new WeekLoad(
                        past.week(), past.coverage(), past.totalAas(), past.days(), Map.of()))
            .toList());
  }

  /** The digests of some weeks, whether their texts are known or not. */
  public static Set<String> digests(List<InstanceLoad> instances, List<WeekLoad> weeks) {
    Set<String> digests = new HashSet<>();
    for (InstanceLoad instance : instances) {
      digests.addAll(instance.digests().keySet());
      instance.hours().forEach(hour -> digests.add(hour.digest()));
    }
    weeks.forEach(week -> week.days().forEach(day -> digests.add(day.digest())));
    return digests;
  }

  /** The digests of the week and of all weeks before, whether their texts are known or not. */
  public Set<String> digests() {
    Set<String> digests = digests(instances, history);
    digests.addAll(digests(List.of(), older));
    return digests;
  }

  /** The minutes of the week: 10,080, or an hour more or less with a daylight saving change. */
  public int minutes() {
    return week.range().minutes();
  }
}
