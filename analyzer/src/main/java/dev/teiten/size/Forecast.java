package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.Outlook.State;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Predicts what a demand does to a capacity. Work was read off the source class's curve; it is put
 * on the target's, in cores of the target's speed. A quantile of the work gives the same quantile
 * of utilization and stretch, because both only grow with the work.
 */
final class Forecast {
  /** Further over its limit no draw brings a capacity back. */
  private static final double POSSIBLE = 0.15;

  private final SizingModel.Basis basis;
  private final SizingAssumptions assumptions;
  private final Curves curves;

  Forecast(SizingModel.Basis basis, SizingAssumptions assumptions, Curves curves) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.curves = curves;
  }

  /** The prediction for the reviewed week. */
  State now(Shape shape, Workload workload) {
    return state(shape, workload.point(), new World(ownGain(), 0, 0, true));
  }

  /** The prediction for the demand that bounds next week's. */
  State next(Shape shape, Workload workload) {
    return state(shape, workload.bound(), new World(ownGain(), 0, 0, true));
  }

  /** Whether {@code state} keeps every limit of the CPU. */
  boolean safe(Shape shape, State state) {
    Double after = state.afterFailure();
    return state.writer() <= assumptions.utilisationLimit(shape.writer().vcpus())
        && state.reader() <= assumptions.utilisationLimit(shape.readerOrWriter().vcpus())
        && state.stretch() <= assumptions.maxStretch()
        && (after == null || after <= assumptions.maxUtilisationAfterFailure());
  }

  /** Whether it is worth the draws: some of them may be safe. */
  boolean possible(Shape shape, Workload workload) {
    State state = now(shape, workload);
    return state.writer() <= assumptions.utilisationLimit(shape.writer().vcpus()) + POSSIBLE
        && state.reader()
            <= assumptions.utilisationLimit(shape.readerOrWriter().vcpus()) + POSSIBLE;
  }

  Outlook of(Shape shape, Workload workload, List<Draw> draws) {
    List<Demand> demands = workload.drawn(draws);
    double[] gains = {assumptions.gainLow(), ownGain(), assumptions.gainHigh()};
    double[] busiest = new double[draws.size()];
    int safe = 0;
    for (int i = 0; i < busiest.length; i++) {
      Draw draw = draws.get(i);
      World world = new World(gains[draw.gain()], draw.speed(), draw.spread(), false);
      State state = state(shape, demands.get(i), world);
      busiest[i] = state.busiest();
      safe += safe(shape, state) ? 1 : 0;
    }
    Arrays.sort(busiest);
    State next = next(shape, workload);
    double high = busiest[(int) (0.95 * busiest.length)];
    return new Outlook(
        shape,
        now(shape, workload),
        next,
        busiest[(int) (0.05 * busiest.length)],
        Math.max(high, next.busiest()),
        (double) safe / busiest.length);
  }

  private double ownGain() {
    CapacityCurve curve = basis.work().writer().curve();
    return curve.gain() < 1 ? curve.gain() : assumptions.gainLow();
  }

  private State state(Shape shape, Demand demand, World world) {
    Readers today = basis.readers();
    double writer = demand.writer() * regain(demand.writer(), world.gain);
    InstanceClass reader = shape.reader();
    Load ofWriter = load(shape.writer(), basis.today().writer(), writer, 1, world);
    if (reader == null || today.number() == 0) {
      return new State(ofWriter.utilisation, 0, ofWriter.stretch, null);
    }
    double mean = today.backgroundCores() + demand.readers() / today.number();
    double regain = regain(mean, world.gain);
    Load ofReader = reader(shape, shape.readers(), demand.readers(), regain, world);
    return new State(
        ofWriter.utilisation,
        ofReader.utilisation,
        Math.max(ofWriter.stretch, ofReader.stretch),
        afterFailure(shape, demand, writer, regain, world));
  }

  /**
   * The worst single loss: the Availability Zone that takes the most readers, counting the one that
   * is promoted if the writer goes with it. Readers are spread evenly, the writer stands where they
   * are fewest. Without a reader left, reads fall back on the writer.
   */
  private double afterFailure(
      Shape shape, Demand demand, double writer, double regain, World world) {
    int left = shape.readers() - lostReaders(shape, basis.zones());
    InstanceClass reader = shape.readerOrWriter();
    if (left < 1) {
      InstanceClass alone = shape.smallest();
      double work =
          (demand.together() + basis.readers().backgroundCores())
              * regain(demand.together() / basis.today().instances(), world.gain);
      return load(alone, source(alone), work, 1, world).utilisation;
    }
    Load promoted = load(reader, basis.today().writer(), writer, 1, world);
    Load others = reader(shape, left, demand.readers(), regain, world);
    return Math.max(promoted.utilisation, others.utilisation);
  }

  /**
   * @param zones in use today; if not known, two
   */
  static int lostReaders(Shape shape, @Nullable Integer zones) {
    int used = Math.min(zones == null ? 2 : zones, shape.instances());
    return used == 1 ? 1 : shape.readers() / used + 1;
  }

  private Load reader(Shape shape, int left, double together, double regain, World world) {
    Readers today = basis.readers();
    double beyond = today.busiest(left, together, world.spread, assumptions.spareImbalance());
    return load(
        shape.readerOrWriter(),
        basis.today().readerOrWriter(),
        (today.backgroundCores() + beyond) * regain,
        basis.work().readerUnit(),
        world);
  }

  /** The member that the class is one of today, if there is such a member. */
  private InstanceClass source(InstanceClass target) {
    InstanceClass reader = basis.today().readerOrWriter();
    return target.equals(reader) ? reader : basis.today().writer();
  }

  /**
   * @param work in cores of the writer's class
   * @param unit what a core of {@code source} is worth in these
   */
  private Load load(
      InstanceClass target, InstanceClass source, double work, double unit, World world) {
    SpeedRatio ratio = SpeedRatio.of(source, target).orElse(new SpeedRatio(1, 1));
    double speed = unit * (world.prudent ? ratio.used() : ratio.at(world.speed));
    CapacityCurve curve = curves.of(target, world.gain);
    double cores = work / speed;
    double busy = curve.busyCores(cores);
    // Queueing only: that a busy sibling hyperthread slows a call down is not a queue.
    double stretch = busy > 0 ? Math.max(1, curve.sessions(cores) / busy) : 1;
    return new Load(busy / curve.vcpus(), stretch);
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

  /** One world: how hyperthreads, speeds and readers turn out. */
  private record World(double gain, double speed, double spread, boolean prudent) {}

  private record Load(double utilisation, double stretch) {}
}
