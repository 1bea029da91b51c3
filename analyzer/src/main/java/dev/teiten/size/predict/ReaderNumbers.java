package dev.teiten.size.predict;

import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.ReaderRange;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.demand.TargetTracking;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/** The number of readers by minute of a capacity that is scaled. */
public final class ReaderNumbers {
  /** Less work than this at the target would ask for readers without end. */
  private static final double LEAST_CORES = 0.01;

  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final HostPredictor hosts;

  public ReaderNumbers(PredictionBasis basis, SizingAssumptions assumptions, HostPredictor hosts) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.hosts = hosts;
  }

  /** The mean CPU (0..1) at which the number of readers is kept: assumed, known or usual. */
  public double target(ReaderRange range) {
    Double known = range.target();
    return known != null && isTargetKnown(range)
        ? known
        : assumptions.get(ModelAssumption.READER_TARGET);
  }

  /** Whether the target is that of the scaling policy, and not an assumption. */
  public boolean isTargetKnown(ReaderRange range) {
    return range.target() != null
        && !assumptions.changed().containsKey(ModelAssumption.READER_TARGET);
  }

  /**
   * The readers of a capacity that is scaled: those that ran if it is today's and its work is
   * unchanged, and otherwise those that its policy would run.
   */
  NumberedReaders of(ClusterShape shape, boolean unchanged) {
    boolean asSeen = unchanged && shape.equals(basis.today());
    return new NumberedReaders(
        asSeen ? week -> seen(week) : tracking(shape), shape.mostReaders(), basis.zones());
  }

  private int[] seen(DatedWork week) {
    int[] readers = basis.timeline().readers(week.week().range());
    return Arrays.stream(readers).map(number -> Math.max(1, number)).toArray();
  }

  private Function<DatedWork, int[]> tracking(ClusterShape shape) {
    ReaderRange range = Objects.requireNonNull(shape.scaling());
    double cores = hosts.sessionWork(hosts.asReader(shape.readerOrWriter()), target(range));
    double growth = assumptions.get(ModelAssumption.GROWTH);
    int minutes = (int) Math.round(assumptions.get(ModelAssumption.SCALE_OUT_MINUTES));
    TargetTracking policy =
        new TargetTracking(range, Math.max(LEAST_CORES, cores) / growth, minutes);
    return week -> policy.readers(week.work().readers());
  }

  /** The mean number of readers of a capacity in the reviewed week. */
  public double mean(ClusterShape shape, ClusterDemand demand) {
    return shape.scaling() == null
        ? shape.readers()
        : Arrays.stream(of(shape, demand.unchanged()).byMinute().apply(demand.reviewed()))
            .average()
            .orElse(shape.readers());
  }
}
