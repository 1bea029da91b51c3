package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.size.predict.ClusterShape;
import java.util.Objects;
import java.util.Optional;

/** The network bandwidth that a class has for certain. */
final class GuaranteedBandwidth {
  private static final double BYTES_PER_GIGABIT = 1e9 / 8;

  private GuaranteedBandwidth() {}

  /** Whether AWS states what the classes guarantee. */
  static boolean stated(ClusterShape shape) {
    return shape.writer().networkGbps() != null && shape.readerOrWriter().networkGbps() != null;
  }

  /**
   * Bytes a second. AWS states only "up to" for many classes; then it is the least that any class
   * of the same number of vCPUs guarantees, the burstable ones aside.
   */
  static Optional<Double> bytesPerSecond(InstanceClass instanceClass) {
    Double stated = instanceClass.networkGbps();
    Optional<Double> gbps =
        stated != null
            ? Optional.of(stated)
            : InstanceClasses.all().stream()
                .filter(other -> other.vcpus() == instanceClass.vcpus() && !other.burstable())
                .map(InstanceClass::networkGbps)
                .filter(Objects::nonNull)
                .min(Double::compare);
    return gbps.map(known -> known * BYTES_PER_GIGABIT);
  }
}
