package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.predict.Assumption;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.CpuUse;
import dev.teiten.size.predict.HostPredictor;
import dev.teiten.size.predict.PeakDemand;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.SizingAssumptions;
import dev.teiten.size.predict.SizingScenario;
import org.jspecify.annotations.Nullable;

/** Predicts a capacity after its worst single loss: an instance or an Availability Zone. */
public final class FailureImpact {
  /** The number of Availability Zones to assume where it is not known. */
  private static final int ASSUMED_ZONES = 2;

  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final HostPredictor hosts;
  private final CapacityPredictor predictor;

  public FailureImpact(
      PredictionBasis basis,
      SizingAssumptions assumptions,
      HostPredictor hosts,
      CapacityPredictor predictor) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.hosts = hosts;
    this.predictor = predictor;
  }

  /**
   * A capacity after the worst single loss.
   *
   * @param lost number of readers that no longer serve reads, a promoted one included
   * @param promoted utilization (0..1) of the reader that replaces the writer; 0 if none can
   * @param left utilization (0..1) of the busiest reader left, or of the only instance left
   */
  public record AfterLoss(int lost, double promoted, double left) {
    public double busiest() {
      return Math.max(promoted, left);
    }
  }

  /** Whether the capacity bears its worst single loss in the highest week; true without readers. */
  boolean survives(ClusterShape shape, ClusterDemand demand) {
    AfterLoss after = after(shape, demand.highestAhead());
    if (after == null) {
      return true;
    }
    boolean promotion =
        predictor.writerCounts(shape, predictor.tooSmall(demand))
            || !shape.readerOrWriter().equals(basis.today().readerOrWriter());
    double limit = assumptions.get(Assumption.MAX_AFTER_FAILURE);
    return after.left() <= limit && (!promotion || after.promoted() <= limit);
  }

  /** The capacity at this demand after the worst single loss; null where nothing can take over. */
  public @Nullable AfterLoss after(ClusterShape shape, PeakDemand demand) {
    InstanceClass reader = shape.reader();
    if (reader == null || !hosts.hasReaders()) {
      return null;
    }
    SizingScenario scenario = predictor.central();
    int lost = lostReaders(shape, basis.zones());
    int left = shape.readers() - lost;
    if (left < 1) {
      return new AfterLoss(
          shape.readers(), 0, hosts.alone(shape, demand.together(), scenario).utilisation());
    }
    CpuUse promoted = hosts.writer(hosts.asWriter(reader), demand.writer(), scenario);
    CpuUse others = hosts.reader(hosts.asReader(reader), left, demand.readers(), scenario);
    return new AfterLoss(lost, promoted.utilisation(), others.utilisation());
  }

  /**
   * The number of readers that the worst single loss takes. It is the loss of the Availability Zone
   * with the most readers; if the writer stood there, a reader is promoted and counts as lost too.
   * Readers are taken to be spread evenly, with the writer where they are fewest.
   *
   * @param zones in use today; null stands for two
   */
  public static int lostReaders(ClusterShape shape, @Nullable Integer zones) {
    int used = Math.min(zones == null ? ASSUMED_ZONES : zones, shape.instances());
    return used == 1 ? 1 : shape.readers() / used + 1;
  }
}
