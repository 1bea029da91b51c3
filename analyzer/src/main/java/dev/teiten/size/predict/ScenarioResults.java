package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.predict.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.predict.HostPredictor.Host;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all capacities under one demand. A host in a scenario is computed once, whatever
 * capacities it is part of.
 */
public final class ScenarioResults {
  private final CapacityPredictor predictor;
  private final HostPredictor hosts;
  private final List<ScenarioDraw> draws;
  private final List<SizingScenario> scenarios;
  private final int neededDraws;
  private final ClusterDemand demand;
  private final boolean tooSmall;
  private final Map<ClusterShape, CapacityForecast> forecasts = new ConcurrentHashMap<>();
  private final Map<InstanceClass, CpuUse[]> writerUse = new ConcurrentHashMap<>();
  private final Map<ReaderGroup, CpuUse[]> readerUse = new ConcurrentHashMap<>();
  private @Nullable List<PeakDemand> demandByScenario;

  private record ReaderGroup(
      InstanceClass instanceClass, int readers, @Nullable ReaderRange scaling) {}

  /**
   * @param scenarios one for each draw
   * @param neededDraws draws that have to keep the limits for a recommendation
   */
  ScenarioResults(
      CapacityPredictor predictor,
      HostPredictor hosts,
      List<ScenarioDraw> draws,
      List<SizingScenario> scenarios,
      int neededDraws,
      ClusterDemand demand) {
    this.predictor = predictor;
    this.hosts = hosts;
    this.draws = draws;
    this.scenarios = scenarios;
    this.neededDraws = neededDraws;
    this.demand = demand;
    this.tooSmall = predictor.tooSmall(demand);
  }

  /** The demand that the forecasts are for. */
  public ClusterDemand demand() {
    return demand;
  }

  public CapacityForecast forecast(ClusterShape shape) {
    return forecasts.computeIfAbsent(shape, this::compute);
  }

  private CapacityForecast compute(ClusterShape shape) {
    CpuUse[] writer = writerUse.computeIfAbsent(shape.writer(), this::writers);
    CpuUse[] reader = readers(shape);
    double[] busiest = new double[scenarios.size()];
    int safe = 0;
    for (int i = 0; i < busiest.length; i++) {
      ClusterCpuUse use = new ClusterCpuUse(writer[i], reader[i]);
      busiest[i] = use.busiest();
      safe += predictor.keepsLimits(shape, use, tooSmall) ? 1 : 0;
    }
    ClusterCpuUse now = predictor.now(shape, demand);
    return new CapacityForecast(
        shape,
        now,
        new ClusterCpuUse(required(writer), required(reader)),
        Math.min(now.busiest(), MinuteStatistics.lowerQuantile(busiest, 0.05)),
        Math.max(now.busiest(), MinuteStatistics.lowerQuantile(busiest, 0.95)),
        new DrawCount(safe, neededDraws, busiest.length));
  }

  /** The quantile at the required probability, of each number by itself. */
  private CpuUse required(CpuUse[] uses) {
    return new CpuUse(
        required(uses, CpuUse::utilisation),
        required(uses, CpuUse::stretch),
        required(uses, CpuUse::overload));
  }

  private double required(CpuUse[] uses, ToDoubleFunction<CpuUse> quantity) {
    return MinuteStatistics.lowerQuantile(
        Arrays.stream(uses).mapToDouble(quantity).toArray(),
        (double) neededDraws / scenarios.size());
  }

  private CpuUse[] writers(InstanceClass target) {
    Host host = hosts.asWriter(target);
    List<PeakDemand> demands = demandByScenario();
    CpuUse[] uses = new CpuUse[scenarios.size()];
    Arrays.setAll(uses, i -> hosts.writer(host, demands.get(i), scenarios.get(i)));
    return uses;
  }

  private CpuUse[] readers(ClusterShape shape) {
    InstanceClass target = shape.reader();
    return readerUse.computeIfAbsent(
        new ReaderGroup(shape.readerOrWriter(), shape.readers(), shape.scaling()),
        group -> {
          CpuUse[] uses = new CpuUse[scenarios.size()];
          Arrays.fill(uses, CpuUse.NONE);
          if (target != null && hosts.hasReaders()) {
            Host host = hosts.asReader(target);
            List<PeakDemand> demands =
                group.scaling == null ? demandByScenario() : demand.in(draws, shape);
            int most = shape.mostReaders();
            Arrays.setAll(uses, i -> hosts.reader(host, most, demands.get(i), scenarios.get(i)));
          }
          return uses;
        });
  }

  private synchronized List<PeakDemand> demandByScenario() {
    List<PeakDemand> computed = demandByScenario;
    if (computed == null) {
      computed = demand.in(draws);
      demandByScenario = computed;
    }
    return computed;
  }
}
