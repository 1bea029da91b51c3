package dev.teiten.size.predict;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.ProcessorType;
import dev.teiten.size.demand.ReaderDemand;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.demand.SpeedRatio;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Predicts the CPU of one instance of a class under a demand. Work was read off the capacity curve
 * of today's class. It is put on the curve of the target class, in cores of that class's speed.
 */
public final class HostPredictor {
  /** A full CPU would have no number of vCPUs for a core of work. */
  private static final double ALMOST_FULL = 0.999;

  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final CapacityCurves curves;
  private final Map<String, Double> measuredSpeeds;
  private final Map<InstanceClass, Host> writers = new ConcurrentHashMap<>();
  private final Map<InstanceClass, Host> readers = new ConcurrentHashMap<>();

  /**
   * @param measuredSpeeds speed of a vCPU by class family, over today's family
   */
  public HostPredictor(
      PredictionBasis basis,
      SizingAssumptions assumptions,
      CapacityCurves curves,
      Map<String, Double> measuredSpeeds) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.curves = curves;
    this.measuredSpeeds = Map.copyOf(measuredSpeeds);
  }

  /** An instance of one class in place of another. */
  public final class Host {
    private final InstanceClass target;
    private final SpeedRatio ratio;
    private final double unit;

    private Host(InstanceClass target, InstanceClass source, double unit) {
      this.target = target;
      this.ratio = ratio(source, target);
      this.unit = unit;
    }

    /**
     * @param work in cores of the writer's class
     * @param sustained the least capacity for the work, in cores of the writer's class
     */
    private CpuUse under(double work, double sustained, SizingScenario scenario) {
      double part = target.exactVcpus() / target.vcpus();
      double speed =
          part
              * unit
              * (scenario.central() ? ratio.used(scenario.speed()) : ratio.at(scenario.speed()));
      CapacityCurve curve = curves.of(target, scenario.gain());
      double cores = work / speed;
      return new CpuUse(
          curve.busyCores(cores) / curve.vcpus(),
          curves.stretch(curve, cores, scenario.burst()),
          sustained / speed / curve.capacity());
    }
  }

  private SpeedRatio ratio(InstanceClass source, InstanceClass target) {
    Double measured = measuredSpeeds.get(target.family());
    return measured == null || ProcessorType.same(source.family(), target.family())
        ? SpeedRatio.of(source, target).orElse(SpeedRatio.IDENTICAL)
        : new SpeedRatio(measured, measured);
  }

  /** An instance of this class in the writer's place. */
  public Host asWriter(InstanceClass target) {
    return writers.computeIfAbsent(target, key -> new Host(key, basis.today().writer(), 1));
  }

  /** An instance of this class in a reader's place. */
  public Host asReader(InstanceClass target) {
    return readers.computeIfAbsent(
        target, key -> new Host(key, basis.today().readerOrWriter(), basis.work().readerUnit()));
  }

  /**
   * The work of sessions, in cores of the writer's class, at which an instance in a reader's place
   * has a utilization (0..1).
   */
  double sessionWork(Host host, double utilisation) {
    CapacityCurve curve = curves.of(host.target, measuredGain());
    double speed = host.unit * host.ratio.used(assumptions.get(ModelAssumption.SPEED_LOW));
    return speed * curve.work(utilisation * curve.vcpus()) - basis.readers().backgroundCores();
  }

  /** Whether there are readers today whose work can be predicted. */
  public boolean hasReaders() {
    return basis.readers().number() > 0;
  }

  /** An instance in the writer's place. */
  public CpuUse writer(Host host, PeakDemand demand, SizingScenario scenario) {
    return host.under(
        writerWork(demand.writer(), scenario),
        writerWork(demand.sustained().writer(), scenario),
        scenario);
  }

  private double writerWork(double work, SizingScenario scenario) {
    return work * regain(work, scenario.gain());
  }

  /** The busiest of {@code count} readers. */
  public CpuUse reader(Host host, int count, PeakDemand demand, SizingScenario scenario) {
    return host.under(
        readerWork(count, demand.readers(), scenario),
        readerWork(count, demand.sustained().readers(), scenario),
        scenario);
  }

  /**
   * The work of the busiest of {@code count} readers.
   *
   * @param demand of one reader beyond its constant background, in cores of today's writer class
   */
  private double readerWork(int count, ReaderDemand demand, SizingScenario scenario) {
    ReaderBalance today = basis.readers();
    double usual = demand.at(1.0 / today.number());
    double regain = regain(today.backgroundCores() + usual, scenario.gain());
    return (today.backgroundCores() + demand.at(busiestShare(count, scenario))) * regain;
  }

  /** The part of all sessions' work that the busiest of {@code count} readers does. */
  public double busiestShare(int count, SizingScenario scenario) {
    double leastSpare = assumptions.get(ModelAssumption.IMBALANCE);
    return basis.readers().busiest(count, 1, scenario.spread(), leastSpare);
  }

  /** The only instance left, where reads fall back on the writer. */
  public CpuUse alone(ClusterShape shape, PeakDemand demand, SizingScenario scenario) {
    InstanceClass remaining = shape.smallest();
    InstanceClass reader = basis.today().readerOrWriter();
    InstanceClass source = remaining.equals(reader) ? reader : basis.today().writer();
    return new Host(remaining, source, 1)
        .under(
            workAlone(demand.together(), scenario),
            workAlone(demand.sustained().together(), scenario),
            scenario);
  }

  private double workAlone(double together, SizingScenario scenario) {
    return (together + basis.readers().backgroundCores())
        * regain(together / basis.today().instances(), scenario.gain());
  }

  /** Seconds on a vCPU for a core-second of work; busy sibling hyperthreads raise it above 1. */
  public double perBusy(InstanceClass instanceClass, double utilisation) {
    CapacityCurve curve = curves.of(instanceClass, measuredGain());
    double busy = Math.min(utilisation, ALMOST_FULL) * curve.vcpus();
    double work = curve.work(busy);
    return work > 0 ? busy / work : 1;
  }

  /** The hyperthread gain that the work was read with; the least if the writer shows none. */
  double measuredGain() {
    CapacityCurve curve = basis.work().writer().curve();
    return curve.gain() < 1 ? curve.gain() : assumptions.get(ModelAssumption.GAIN_LOW);
  }

  /**
   * A factor on the work of one instance. It is the work that the same busy vCPUs mean at another
   * hyperthread gain, over the work at the gain that it was read with.
   */
  private double regain(double work, double gain) {
    CapacityCurve source = basis.work().writer().curve();
    if (!(work > 0) || source.gain() == 1 || source.gain() == gain) {
      return 1;
    }
    double bounded = Math.min(work, source.capacity());
    double busy = source.busyCores(bounded);
    return curves.of(basis.today().writer(), gain).work(busy) / bounded;
  }
}
