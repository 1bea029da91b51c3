package dev.teiten.cpu;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hardware of a DB instance class.
 *
 * @param name for example {@code db.r5.8xlarge}
 * @param family for example {@code r5}
 * @param vcpus vCPUs as AWS counts them: hyperthreads on x86, cores on Graviton
 * @param hyperthreaded whether two vCPUs share one core
 * @param networkGbps guaranteed network bandwidth, never the "up to" figure; null if unknown
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html">Hardware
 *     specifications for DB instance classes</a>
 */
public record InstanceClass(
    String name,
    String family,
    int vcpus,
    double memoryGib,
    boolean hyperthreaded,
    @Nullable Double networkGbps) {

  public InstanceClass {
    if (vcpus < 1 || !(memoryGib > 0)) {
      throw new IllegalArgumentException(name + ": " + vcpus + " vCPUs, " + memoryGib + " GiB");
    }
  }

  /** Whether full speed depends on CPU credits (the T families). */
  public boolean burstable() {
    return family.startsWith("t");
  }

  /** The size within the family, for example {@code 8xlarge}. */
  public String size() {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
