package dev.teiten.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * The CPU work of a host that belongs to no session: a constant part (purge, replication, small
 * agents), and agents that run for a time. It stays with the instance, however many share the
 * queries.
 */
public final class HostBackground {
  private final double cores;
  private final double[] work;
  private final double[] agents;
  private final List<AgentRun> runs;

  /**
   * @param cores the constant part
   * @param agents agents' work by minute
   * @param running whether an agent runs, by minute
   * @param work all work of the host by minute; {@code NaN} if unknown
   */
  HostBackground(double cores, double[] agents, boolean[] running, double[] work) {
    this.cores = cores;
    this.agents = agents;
    this.work = work;
    this.runs = runs(running);
  }

  private List<AgentRun> runs(boolean[] running) {
    List<AgentRun> found = new ArrayList<>();
    for (int from = 0; from < running.length; from++) {
      if (running[from]) {
        int to = from;
        while (to < running.length && running[to]) {
          to++;
        }
        found.add(new AgentRun(from, to, mean(agents, from, to)));
        from = to;
      }
    }
    return List.copyOf(found);
  }

  /** The constant part, in cores. */
  public double cores() {
    return cores;
  }

  /** The times in which an agent ran, in their order. */
  public List<AgentRun> runs() {
    return runs;
  }

  /**
   * The agents' work by minute, in cores; 0 where none runs or the work is unknown. The caller does
   * not change the array.
   */
  public double[] agents() {
    return agents;
  }

  /**
   * The agents' work in another week of this instance, of which only the total work is known. An
   * agent is taken to have run at the same time of the week, as far as the work was higher then
   * than the sessions' work is now.
   *
   * @param otherWork work by minute, in cores; {@code NaN} if unknown
   */
  public double[] agentsIn(double[] otherWork) {
    double[] then = new double[otherWork.length];
    for (AgentRun run : runs) {
      int to = Math.min(run.to(), otherWork.length);
      double more = mean(otherWork, run.from(), to) - mean(work, run.from(), to);
      double part = Math.min(1, Math.max(0, 1 + more / Math.max(Double.MIN_NORMAL, run.cores())));
      for (int t = run.from(); t < to && !Double.isNaN(part); t++) {
        then[t] = part * agents[t];
      }
    }
    return then;
  }

  /** The mean of the known minutes; {@code NaN} if none is known. */
  private static double mean(double[] series, int from, int to) {
    double sum = 0;
    int known = 0;
    for (int t = from; t < to; t++) {
      if (!Double.isNaN(series[t])) {
        sum += series[t];
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
