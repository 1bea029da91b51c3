package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.Outlook.AfterLoss;
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
    return state(shape, workload.point(), central());
  }

  /** The prediction for the demand that bounds next week's. */
  State next(Shape shape, Workload workload) {
    return state(shape, workload.bound(), central());
  }

  /**
   * Whether {@code state} keeps every limit of the CPU. A writer that {@code shape} leaves as it is
   * is not held against it, unless today's capacity is too small: that it is busy is no reason to
   * keep idle readers.
   */
  boolean safe(Shape shape, State state, Workload workload) {
    return safe(shape, state, tooSmall(workload));
  }

  private boolean safe(Shape shape, State state, boolean strict) {
    return (!writerCounts(shape, strict)
            || fits(state.writer(), state.writerStretch(), shape.writer()))
        && fits(state.reader(), state.readerStretch(), shape.readerOrWriter());
  }

  private boolean writerCounts(Shape shape, boolean strict) {
    Shape today = basis.today();
    return strict || shape.equals(today) || !shape.writer().equals(today.writer());
  }

  private boolean fits(double utilisation, double stretch, InstanceClass instanceClass) {
    return utilisation <= assumptions.utilisationLimit(instanceClass.vcpus())
        && stretch <= assumptions.maxStretch();
  }

  /** Whether the capacity bears its worst single loss in the highest week; true without readers. */
  boolean survives(Shape shape, Workload workload) {
    AfterLoss after = afterLoss(shape, workload.highest());
    if (after == null) {
      return true;
    }
    boolean promotion =
        writerCounts(shape, tooSmall(workload))
            || !shape.readerOrWriter().equals(basis.today().readerOrWriter());
    double limit = assumptions.maxUtilisationAfterFailure();
    return after.left() <= limit && (!promotion || after.promoted() <= limit);
  }

  /**
   * Whether one of the weeks has passed the limits of today's capacity. More money wants evidence,
   * as less does: no guard band, no bound on the week to come, and the middle of the range where
   * the hyperthread gain is not known.
   */
  boolean tooSmall(Workload workload) {
    Shape today = basis.today();
    double gain = Math.max(ownGain(), (assumptions.gainLow() + assumptions.gainHigh()) / 2);
    State seen = state(today, workload.highest(), new World(gain, 0, 0, true));
    double band = assumptions.guardBand();
    return seen.writer() > assumptions.utilisationLimit(today.writer().vcpus()) + band
        || seen.reader() > assumptions.utilisationLimit(today.readerOrWriter().vcpus()) + band
        || seen.stretch() > assumptions.maxStretch();
  }

  /** Whether it is worth the draws: some of them may be safe. */
  boolean possible(Shape shape, Workload workload) {
    State state = now(shape, workload);
    return state.reader()
        <= assumptions.utilisationLimit(shape.readerOrWriter().vcpus()) + POSSIBLE;
  }

  Outlook of(Shape shape, Workload workload, List<Draw> draws) {
    List<Demand> demands = workload.drawn(draws);
    double[] gains = {assumptions.gainLow(), ownGain(), assumptions.gainHigh()};
    double[] busiest = new double[draws.size()];
    boolean strict = tooSmall(workload);
    int safe = 0;
    for (int i = 0; i < busiest.length; i++) {
      Draw draw = draws.get(i);
      World world = new World(gains[draw.gain()], draw.speed(), draw.spread(), false);
      State state = state(shape, demands.get(i), world);
      busiest[i] = state.busiest();
      safe += safe(shape, state, strict) ? 1 : 0;
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

  /** The world of the prediction: what was measured, and the unfavourable end of the speeds. */
  private World central() {
    return new World(ownGain(), 0, 0, true);
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
      return new State(ofWriter.utilisation, 0, ofWriter.stretch, 1);
    }
    Load ofReader = reader(shape, shape.readers(), demand.readers(), world);
    return new State(
        ofWriter.utilisation, ofReader.utilisation, ofWriter.stretch, ofReader.stretch);
  }

  /** The worst single loss at this demand; null where nothing can take over. */
  @Nullable AfterLoss afterLoss(Shape shape, Demand demand) {
    InstanceClass reader = shape.reader();
    if (reader == null || basis.readers().number() == 0) {
      return null;
    }
    World world = central();
    int lost = lostReaders(shape, basis.zones());
    int left = shape.readers() - lost;
    if (left < 1) {
      return new AfterLoss(shape.readers(), 0, alone(shape, demand, world));
    }
    Load promoted = load(reader, basis.today().writer(), demand.writer(), 1, world);
    Load others = reader(shape, left, demand.readers(), world);
    return new AfterLoss(lost, promoted.utilisation, others.utilisation);
  }

  /** Utilization of the only instance left, where reads fall back on the writer. */
  private double alone(Shape shape, Demand demand, World world) {
    InstanceClass alone = shape.smallest();
    double work =
        (demand.together() + basis.readers().backgroundCores())
            * regain(demand.together() / basis.today().instances(), world.gain);
    return load(alone, source(alone), work, 1, world).utilisation;
  }

  /**
   * How many readers the worst single loss takes: that of the Availability Zone with the most of
   * them, counting the one that is promoted if the writer goes with its zone. Readers are spread
   * evenly, the writer stands where they are fewest.
   *
   * @param zones in use today; if not known, two
   */
  static int lostReaders(Shape shape, @Nullable Integer zones) {
    int used = Math.min(zones == null ? 2 : zones, shape.instances());
    return used == 1 ? 1 : shape.readers() / used + 1;
  }

  private Load reader(Shape shape, int left, double together, World world) {
    Readers today = basis.readers();
    double regain = regain(today.backgroundCores() + together / today.number(), world.gain);
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
