package dev.teiten.cpu;

import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/**
 * Finds the minutes in which more vCPUs are busy than sessions and constant background can keep
 * busy. A session keeps at most one vCPU busy while it runs, and none while it queues. So busy
 * vCPUs beyond the sessions on CPU prove other work, whatever the capacity curve.
 */
final class AgentSearch {
  private static final int BLOCK = 5;
  private static final int MIN_BLOCKS = 3;
  private static final int MAX_GAP = 2;
  private static final int MAX_ROUNDS = 4;
  // The operating system's own jobs stay below this share of the vCPUs.
  private static final double MIN_SHARE = 0.03;
  private static final double DEVIATIONS = 4;
  // Two standard deviations of the prior of the handlers' share of CPU work.
  private static final double HANDLER_MARGIN = 2 * BackgroundWork.HANDLER_DEVIATION;
  // The median of chi square with one degree of freedom.
  private static final double CHI_SQUARE_MEDIAN = 0.4549;

  private final double[] onCpu;
  private final double @Nullable [] inHandler;
  private final double[] inLatches;
  private final CapacityCurve curve;
  private final double[] work;

  private AgentSearch(double[] onCpu, InstanceLoad load, CapacityCurve curve, double[] work) {
    this.onCpu = onCpu;
    this.inHandler = load.waits().get(InstanceDigests.HANDLER);
    this.inLatches = latches(load, work.length);
    this.curve = curve;
    this.work = work;
  }

  /**
   * Whether an agent runs, by minute.
   *
   * @param curve any curve of the class
   * @param work the work that this curve gives, in cores; {@code NaN} if unknown
   */
  static boolean[] find(InstanceLoad load, CapacityCurve curve, double[] work) {
    boolean[] found = new boolean[work.length];
    double @Nullable [] onCpu = load.waits().get(WaitEvent.CPU);
    if (onCpu == null) {
      return found;
    }
    AgentSearch search = new AgentSearch(onCpu, load, curve, work);
    // The first fit takes agents for background or for dear sessions, so it may miss some.
    for (int round = 0; round < MAX_ROUNDS; round++) {
      boolean[] next = search.beyond(BackgroundWork.estimate(load, curve, without(work, found)));
      if (Arrays.equals(next, found)) {
        break;
      }
      found = next;
    }
    return found;
  }

  /** Sessions that wait for mutexes and the like, which may spin on a CPU meanwhile. */
  private static double[] latches(InstanceLoad load, int minutes) {
    double[] sum = new double[minutes];
    load.waits()
        .forEach(
            (wait, series) -> {
              for (int t = 0; t < minutes && wait.waitClass() == WaitClass.MUTEX; t++) {
                sum[t] += InstanceWork.zeroIfUnknown(series, t);
              }
            });
    return sum;
  }

  /** A copy of a series that is unknown where an agent runs. */
  static double[] without(double[] series, boolean[] agent) {
    double[] rest = series.clone();
    for (int t = 0; t < rest.length; t++) {
      rest[t] = agent[t] ? Double.NaN : rest[t];
    }
    return rest;
  }

  private boolean[] beyond(BackgroundWork fit) {
    double[] excess = new double[work.length / BLOCK];
    double[] variance = new double[excess.length];
    for (int block = 0; block < excess.length; block++) {
      measure(block, fit, excess, variance);
    }
    double scatter = scatter(excess, variance);
    boolean[] high = new boolean[excess.length];
    for (int block = 0; block < high.length; block++) {
      double noise = DEVIATIONS * Math.sqrt(scatter * variance[block]);
      high[block] = excess[block] > Math.max(MIN_SHARE * curve.vcpus(), noise);
    }
    return minutes(high);
  }

  /** Sets the mean excess in vCPUs, and its variance if sessions were sampled independently. */
  private void measure(int block, BackgroundWork fit, double[] excess, double[] variance) {
    double perSession = Math.max(1, fit.sessionCores());
    double perHandler = Math.min(1, fit.handlerShare() + HANDLER_MARGIN);
    double sum = 0;
    double sampled = 0;
    int known = 0;
    for (int t = block * BLOCK; t < (block + 1) * BLOCK; t++) {
      if (!Double.isNaN(work[t]) && !Double.isNaN(onCpu[t])) {
        double handler = InstanceWork.zeroIfUnknown(inHandler, t);
        double sessions = perSession * onCpu[t] + perHandler * handler + inLatches[t];
        sum += curve.busyCores(work[t]) - fit.cores() - sessions;
        sampled +=
            perSession * perSession * onCpu[t] + perHandler * perHandler * handler + inLatches[t];
        known++;
      }
    }
    excess[block] = known == 0 ? Double.NaN : sum / known;
    variance[block] = known == 0 ? 0 : sampled / known / (known * TimeUnits.SECONDS_PER_MINUTE);
  }

  /**
   * Variance of the excess over that of independent samples, 1 or more: by the median of squared
   * differences of neighbours, which an agent's start and end do not move.
   */
  private static double scatter(double[] excess, double[] variance) {
    double[] ratios = new double[excess.length];
    int count = 0;
    for (int block = 1; block < excess.length; block++) {
      double expected = variance[block] + variance[block - 1];
      double difference = excess[block] - excess[block - 1];
      if (expected > 0 && !Double.isNaN(difference)) {
        ratios[count++] = difference * difference / expected;
      }
    }
    double median = new Median().evaluate(ratios, 0, count);
    return Double.isNaN(median) ? 1 : Math.max(1, median / CHI_SQUARE_MEDIAN);
  }

  /** The minutes of the blocks that are high for long enough, short gaps included. */
  private boolean[] minutes(boolean[] high) {
    boolean[] agent = new boolean[work.length];
    int block = 0;
    while (block < high.length) {
      int end = endOfRun(high, block);
      if (end - block >= MIN_BLOCKS) {
        Arrays.fill(agent, block * BLOCK, end * BLOCK, true);
      }
      block = Math.max(end, block + 1);
    }
    return agent;
  }

  /** The block after the last high one of the run that begins at {@code block}. */
  private static int endOfRun(boolean[] high, int block) {
    int end = block;
    for (int next = block; next < high.length && next <= end + MAX_GAP; next++) {
      if (high[next]) {
        end = next + 1;
      } else if (end == block) {
        break;
      }
    }
    return end;
  }
}
