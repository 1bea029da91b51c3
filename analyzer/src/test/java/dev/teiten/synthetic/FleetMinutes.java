package dev.teiten.synthetic;

import dev.teiten.fixtures.fleet.AcuAllocation;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.DayLoad;
import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SessionSeconds;
import dev.teiten.fixtures.fleet.SessionState;
import dev.teiten.load.AcuRange;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.BusyWindows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One instance of a simulated fleet, by minute of the reviewed week. */
final class FleetMinutes {
  private final ClusterSpec spec;
  private final InstanceSpec instance;
  private final ReviewWeek week;
  private final int minutes;
  private final double[] total;
  private final double[] utilisation;
  private final double[] vcpus;
  private final double[] allocated;
  private final Map<WaitEvent, double[]> waits = new HashMap<>();
  private final Map<String, double[]> digests = new HashMap<>();
  private final Map<String, double[]> cpu = new HashMap<>();
  private final List<DigestLoad> hours = new ArrayList<>();
  private final List<CpuSessionCounts> seconds = new ArrayList<>();

  FleetMinutes(ClusterSpec spec, InstanceSpec instance, ReviewWeek week) {
    this.spec = spec;
    this.instance = instance;
    this.week = week;
    minutes = week.range().minutes();
    total = unknown();
    utilisation = unknown();
    vcpus = unknown();
    allocated = unknown();
  }

  private double[] unknown() {
    double[] series = new double[minutes];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  /**
   * @param offset the week's minute at which the day begins, negative if before the week
   */
  void add(FleetDay day, int offset) {
    int from = Math.max(0, -offset);
    int to = Math.min(DayLoad.MINUTES, minutes - offset);
    for (int m = from; m < to; m++) {
      if (day.seen(m)) {
        minute(day, m, offset + m);
      }
    }
    digests(day, from, to, offset);
    seconds(day, from, to, offset);
    for (int hour = from / 60; hour < to / 60; hour++) {
      hours.addAll(day.hour(hour));
    }
  }

  private void minute(FleetDay day, int m, int t) {
    long epochMinute = week.range().from().getEpochSecond() / 60 + t;
    InstanceHardware hardware = instance.hardwareAt(epochMinute);
    AcuAllocation acu = hardware.acu();
    utilisation[t] = day.busyVcpus(m) / hardware.vcpus();
    if (acu == null) {
      vcpus[t] = hardware.vcpus();
    } else {
      allocated[t] = day.allocated(acu, m);
    }
    total[t] = 0;
    for (int w = 0; w < spec.workloads().size(); w++) {
      for (SessionState wait : SessionState.values()) {
        double aas = day.aas(w, wait, m);
        if (aas > 0) {
          String name = wait.eventName(spec.isPostgresql(), spec.workloads().get(w));
          waits.computeIfAbsent(new WaitEvent(name), k -> new double[minutes])[t] += aas;
          total[t] += aas;
        }
      }
    }
  }

  private void digests(FleetDay day, int from, int to, int offset) {
    for (int w : day.top()) {
      String digest = spec.workloads().get(w).digestId();
      double[] all = digests.computeIfAbsent(digest, k -> unknown());
      double[] onCpu = cpu.computeIfAbsent(digest, k -> unknown());
      for (int m = from; m < to; m++) {
        if (day.seen(m)) {
          all[offset + m] = day.aas(w, m);
          onCpu[offset + m] = day.aas(w, SessionState.CPU, m);
        }
      }
    }
  }

  /** The stretches that a collector would sample by the second, and their samples. */
  private void seconds(FleetDay day, int from, int to, int offset) {
    float[] onCpu = new float[DayLoad.MINUTES];
    Arrays.fill(onCpu, Float.NaN);
    for (int m = from; m < to; m++) {
      if (day.seen(m)) {
        onCpu[m] = 0;
        for (int w = 0; w < spec.workloads().size(); w++) {
          onCpu[m] += (float) day.aas(w, SessionState.CPU, m);
        }
      }
    }
    for (int start : BusyWindows.of(onCpu)) {
      double[] sessions = new double[60 * BusyWindows.MINUTES];
      for (int m = 0; m < BusyWindows.MINUTES; m++) {
        int[] counts = new int[60];
        long epochMinute = week.range().from().getEpochSecond() / 60 + offset + start + m;
        for (int w = 0; w < spec.workloads().size(); w++) {
          int samples = (int) Math.round(60 * day.aas(w, SessionState.CPU, start + m));
          SessionSeconds.spread(epochMinute, samples, w * 8 + SessionState.CPU.ordinal(), counts);
        }
        for (int s = 0; s < 60; s++) {
          sessions[60 * m + s] = counts[s];
        }
      }
      seconds.add(new CpuSessionCounts(60 * (offset + start), sessions));
    }
  }

  InstanceLoad load() {
    Map<InstanceCounter, double[]> counters = new EnumMap<>(InstanceCounter.class);
    counters.put(InstanceCounter.CPU_UTILISATION, utilisation);
    counters.put(InstanceCounter.VCPUS, vcpus);
    if (instance.isEverServerless()) {
      counters.put(InstanceCounter.ACU_ALLOCATED, allocated);
    }
    return new InstanceLoad(described(), total, waits, digests, cpu, counters, hours)
        .withSeconds(seconds);
  }

  private Instance described() {
    long end = week.range().to().getEpochSecond() / 60 - 1;
    AcuAllocation acu = instance.hardwareAt(end).acu();
    return new Instance(
        instance.resourceId(),
        instance.name(),
        spec.engineVersion(),
        instance.hardwareAt(end).name(),
        instance.name().equals(spec.writerAt(end)) ? Role.WRITER : Role.READER,
        instance.availabilityZone(),
        instance.promotionTier(),
        instance.createdAt(),
        null,
        acu == null ? null : new AcuRange(acu.min(), acu.max()));
  }
}
