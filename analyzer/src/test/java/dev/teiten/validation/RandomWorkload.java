package dev.teiten.validation;

import dev.teiten.fixtures.fleet.CallProfile;
import dev.teiten.fixtures.fleet.CallRoute;
import dev.teiten.fixtures.fleet.TrafficCurve;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws random statements: a few heavy ones, many light ones, jobs, some that mostly wait for I/O.
 */
final class RandomWorkload {
  private static final double JOBS = 0.12;
  private static final double READING = 0.2;

  private final SplittableRandom random;
  private final double handlerCpu;

  /**
   * @param handlerCpu the part of handler waits that is CPU work
   */
  RandomWorkload(SplittableRandom random, double handlerCpu) {
    this.random = random;
    this.handlerCpu = handlerCpu;
  }

  /**
   * Draws statements that together take {@code cores} of work when all of them are at their
   * highest. The jobs come in addition.
   */
  List<WorkloadSpec> group(int first, int count, CallRoute route, double cores) {
    double[] weights = new double[count];
    Arrays.setAll(weights, i -> Math.exp(1.3 * gaussian()));
    double sum = Arrays.stream(weights).sum();
    List<WorkloadSpec> workloads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      workloads.add(
          random.nextDouble() < JOBS
              ? job(first + i, route, cores * (0.02 + 0.3 * random.nextDouble()))
              : workload(first + i, route, people(), cores * weights[i] / sum));
    }
    return workloads;
  }

  private TrafficCurve people() {
    double kind = random.nextDouble();
    return kind < 0.7
        ? TrafficCurve.EVENING
        : kind < 0.88 ? TrafficCurve.OFFICE : TrafficCurve.FLAT;
  }

  private WorkloadSpec job(int i, CallRoute route, double cores) {
    int from = random.nextInt(23);
    int to = Math.min(24, from + 1 + random.nextInt(3));
    return workload(i, route, TrafficCurve.job(from, to), cores);
  }

  private WorkloadSpec workload(int i, CallRoute route, TrafficCurve curve, double cores) {
    double cpuMillis = Math.exp(0.7 + 1.4 * gaussian());
    boolean reading = random.nextDouble() < READING;
    double ioPart = reading ? 1 + 3 * random.nextDouble() : Math.exp(-2 + 0.8 * gaussian());
    boolean writing = route == CallRoute.WRITER && random.nextDouble() < 0.6;
    double rows = 1 + Math.exp(3 + 2 * gaussian());
    CallProfile perCall =
        new CallProfile(
            cpuMillis,
            cpuMillis * ioPart,
            writing ? 1.5 : 0,
            0,
            random.nextDouble() < 0.2 ? 0.1 * cpuMillis : 0,
            rows,
            Math.min(rows, 20),
            writing ? 1 : 0,
            0,
            0,
            0,
            0,
            0);
    double workMillis = cpuMillis * (1 + handlerCpu * ioPart);
    return named(i, route, curve, 1000 * cores / workMillis, perCall);
  }

  private static WorkloadSpec named(
      int i, CallRoute route, TrafficCurve curve, double callsPerSecond, CallProfile perCall) {
    String example = "SELECT a" + i + ", b FROM t" + i + " WHERE id = " + (i + 1);
    String digest = "SELECT `a" + i + "` , `b` FROM `t" + i + "` WHERE `id` = ?";
    return new WorkloadSpec("q" + i, example, digest, route, curve, callsPerSecond, perCall, "app");
  }

  private double gaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
