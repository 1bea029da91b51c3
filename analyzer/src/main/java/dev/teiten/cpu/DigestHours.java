package dev.teiten.cpu;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.WaitEvent;

/** One digest on one instance by hour, in AAS; 0 if the source did not list the digest. */
final class DigestHours {
  private final double[] load;
  private final double[] cpu;
  private final double[] handler;

  DigestHours(int hours) {
    load = new double[hours];
    cpu = new double[hours];
    handler = new double[hours];
  }

  void add(int hour, DigestLoad digest) {
    load[hour] += digest.loadAas();
    cpu[hour] += digest.waits().getOrDefault(WaitEvent.CPU, 0.0);
    handler[hour] += digest.waits().getOrDefault(InstanceDigests.HANDLER, 0.0);
  }

  double load(int hour) {
    return load[hour];
  }

  double cpu(int hour) {
    return cpu[hour];
  }

  double handler(int hour) {
    return handler[hour];
  }

  /** The share of handler waits in the load that is not on CPU, 0..1. */
  double handlerPart(int hour) {
    double waiting = load[hour] - cpu[hour];
    return waiting > 0 ? Math.min(1, handler[hour] / waiting) : 0;
  }
}
