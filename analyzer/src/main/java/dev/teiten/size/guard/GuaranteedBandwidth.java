package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.size.predict.ClusterShape;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** The network bandwidth that a class guarantees. */
final class GuaranteedBandwidth {
  private static final double BYTES_PER_GIGABIT = 1e9 / 8;

  private GuaranteedBandwidth() {}

  /** Whether AWS states what the classes guarantee. */
  static boolean stated(ClusterShape shape) {
    return shape.writer().networkGbps() != null && shape.readerOrWriter().networkGbps() != null;
  }

  /**
   * The bandwidth in bytes a second. For many classes AWS states only "up to", and for Serverless
   * v2 "corresponding networking". Then it is the least that any class with as many vCPUs
   * guarantees, without the burstable classes; for Serverless v2 the next lower number of vCPUs may
   * stand in.
   */
  static Optional<Double> bytesPerSecond(InstanceClass instanceClass) {
    Double stated = instanceClass.networkGbps();
    Optional<Double> gbps = stated != null ? Optional.of(stated) : leastLike(instanceClass);
    return gbps.map(gigabits -> gigabits * BYTES_PER_GIGABIT);
  }

  private static Optional<Double> leastLike(InstanceClass like) {
    return InstanceClasses.all().stream()
        .filter(other -> !other.burstable() && other.networkGbps() != null)
        .filter(
            other ->
                like.acu() == null
                    ? other.vcpus() == like.vcpus()
                    : other.vcpus() <= like.exactVcpus())
        .min(
            Comparator.comparing(InstanceClass::vcpus)
                .reversed()
                .thenComparing(other -> Objects.requireNonNull(other.networkGbps())))
        .map(InstanceClass::networkGbps);
  }
}
