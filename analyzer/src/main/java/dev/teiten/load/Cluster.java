package dev.teiten.load;

import java.util.List;

/**
 * A cluster and the instances that it had. Outside Aurora, a source and its read replicas are one.
 *
 * @param name its {@code DBClusterIdentifier} or the name of its source, or {@code
 *     identifier@region} where the archive has a cluster of that identifier in several regions
 * @param storage Standard or I/O-Optimized, which decides the price
 * @param instances the writer first, then readers by name
 */
public record Cluster(
    String name, String region, Engine engine, StorageType storage, List<Instance> instances) {

  /** The region of a cluster that was sampled, not collected from AWS. */
  public static final String SAMPLED = "sampled";

  public Cluster {
    instances = List.copyOf(instances);
  }

  /** {@code DBClusterIdentifier}, unique in its region; it never contains {@code @}. */
  public String identifier() {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }

  public boolean isSampled() {
    return region.equals(SAMPLED);
  }

  /** The two ways that Aurora bills storage and I/O; RDS omits the member for {@link #STANDARD}. */
  public enum StorageType {
    STANDARD,
    IO_OPTIMIZED
  }
}
