package dev.teiten.cpu;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hardware of a DB instance class, or of an instance of Aurora Serverless v2 at its maximum
 * capacity.
 *
 * @param name for example {@code db.r5.8xlarge}
 * @param family for example {@code r5}
 * @param vcpus vCPUs as AWS counts them: hyperthreads on x86, cores on Graviton
 * @param memoryGib memory that it always has; of Serverless v2 that of the minimum
 * @param hyperthreaded whether two vCPUs share one core
 * @param networkGbps guaranteed network bandwidth, never the "up to" figure; null if unknown
 * @param acu the range of Serverless v2; null for a provisioned class
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
    @Nullable Double networkGbps,
    @Nullable AcuRange acu) {
  /** The family of every instance of Aurora Serverless v2. */
  public static final String SERVERLESS = "serverless";

  public InstanceClass {
    if (vcpus < 1 || !(memoryGib >= 0)) {
      throw new IllegalArgumentException(name + ": " + vcpus + " vCPUs, " + memoryGib + " GiB");
    }
  }

  /** A provisioned class. */
  public InstanceClass(
      String name,
      String family,
      int vcpus,
      double memoryGib,
      boolean hyperthreaded,
      @Nullable Double networkGbps) {
    this(name, family, vcpus, memoryGib, hyperthreaded, networkGbps, null);
  }

  /**
   * An instance of Aurora Serverless v2. Parts of a vCPU count as a whole one that is slower, as
   * Performance Insights rounds them up.
   *
   * @param hyperthreaded whether its vCPUs are taken for hyperthreads; AWS does not state it
   */
  public static InstanceClass serverless(AcuRange acu, boolean hyperthreaded) {
    return new InstanceClass(
        Instance.SERVERLESS_CLASS,
        SERVERLESS,
        Math.max(1, (int) Math.ceil(acu.max() / AcuRange.UNITS_PER_VCPU)),
        AcuRange.GIB_PER_UNIT * acu.min(),
        hyperthreaded,
        null,
        acu);
  }

  /** The vCPUs with their parts: 1.5 at a maximum of 6 ACU. */
  public double exactVcpus() {
    return acu == null ? vcpus : acu.max() / AcuRange.UNITS_PER_VCPU;
  }

  /** The memory that it has at most, in GiB. */
  public double mostMemoryGib() {
    return acu == null ? memoryGib : AcuRange.GIB_PER_UNIT * acu.max();
  }

  /** The name, of Serverless v2 with its range: {@code db.serverless (2–32 ACU)}. */
  public String label() {
    return acu == null ? name : acu.labelled(name);
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
