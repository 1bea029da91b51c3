package dev.teiten.synthetic;

import dev.teiten.fixtures.fleet.AcuAllocation;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.DayLoad;
import dev.teiten.fixtures.fleet.Incident;
import dev.teiten.fixtures.fleet.SessionState;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One UTC day of an instance of a simulated fleet, as Performance Insights lists it. */
final class FleetDay {
  /** Performance Insights lists at most this number of digests. */
  static final int TOP = 25;

  private final ClusterSpec cluster;
  private final DayLoad load;
  private final long day;

  FleetDay(ClusterSpec cluster, DayLoad load, long day) {
    this.cluster = cluster;
    this.load = load;
    this.day = day;
  }

  /** AAS of a workload in a minute and a wait. */
  double aas(int workload, SessionState wait, int minute) {
    char[] counts = load.samples()[workload][wait.ordinal()];
    return counts == null ? 0 : (double) counts[minute] / DayLoad.SAMPLES;
  }

  double aas(int workload, int minute) {
    double sum = 0;
    for (SessionState wait : SessionState.values()) {
      sum += aas(workload, wait, minute);
    }
    return sum;
  }

  boolean seen(int minute) {
    return load.seen()[minute];
  }

  double busyVcpus(int minute) {
    return load.busyVcpus()[minute];
  }

  /** The capacity units allocated to an instance of Serverless v2. */
  double allocated(AcuAllocation acu, int minute) {
    return acu.units(load.busyVcpus(), minute);
  }

  /** The workloads of the day with the highest load. */
  List<Integer> top() {
    double[] sums = new double[cluster.workloads().size()];
    List<Integer> order = new ArrayList<>();
    for (int w = 0; w < sums.length; w++) {
      for (int m = 0; m < DayLoad.MINUTES; m++) {
        sums[w] += seen(m) ? aas(w, m) : 0;
      }
      if (sums[w] > 0) {
        order.add(w);
      }
    }
    order.sort(Comparator.comparingDouble(w -> -sums[w]));
    return order.subList(0, Math.min(TOP, order.size()));
  }

  boolean seenHour(int hour) {
    for (int m = hour * 60; m < hour * 60 + 60; m++) {
      if (seen(m)) {
        return true;
      }
    }
    return false;
  }

  List<DigestLoad> hour(int hour) {
    List<DigestLoad> loads = all(hour);
    return loads.subList(0, Math.min(TOP, loads.size()));
  }

  /** AAS of the workloads that an hour does not list. */
  double unlisted(int hour) {
    return all(hour).stream().skip(TOP).mapToDouble(DigestLoad::loadAas).sum();
  }

  private List<DigestLoad> all(int hour) {
    List<DigestLoad> loads = new ArrayList<>();
    for (int w = 0; w < cluster.workloads().size(); w++) {
      DigestLoad digest = digest(w, hour);
      if (digest.loadAas() > 0) {
        loads.add(digest);
      }
    }
    loads.sort(Comparator.comparingDouble(digest -> -digest.loadAas()));
    return loads;
  }

  private DigestLoad digest(int w, int hour) {
    WorkloadSpec workload = cluster.workloads().get(w);
    Map<WaitEvent, Double> waits = new TreeMap<>();
    double calls = 0;
    double active = 0;
    double examined = 0;
    List<Incident> incidents = cluster.incidentsOf(workload);
    double sum = 0;
    int minutes = 0;
    for (int m = hour * 60; m < hour * 60 + 60; m++) {
      if (seen(m)) {
        minutes++;
        calls += load.calls()[w][m];
        active += load.activeExecutions()[w][m];
        examined += load.calls()[w][m] * rows(workload, incidents, m);
        for (SessionState wait : SessionState.values()) {
          double aas = aas(w, wait, m);
          sum += aas;
          if (aas > 0) {
            String name = wait.eventName(cluster.isPostgresql(), workload);
            waits.merge(new WaitEvent(name), aas, Double::sum);
          }
        }
      }
    }
    int known = Math.max(1, minutes);
    waits.replaceAll((wait, aas) -> aas / known);
    Map<DigestStatistic, Double> statistics =
        calls == 0
            ? Map.of()
            : Map.of(
                DigestStatistic.CALLS_PER_SECOND, calls / known,
                DigestStatistic.LATENCY_SECONDS, active / calls,
                DigestStatistic.ROWS_EXAMINED_PER_SECOND, examined / known);
    Instant from = Instant.ofEpochSecond(day * 86_400 + hour * 3600L);
    return new DigestLoad(from, workload.digestId(), sum / known, waits, statistics);
  }

  /** Number of rows that a call examines. */
  private double rows(WorkloadSpec workload, List<Incident> incidents, int minute) {
    double rows = workload.perCall().rowsExamined();
    for (Incident incident : incidents) {
      rows *= incident.rows(day * DayLoad.MINUTES + minute);
    }
    return rows;
  }
}
