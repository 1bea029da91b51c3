package dev.teiten.size;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The contended locks of an instance in the hour with most lock waits. Who waits for a lock also
 * holds it, while on the CPU and in storage; with calls at random a lock that is held a part {@code
 * r} of the time has {@code r/(1-r)} waiting for each one that holds it, however many such locks
 * there are.
 *
 * @param held part of the time that a contended lock is held, 0..1
 * @param cpuPart what of the holding is on the CPU or in its queue, 0..1
 * @param holders sessions of each digest that waits for locks, while they do not wait
 */
record LockHold(double held, double cpuPart, Map<String, Double> holders) {
  /**
   * Sessions that wait for locks, below which they say nothing. A lock that is held 0.2 of the time
   * has as many waiting for it, and is saturated where one reader does the work of four.
   */
  private static final double MIN_WAITING = 0.05;

  /** Of the instance's sessions on CPU: less is not what a size is decided by. */
  private static final double MIN_CPU_SHARE = 0.05;

  LockHold {
    holders = Map.copyOf(holders);
  }

  /** The highest over the instances; null if no lock waits matter. */
  static @Nullable LockHold of(List<InstanceLoad> instances) {
    LockHold worst = null;
    for (InstanceLoad instance : instances) {
      LockHold hold = of(instance);
      if (hold != null && (worst == null || hold.held > worst.held)) {
        worst = hold;
      }
    }
    return worst;
  }

  private static @Nullable LockHold of(InstanceLoad instance) {
    Map<Instant, List<DigestLoad>> hours = new HashMap<>();
    for (DigestLoad load : instance.hours()) {
      hours.computeIfAbsent(load.from(), hour -> new ArrayList<>()).add(load);
    }
    double most = MIN_WAITING;
    List<DigestLoad> worst = List.of();
    for (List<DigestLoad> hour : hours.values()) {
      double waiting = hour.stream().mapToDouble(LockHold::waiting).sum();
      if (waiting > most) {
        most = waiting;
        worst = hour;
      }
    }
    return worst.isEmpty() ? null : of(worst, most);
  }

  private static @Nullable LockHold of(List<DigestLoad> hour, double waiting) {
    Map<String, Double> holders = new HashMap<>();
    double all = 0;
    double onCpu = 0;
    double holding = 0;
    for (DigestLoad load : hour) {
      double cpu = load.waits().getOrDefault(WaitEvent.CPU, 0.0);
      all += cpu;
      if (waiting(load) > 0.01 * load.loadAas()) {
        double busy = load.loadAas() - waiting(load);
        holders.put(load.digest(), busy);
        holding += busy;
        onCpu += cpu;
      }
    }
    if (onCpu < MIN_CPU_SHARE * all || holding <= 0) {
      return null;
    }
    double ratio = waiting / holding;
    return new LockHold(ratio / (1 + ratio), Math.min(1, onCpu / holding), holders);
  }

  private static double waiting(DigestLoad load) {
    return load.waits().entrySet().stream()
        .filter(wait -> wait.getKey().waitClass() == WaitClass.ROW_LOCK)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** What is left of the holding, 0..1, if of each digest a part is left. */
  double left(ToDoubleFunction<String> part) {
    double sum = 0;
    double all = 0;
    for (Map.Entry<String, Double> holder : holders.entrySet()) {
      all += holder.getValue();
      sum += holder.getValue() * part.applyAsDouble(holder.getKey());
    }
    return all > 0 ? sum / all : 1;
  }

  /**
   * How long it would be held, 0..1 and beyond.
   *
   * @param calls over today's
   * @param slower CPU time of a call over today's, queueing included
   */
  double held(double calls, double slower) {
    return held * calls * (cpuPart * slower + 1 - cpuPart);
  }
}
