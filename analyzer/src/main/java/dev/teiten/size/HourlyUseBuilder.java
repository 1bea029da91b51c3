package dev.teiten.size;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.demand.WeekWork;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Builds the busiest instance's CPU by hour. */
final class HourlyUseBuilder {
  private static final int HOUR = TimeUnits.MINUTES_PER_HOUR;

  private final List<InstanceLoad> members;
  private final int hours;
  private final SizingAssumptions assumptions;
  private final CapacityPredictor predictor;

  /**
   * @param minutes of the week
   */
  HourlyUseBuilder(
      List<InstanceLoad> members,
      int minutes,
      SizingAssumptions assumptions,
      CapacityPredictor predictor) {
    this.members = List.copyOf(members);
    this.hours = minutes / HOUR;
    this.assumptions = assumptions;
    this.predictor = predictor;
  }

  HourlyUse of(CapacityCandidate candidate, ClusterDemand demand) {
    ClusterShape shape = candidate.shape();
    double limit =
        Math.min(
            assumptions.utilisationLimit(shape.writer().vcpus()),
            assumptions.utilisationLimit(shape.readerOrWriter().vcpus()));
    return new HourlyUse(
        highestByHour(this::measured),
        highestByHour(t -> predicted(shape, demand.of(shape).reviewedWeek(), t)),
        limit,
        candidate.describe().text());
  }

  private double measured(int minute) {
    double busiest = Double.NaN;
    for (InstanceLoad member : members) {
      double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
      double value = used == null ? Double.NaN : used[minute];
      busiest = Double.isNaN(busiest) || value > busiest ? value : busiest;
    }
    return busiest;
  }

  private double predicted(ClusterShape shape, WeekWork week, int minute) {
    double writer = week.writer()[minute];
    double readers = week.readers()[minute];
    double agents = week.agents()[minute];
    PeakDemand demand = PeakDemand.level(writer, readers, agents);
    return Double.isNaN(demand.together())
        ? Double.NaN
        : predictor.predict(shape, demand, predictor.central()).busiest();
  }

  private double[] highestByHour(IntToDoubleFunction minutes) {
    double[] highest = new double[hours];
    Arrays.fill(highest, Double.NaN);
    for (int t = 0; t < hours * HOUR; t++) {
      double value = minutes.applyAsDouble(t);
      int hour = t / HOUR;
      if (!Double.isNaN(value) && !(highest[hour] >= value)) {
        highest[hour] = value;
      }
    }
    return highest;
  }
}
