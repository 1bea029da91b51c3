package dev.teiten.size;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Puts the busiest instance's minutes into hours. */
final class HourlyUseBuilder {
  private static final int MINUTES = 60;

  private HourlyUseBuilder() {}

  static HourlyUse of(SizingContext study, ClusterShape shape, ClusterDemand workload) {
    SizingAssumptions assumptions = study.assumptions();
    double limit =
        Math.min(
            assumptions.utilisationLimit(shape.writer().vcpus()),
            assumptions.utilisationLimit(shape.readerOrWriter().vcpus()));
    int hours = study.model().load().minutes() / MINUTES;
    return new HourlyUse(
        today(study.model(), hours),
        highest(hours, predicted(study, shape, workload)),
        limit,
        shape.describe().text());
  }

  static double[] today(SizingModel model, int hours) {
    return highest(
        hours,
        t -> {
          double busiest = Double.NaN;
          for (InstanceLoad member : model.members().lasting()) {
            double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
            double value = used == null ? Double.NaN : used[t];
            busiest = Double.isNaN(busiest) || value > busiest ? value : busiest;
          }
          return busiest;
        });
  }

  private static IntToDoubleFunction predicted(
      SizingContext study, ClusterShape shape, ClusterDemand workload) {
    WeekWork week = workload.week();
    SizingScenario world = study.forecast().central();
    return t -> {
      double writer = week.writer()[t];
      double readers = week.readers()[t];
      PeakDemand demand = new PeakDemand(writer, readers, writer + readers);
      return Double.isNaN(demand.together())
          ? Double.NaN
          : study.forecast().state(shape, demand, world).busiest();
    };
  }

  private static double[] highest(int hours, IntToDoubleFunction minute) {
    double[] highest = new double[hours];
    Arrays.fill(highest, Double.NaN);
    for (int t = 0; t < hours * MINUTES; t++) {
      double value = minute.applyAsDouble(t);
      int hour = t / MINUTES;
      if (!Double.isNaN(value) && !(highest[hour] >= value)) {
        highest[hour] = value;
      }
    }
    return highest;
  }
}
