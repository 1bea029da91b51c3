package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.CapacityForecast.AfterLoss;
import org.jspecify.annotations.Nullable;

/** What is left of a capacity after its worst single loss: an instance or an Availability Zone. */
final class FailureImpact {
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final HostPredictor hosts;
  private final CapacityPredictor forecast;

  FailureImpact(
      PredictionBasis basis,
      SizingAssumptions assumptions,
      HostPredictor hosts,
      CapacityPredictor forecast) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.hosts = hosts;
    this.forecast = forecast;
  }

  /** Whether the capacity bears its worst single loss in the highest week; true without readers. */
  boolean survives(ClusterShape shape, ClusterDemand workload) {
    AfterLoss after = after(shape, workload.highestAhead());
    if (after == null) {
      return true;
    }
    boolean promotion =
        forecast.writerCounts(shape, forecast.tooSmall(workload))
            || !shape.readerOrWriter().equals(basis.today().readerOrWriter());
    double limit = assumptions.get(Assumption.MAX_AFTER_FAILURE);
    return after.left() <= limit && (!promotion || after.promoted() <= limit);
  }

  /** The worst single loss at this demand; null where nothing can take over. */
  @Nullable AfterLoss after(ClusterShape shape, PeakDemand demand) {
    InstanceClass reader = shape.reader();
    if (reader == null || basis.readers().number() == 0) {
      return null;
    }
    SizingScenario world = forecast.central();
    int lost = lostReaders(shape, basis.zones());
    int left = shape.readers() - lost;
    if (left < 1) {
      return new AfterLoss(
          shape.readers(), 0, hosts.alone(shape, demand.together(), world).utilisation());
    }
    CpuUse promoted = hosts.writer(hosts.asWriter(reader), demand.writer(), world);
    CpuUse others = hosts.reader(hosts.asReader(reader), left, demand.readers(), world);
    return new AfterLoss(lost, promoted.utilisation(), others.utilisation());
  }

  /**
   * How many readers the worst single loss takes: that of the Availability Zone with the most of
   * them, counting the one that is promoted if the writer goes with its zone. Readers are spread
   * evenly, the writer stands where they are fewest.
   *
   * @param zones in use today; if not known, two
   */
  static int lostReaders(ClusterShape shape, @Nullable Integer zones) {
    int used = Math.min(zones == null ? 2 : zones, shape.instances());
    return used == 1 ? 1 : shape.readers() / used + 1;
  }
}
