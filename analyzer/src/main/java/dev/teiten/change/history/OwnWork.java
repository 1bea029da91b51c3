package dev.teiten.change.history;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.util.Map;

/** The work of a query itself: CPU without the queue, and I/O. Waits for locks are no work. */
public final class OwnWork {
  private OwnWork() {}

  /**
   * The work of a digest, AAS.
   *
   * @param stretch time on CPU, queue included, over work; at least 1
   */
  public static double aas(DigestLoad load, double stretch) {
    double work = 0;
    for (Map.Entry<WaitEvent, Double> wait : load.waits().entrySet()) {
      WaitClass waitClass = wait.getKey().waitClass();
      if (waitClass == WaitClass.CPU) {
        work += wait.getValue() / stretch;
      } else if (waitClass == WaitClass.TABLE_IO) {
        work += wait.getValue();
      }
    }
    return work;
  }
}
