package dev.teiten.cpu;

/**
 * The speed of a host when {@code n} sessions want its CPU, and the sessions and stretch that
 * follow for a given load.
 *
 * <p>With {@code n} runnable sessions a host of {@code c} vCPUs does {@code T(n)} cores of work a
 * second. Where a vCPU is a core, {@code T(n)} is {@code min(n, c)}. Where it is a hyperthread,
 * {@code T(n)} is {@code n} up to {@code c/2}, and each further vCPU adds {@code gain}.
 *
 * <p>If work arrives at random and shares the CPU fairly, {@code n} is a birth-death process with
 * {@code p(n) ~ prod W/T(k)}, for any distribution of the single demands. See Cohen, The multiple
 * phase service network with generalized processor sharing, Acta Informatica 12, 1979. Without
 * hyperthreads its mean is Erlang's C formula.
 *
 * <p>Work is counted in cores of a host of speed 1, with no load on the sibling hyperthread. All
 * functions are tabulated once and interpolated; {@code NaN} in gives {@code NaN} out.
 */
public final class CapacityCurve {
  /** Work that a second hyperthread adds to a core if it cannot be estimated; a cautious value. */
  public static final double DEFAULT_GAIN = 0.2;

  // At 512 vCPUs the largest unnormalized probability, e^512, still fits a double.
  private static final int MAX_VCPUS = 512;
  private static final int STEPS = 2048;

  private final int vcpus;
  private final double gain;
  private final double speed;
  private final double capacity;
  private final double[] busy = new double[STEPS + 1];
  // Stretch times (1 - W/capacity): finite at saturation, and linear without queueing.
  private final double[] damped = new double[STEPS + 1];

  /**
   * @param vcpus 1 to 512
   * @param gain work that the second hyperthread of a core adds, over 0 to 1; 1 if a vCPU is a core
   * @param speed speed of one core relative to the reference core, over 0
   */
  public CapacityCurve(int vcpus, double gain, double speed) {
    if (vcpus < 1 || vcpus > MAX_VCPUS || !(gain > 0 && gain <= 1) || !(speed > 0)) {
      throw new IllegalArgumentException(
          vcpus + " vCPUs (1 to 512), gain " + gain + " (over 0 to 1), speed " + speed);
    }
    this.vcpus = vcpus;
    this.gain = gain;
    this.speed = speed;
    this.capacity = throughput(vcpus);
    for (int i = 1; i < STEPS; i++) {
      tabulate(i);
    }
    busy[STEPS] = vcpus;
    damped[0] = 1;
    damped[STEPS] = speed / capacity;
  }

  /** The curve of a class at speed 1; {@code gain} is used only if the class is hyperthreaded. */
  public static CapacityCurve of(InstanceClass instanceClass, double gain) {
    return new CapacityCurve(instanceClass.vcpus(), instanceClass.hyperthreaded() ? gain : 1, 1);
  }

  /** Work in cores per second with {@code runnable} sessions. */
  private double throughput(int runnable) {
    double threads = Math.min(runnable, vcpus);
    double alone = Math.min(threads, vcpus / 2.0);
    return speed * (alone + gain * (threads - alone));
  }

  private void tabulate(int step) {
    double load = capacity * step / STEPS;
    double weight = 1;
    double sum = 0;
    double threads = 0;
    for (int n = 0; n < vcpus; n++) {
      sum += weight;
      threads += n * weight;
      weight *= load / throughput(n + 1);
    }
    // From n = vcpus on the law is geometric with ratio r.
    double r = (double) step / STEPS;
    double full = weight / (1 - r);
    busy[step] = (threads + vcpus * full) / (sum + full);
    double dampedSessions = ((threads + vcpus * full) * (1 - r) + full * r) / (sum + full);
    damped[step] = dampedSessions * speed / load;
  }

  public int vcpus() {
    return vcpus;
  }

  public double gain() {
    return gain;
  }

  public double speed() {
    return speed;
  }

  /** The highest possible work, in cores. */
  public double capacity() {
    return capacity;
  }

  /** The work, in cores, that keeps {@code busyCores} vCPUs busy; 0 to {@link #capacity()}. */
  public double work(double busyCores) {
    if (!(busyCores < vcpus)) {
      return Double.isNaN(busyCores) ? Double.NaN : capacity;
    }
    if (busyCores <= 0) {
      return 0;
    }
    int low = 0;
    int high = STEPS;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (busy[middle] <= busyCores) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return capacity * (low + (busyCores - busy[low]) / (busy[high] - busy[low])) / STEPS;
  }

  /** Mean number of busy vCPUs under {@code work} cores; all vCPUs at saturation and beyond. */
  public double busyCores(double work) {
    return work >= capacity ? vcpus : at(busy, work);
  }

  /**
   * Mean number of sessions that run on a CPU or wait for one, which Performance Insights shows as
   * CPU load; infinite at saturation and beyond.
   */
  public double sessions(double work) {
    return stretch(work) * Math.max(0, work) / speed;
  }

  /**
   * Time on the CPU and in its queue, divided by the time on an idle host; 1 without load, infinite
   * at saturation and beyond.
   */
  public double stretch(double work) {
    return work >= capacity
        ? Double.POSITIVE_INFINITY
        : at(damped, work) / (1 - Math.max(0, work) / capacity);
  }

  private double at(double[] table, double work) {
    double position = Math.max(0, work / capacity * STEPS);
    if (Double.isNaN(position)) {
      return Double.NaN;
    }
    int low = Math.min(STEPS - 1, (int) position);
    return table[low] + (position - low) * (table[low + 1] - table[low]);
  }
}
