package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.HostPredictor.Host;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/**
 * How one workload's draws come out. A host under a draw is computed once, whatever capacities it
 * is part of.
 */
final class ScenarioResults {
  private final CapacityPredictor forecast;
  private final HostPredictor hosts;
  private final ClusterDemand workload;
  private final List<SizingScenario> worlds;
  private final List<PeakDemand> demands;
  private final boolean strict;
  private final double enough;
  private final boolean readers;
  private final Map<ClusterShape, CapacityForecast> outlooks = new ConcurrentHashMap<>();
  private final Map<InstanceClass, CpuUse[]> writerUse = new ConcurrentHashMap<>();
  private final Map<ReaderGroup, CpuUse[]> readerUse = new ConcurrentHashMap<>();

  private record ReaderGroup(InstanceClass instanceClass, int count) {}

  ScenarioResults(SizingContext study, ClusterDemand workload) {
    this.forecast = study.forecast();
    this.hosts = study.hosts();
    this.workload = workload;
    this.worlds = study.worlds();
    this.demands = workload.drawn(study.draws());
    this.strict = forecast.tooSmall(workload);
    this.enough = study.assumptions().get(Assumption.MIN_PROBABILITY);
    this.readers = study.basis().readers().number() > 0;
  }

  CapacityForecast of(ClusterShape shape) {
    return outlooks.computeIfAbsent(shape, this::look);
  }

  private CapacityForecast look(ClusterShape shape) {
    CpuUse[] writer = writerUse.computeIfAbsent(shape.writer(), this::writers);
    CpuUse[] reader = readers(shape);
    double[] busiest = new double[worlds.size()];
    int safe = 0;
    for (int i = 0; i < busiest.length; i++) {
      ClusterCpuUse state =
          new ClusterCpuUse(
              writer[i].utilisation(),
              reader[i].utilisation(),
              writer[i].stretch(),
              reader[i].stretch());
      busiest[i] = state.busiest();
      safe += forecast.safe(shape, state, strict) ? 1 : 0;
    }
    return new CapacityForecast(
        shape,
        forecast.now(shape, workload),
        next(writer, reader),
        quantile(Arrays.stream(busiest), 0.05),
        quantile(Arrays.stream(busiest), 0.95),
        (double) safe / busiest.length);
  }

  /** Each by itself: what it passes as seldom as a recommendation may be wrong. */
  private ClusterCpuUse next(CpuUse[] writer, CpuUse[] reader) {
    return new ClusterCpuUse(
        quantile(Arrays.stream(writer).mapToDouble(CpuUse::utilisation), enough),
        quantile(Arrays.stream(reader).mapToDouble(CpuUse::utilisation), enough),
        quantile(Arrays.stream(writer).mapToDouble(CpuUse::stretch), enough),
        quantile(Arrays.stream(reader).mapToDouble(CpuUse::stretch), enough));
  }

  /** The smallest that at least this part of the draws does not pass. */
  private static double quantile(DoubleStream values, double part) {
    double[] sorted = values.sorted().toArray();
    return sorted[Math.max(0, (int) Math.ceil(part * sorted.length - 1e-9) - 1)];
  }

  private CpuUse[] writers(InstanceClass target) {
    Host host = hosts.asWriter(target);
    CpuUse[] use = new CpuUse[worlds.size()];
    Arrays.setAll(use, i -> hosts.writer(host, demands.get(i).writer(), worlds.get(i)));
    return use;
  }

  private CpuUse[] readers(ClusterShape shape) {
    InstanceClass target = shape.reader();
    return readerUse.computeIfAbsent(
        new ReaderGroup(shape.readerOrWriter(), shape.readers()),
        group -> {
          CpuUse[] use = new CpuUse[worlds.size()];
          Arrays.fill(use, CpuUse.NONE);
          if (target != null && readers) {
            Host host = hosts.asReader(target);
            int count = group.count;
            Arrays.setAll(
                use, i -> hosts.reader(host, count, demands.get(i).readers(), worlds.get(i)));
          }
          return use;
        });
  }
}
