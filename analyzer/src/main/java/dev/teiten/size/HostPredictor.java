package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Predicts what a demand does to one instance of a class. Work was read off the source class's
 * curve; it is put on the target's, in cores of the target's speed.
 */
final class HostPredictor {
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final CapacityCurves curves;
  private final Map<String, Double> speeds;
  private final Map<InstanceClass, Host> writers = new ConcurrentHashMap<>();
  private final Map<InstanceClass, Host> readers = new ConcurrentHashMap<>();

  /**
   * @param speeds measured ones by family, over today's
   */
  HostPredictor(
      PredictionBasis basis,
      SizingAssumptions assumptions,
      CapacityCurves curves,
      Map<String, Double> speeds) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.curves = curves;
    this.speeds = speeds;
  }

  /** One class in place of another. */
  final class Host {
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
     */
    private CpuUse under(double work, SizingScenario world) {
      double speed = unit * (world.central() ? ratio.used(world.speed()) : ratio.at(world.speed()));
      CapacityCurve curve = curves.of(target, world.gain());
      double cores = work / speed;
      return new CpuUse(
          curve.busyCores(cores) / curve.vcpus(), curves.stretch(curve, cores, world.burst()));
    }
  }

  private SpeedRatio ratio(InstanceClass source, InstanceClass target) {
    Double measured = speeds.get(target.family());
    return measured == null || ProcessorType.same(source.family(), target.family())
        ? SpeedRatio.of(source, target).orElse(new SpeedRatio(1, 1))
        : new SpeedRatio(measured, measured);
  }

  /** That class in the writer's place. */
  Host asWriter(InstanceClass target) {
    return writers.computeIfAbsent(target, key -> new Host(key, basis.today().writer(), 1));
  }

  /** That class in a reader's place. */
  Host asReader(InstanceClass target) {
    return readers.computeIfAbsent(
        target, key -> new Host(key, basis.today().readerOrWriter(), basis.work().readerUnit()));
  }

  CpuUse writer(Host host, double work, SizingScenario world) {
    return host.under(work * regain(work, world.gain()), world);
  }

  /** The busiest of {@code left} readers that do {@code together} beyond their background. */
  CpuUse reader(Host host, int left, double together, SizingScenario world) {
    ReaderBalance today = basis.readers();
    double regain = regain(today.backgroundCores() + together / today.number(), world.gain());
    double spare = assumptions.get(Assumption.IMBALANCE);
    double beyond = today.busiest(left, together, world.spread(), spare);
    return host.under((today.backgroundCores() + beyond) * regain, world);
  }

  /** The only instance left, where reads fall back on the writer. */
  CpuUse alone(ClusterShape shape, double together, SizingScenario world) {
    InstanceClass alone = shape.smallest();
    InstanceClass reader = basis.today().readerOrWriter();
    InstanceClass source = alone.equals(reader) ? reader : basis.today().writer();
    double work =
        (together + basis.readers().backgroundCores())
            * regain(together / basis.today().instances(), world.gain());
    return new Host(alone, source, 1).under(work, world);
  }

  /** Seconds on a vCPU for a core-second of work at this utilization: above 1 by busy siblings. */
  double perBusy(InstanceClass instanceClass, double utilisation) {
    CapacityCurve curve = curves.of(instanceClass, ownGain());
    double busy = Math.min(utilisation, 0.999) * curve.vcpus();
    double work = curve.work(busy);
    return work > 0 ? busy / work : 1;
  }

  /** The gain that the work was read with; the least where the writer says nothing of it. */
  double ownGain() {
    CapacityCurve curve = basis.work().writer().curve();
    return curve.gain() < 1 ? curve.gain() : assumptions.get(Assumption.GAIN_LOW);
  }

  /**
   * What the same busy vCPUs mean in work if a second hyperthread adds another gain than the one
   * that the work was read with, as a factor on {@code work} of one instance.
   */
  private double regain(double work, double gain) {
    CapacityCurve own = basis.work().writer().curve();
    if (!(work > 0) || own.gain() == 1 || own.gain() == gain) {
      return 1;
    }
    double busy = own.busyCores(Math.min(work, own.capacity()));
    return curves.of(basis.today().writer(), gain).work(busy) / Math.min(work, own.capacity());
  }
}
