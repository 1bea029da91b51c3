package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.CpuUse;
import dev.teiten.size.predict.HostPredictor;
import dev.teiten.size.predict.OverloadReplay.Part;
import dev.teiten.size.predict.OverloadReplay.Queue;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.SizingScenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Predicts a capacity after its worst single loss: an instance or an Availability Zone. */
public final class FailureImpact {
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
   * @param promoted the reader that replaces the writer; null if none can
   * @param left the busiest reader left, or the only instance left
   */
  public record AfterLoss(int lost, @Nullable CpuUse promoted, CpuUse left) {
    /** The highest utilization, 0..1. */
    public double busiest() {
      return promoted == null
          ? left.utilisation()
          : Math.max(promoted.utilisation(), left.utilisation());
    }
  }

  /**
   * Whether the capacity bears its worst single loss in the highest week, and in every minute of
   * the archive; true without readers.
   */
  boolean survives(ClusterShape shape, ClusterDemand demand) {
    AfterLoss after = after(shape, demand.afterLoss(shape).highestAhead());
    if (after == null) {
      return true;
    }
    boolean promotion =
        predictor.writerCounts(shape, predictor.tooSmall(demand))
            || !shape.readerOrWriter().equals(basis.today().readerOrWriter());
    CpuUse promoted = after.promoted();
    return bears(after.left()) && (!promotion || promoted == null || bears(promoted));
  }

  private boolean bears(CpuUse use) {
    return use.utilisation() <= assumptions.get(ModelAssumption.MAX_AFTER_FAILURE)
        && use.overload() <= 1;
  }

  /**
   * The capacity at this demand after the worst single loss; null where nothing can take over.
   *
   * @param demand on the instances left, of {@link ClusterDemand#afterLoss}
   */
  public @Nullable AfterLoss after(ClusterShape shape, PeakDemand demand) {
    InstanceClass reader = shape.reader();
    if (reader == null || !hosts.hasReaders()) {
      return null;
    }
    SizingScenario scenario = predictor.central();
    int lost = ClusterShape.lostReaders(shape.readers(), basis.zones());
    int left = left(shape);
    if (left < 1) {
      return new AfterLoss(shape.readers(), null, hosts.alone(shape, demand, scenario));
    }
    CpuUse promoted = hosts.writer(hosts.asWriter(reader), demand, scenario);
    CpuUse others = hosts.reader(hosts.asReader(reader), left, demand, scenario);
    return new AfterLoss(Math.min(lost, shape.readers()), promoted, others);
  }

  /**
   * The readers over which the demand after a loss is put; under 1 if one instance has to do
   * everything. Scaled readers are replaced, and their demand tells how many were left.
   */
  private int left(ClusterShape shape) {
    return shape.scaling() == null
        ? shape.readers() - ClusterShape.lostReaders(shape.readers(), basis.zones())
        : shape.mostReaders();
  }

  /** The queues of the instances left; empty where nothing can take over. */
  List<Queue> queues(ClusterShape shape) {
    double growth = assumptions.get(ModelAssumption.GROWTH);
    InstanceClass reader = shape.reader();
    if (reader == null || !hosts.hasReaders()) {
      return List.of();
    }
    SizingScenario scenario = predictor.central();
    int left = left(shape);
    if (left < 1) {
      return List.of(
          new Queue(
              Part.TOGETHER,
              work ->
                  hosts.alone(shape, PeakDemand.level(0, growth * work, 0), scenario).overload(),
              0));
    }
    return List.of(
        new Queue(
            Part.WRITER,
            work ->
                hosts
                    .writer(hosts.asWriter(reader), PeakDemand.level(growth * work, 0, 0), scenario)
                    .overload(),
            0),
        new Queue(
            Part.READERS,
            work ->
                hosts
                    .reader(
                        hosts.asReader(reader),
                        left,
                        PeakDemand.level(0, growth * work, 0),
                        scenario)
                    .overload(),
            1 / (growth * hosts.busiestShare(left, scenario))));
  }
}
