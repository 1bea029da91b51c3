package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.change.history.QueryHours;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.KnownValues;
import dev.teiten.load.TimeUnits;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Searches the queries that make others wait: their own work rose in the hours in which the others
 * wait longer. Work is calls times the work of a call without the queue, so a query that only
 * queues longer does not seem to work more.
 */
final class CauseSearch {
  /** The least part of the whole rise, 0..1, that one suspect explains. */
  private static final double MIN_PART = 0.25;

  /** The least part of all work in the hours, 0..1, that one suspect added. */
  private static final double MIN_WORK = 0.05;

  /** A query that makes this part of the rise, 0..1, waits for itself. */
  private static final double OWN_PART = 0.5;

  /** The least part of the load, 0..1, that two queries run on the same instances. */
  private static final double MIN_SHARED = 0.1;

  /** If this part of the added load, 0..1, is in full hours, it may all be a queue. */
  private static final double MOSTLY = 0.8;

  private static final int MOST = 3;

  private final ClusterHistory history;
  private final int before;
  private final Map<String, Map<String, Double>> instanceShares;
  private final FullHours full;

  /** The mean rise of one query's own work, and its work now, in the hours of waiting, AAS. */
  private record Rise(QueryGroup group, double added, double work) {}

  /** The causes of one query's waiting. */
  record Causes(List<String> suspects, boolean isOwn) {}

  CauseSearch(ClusterLoad load, ClusterHistory history) {
    this.history = history;
    this.before = history.before();
    this.instanceShares = shares(load, history);
    this.full = new FullHours(load);
  }

  private static Map<String, Map<String, Double>> shares(ClusterLoad load, ClusterHistory history) {
    Map<String, String> byDigest = new HashMap<>();
    history
        .queries()
        .forEach(
            query ->
                query
                    .group()
                    .digests()
                    .forEach(digest -> byDigest.put(digest, query.group().fingerprint())));
    Map<String, Map<String, Double>> shares = new HashMap<>();
    for (InstanceLoad instance : load.instances()) {
      for (DigestLoad hour : instance.hours()) {
        String fingerprint = byDigest.get(hour.digest());
        if (fingerprint != null) {
          shares
              .computeIfAbsent(fingerprint, id -> new HashMap<>())
              .merge(instance.instance().resourceId(), hour.loadAas(), Double::sum);
        }
      }
    }
    shares.values().forEach(CauseSearch::normalise);
    return shares;
  }

  private static void normalise(Map<String, Double> loads) {
    double sum = loads.values().stream().mapToDouble(Double::doubleValue).sum();
    loads.replaceAll((instance, load) -> sum > 0 ? load / sum : 0);
  }

  /** The hours of the reviewed week in which a call takes longer than before, by added load. */
  double[] waiting(QueryHistory query, int fromDay) {
    QueryHours hours = history.hours(query.group());
    double usual = perCall(query.countedAas().toArray(), query, 0, before);
    double[] waiting = new double[QueryHours.COUNT];
    for (int h = fromDay * TimeUnits.HOURS_PER_DAY; h < waiting.length; h++) {
      double calls = hours.usualCalls(before, h);
      double seconds = calls > 0 ? hours.usualLoad(before, h) / calls : usual;
      double added = hours.load(before, h) - hours.calls(before, h) * seconds;
      waiting[h] = added > 0 ? added : 0;
    }
    return waiting;
  }

  /** Whether the hours of waiting are mostly hours in which the query's instances were full. */
  boolean isMostlyFull(QueryGroup victim, double[] waiting) {
    Map<String, Double> shares = instanceShares.getOrDefault(victim.fingerprint(), Map.of());
    return full.part(waiting, shares, MIN_SHARED) >= MOSTLY;
  }

  /**
   * The suspects, the largest rise first, and whether the query itself makes most of the rise.
   *
   * @param waiting weights of the hours of the reviewed week
   * @param isLock whether the query waits for a lock; only statements that lock are suspects then
   */
  Causes of(QueryGroup victim, double[] waiting, boolean isLock) {
    List<Rise> rises =
        history.queries().stream()
            .filter(query -> !isLock || locks(query.group()))
            .filter(query -> isLock || shared(victim, query.group()) >= MIN_SHARED)
            .map(query -> rise(query, waiting))
            .toList();
    double added = rises.stream().mapToDouble(rise -> Math.max(0, rise.added())).sum();
    double work = rises.stream().mapToDouble(Rise::work).sum();
    List<Rise> largest =
        rises.stream()
            .filter(rise -> rise.added() >= Math.max(MIN_PART * added, MIN_WORK * work))
            .filter(rise -> rise.added() >= ShiftFinding.MIN_AAS)
            .sorted(Comparator.comparingDouble(rise -> -rise.added()))
            .toList();
    List<Rise> onTables =
        largest.stream().filter(rise -> isLock && shareTable(victim, rise.group())).toList();
    List<String> suspects =
        (onTables.isEmpty() ? largest : onTables)
            .stream()
                .map(Rise::group)
                .filter(group -> !group.equals(victim))
                .map(QueryGroup::fingerprint)
                .limit(MOST)
                .toList();
    return new Causes(suspects, !isLock && makes(victim, largest, OWN_PART * added));
  }

  private static boolean makes(QueryGroup group, List<Rise> rises, double least) {
    return rises.stream().anyMatch(rise -> rise.group().equals(group) && rise.added() >= least);
  }

  private Rise rise(QueryHistory query, double[] waiting) {
    QueryHours hours = history.hours(query.group());
    double now = perCall(query.workAas().toArray(), query, before, before + 1);
    double then = perCall(query.workAas().toArray(), query, 0, before);
    double added = 0;
    double work = 0;
    double weights = Arrays.stream(waiting).sum();
    for (int h = 0; h < waiting.length && weights > 0; h++) {
      double workNow = hours.calls(before, h) * now;
      work += waiting[h] / weights * workNow;
      added += waiting[h] / weights * (workNow - hours.usualCalls(before, h) * then);
    }
    return new Rise(query.group(), added, work);
  }

  /** Seconds a call over the weeks {@code [fromWeek, toWeek)}; 0 without calls. */
  private static double perCall(double[] aas, QueryHistory query, int fromWeek, int toWeek) {
    double[] calls = query.callsPerSecond().toArray();
    double load = 0;
    double count = 0;
    for (int i = fromWeek * DayGrid.COUNT; i < toWeek * DayGrid.COUNT; i++) {
      load += KnownValues.sum(aas[i]);
      count += KnownValues.sum(calls[i]);
    }
    return count > 0 ? load / count : 0;
  }

  /** The part of two queries' load on the same instances, 0..1. */
  private double shared(QueryGroup a, QueryGroup b) {
    Map<String, Double> ofB = instanceShares.getOrDefault(b.fingerprint(), Map.of());
    return instanceShares.getOrDefault(a.fingerprint(), Map.of()).entrySet().stream()
        .mapToDouble(e -> Math.min(e.getValue(), ofB.getOrDefault(e.getKey(), 0.0)))
        .sum();
  }

  private static boolean shareTable(QueryGroup a, QueryGroup b) {
    return !a.equals(b) && !Collections.disjoint(a.statement().tables(), b.statement().tables());
  }

  /** A plain SELECT takes no row locks that others wait for. */
  private static boolean locks(QueryGroup group) {
    String text = group.statement().text().toUpperCase(Locale.ROOT);
    return !group.statement().verb().equals("SELECT")
        || text.contains(" FOR UPDATE")
        || text.contains(" FOR SHARE")
        || text.contains(" LOCK IN SHARE MODE");
  }
}
