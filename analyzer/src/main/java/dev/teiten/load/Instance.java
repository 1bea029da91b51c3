package dev.teiten.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A DB instance as RDS described it at one moment.
 *
 * @param resourceId {@code DbiResourceId}, the identifier that Performance Insights knows
 * @param name {@code DBInstanceIdentifier}
 * @param instanceClass such as {@code db.r5.8xlarge} or {@code db.serverless}; null outside RDS
 * @param role null if the source does not state it; the instance then does not count as a writer
 * @param availabilityZone null while the instance is being created
 * @param promotionTier failover priority 0 (first) to 15; null if unknown
 * @param createdAt when the instance was created; null if unknown
 * @param deployment null for Aurora, outside RDS, and if unknown
 * @param acu the range of a {@link #isServerless} instance; null for others and if unknown
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html">DBInstance</a>
 */
public record Instance(
    String resourceId,
    String name,
    String engineVersion,
    @Nullable String instanceClass,
    @Nullable Role role,
    @Nullable String availabilityZone,
    @Nullable Integer promotionTier,
    @Nullable Instant createdAt,
    @Nullable InstanceDeployment deployment,
    @Nullable AcuRange acu) {
  /** The class of every instance of Aurora Serverless v2. */
  public static final String SERVERLESS_CLASS = "db.serverless";

  /** An instance without a deployment and a range of capacity. */
  public Instance(
      String resourceId,
      String name,
      String engineVersion,
      @Nullable String instanceClass,
      @Nullable Role role,
      @Nullable String availabilityZone,
      @Nullable Integer promotionTier,
      @Nullable Instant createdAt) {
    this(
        resourceId,
        name,
        engineVersion,
        instanceClass,
        role,
        availabilityZone,
        promotionTier,
        createdAt,
        null,
        null);
  }

  /** A copy with another role. */
  public Instance withRole(@Nullable Role newRole) {
    return copy(newRole, deployment, acu);
  }

  /** A copy with another deployment. */
  public Instance withDeployment(@Nullable InstanceDeployment newDeployment) {
    return copy(role, newDeployment, acu);
  }

  /** A copy with another range of capacity. */
  public Instance withAcu(@Nullable AcuRange range) {
    return copy(role, deployment, range);
  }

  private Instance copy(
      @Nullable Role newRole,
      @Nullable InstanceDeployment newDeployment,
      @Nullable AcuRange newAcu) {
    return new Instance(
        resourceId,
        name,
        engineVersion,
        instanceClass,
        newRole,
        availabilityZone,
        promotionTier,
        createdAt,
        newDeployment,
        newAcu);
  }

  /** Whether it is an instance of Aurora Serverless v2, whose capacity follows its load. */
  public boolean isServerless() {
    return isServerless(instanceClass);
  }

  /** The class, of {@link #isServerless} with its range; null outside RDS. */
  public @Nullable String classLabel() {
    return instanceClass == null || acu == null ? instanceClass : acu.labelled(instanceClass);
  }

  /** Whether an instance of that class is one of Aurora Serverless v2. */
  public static boolean isServerless(@Nullable String instanceClass) {
    return SERVERLESS_CLASS.equalsIgnoreCase(instanceClass);
  }

  /**
   * Whether Aurora Auto Scaling added the instance, by its name: it may be gone within hours.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html">
   *     Aurora Auto Scaling</a>
   */
  public boolean isAutoscaled() {
    return isAutoscaled(name);
  }

  /** Whether an instance of that name was added by Aurora Auto Scaling. */
  public static boolean isAutoscaled(String name) {
    return name.startsWith("application-autoscaling-");
  }

  public boolean isWriter() {
    return role == Role.WRITER;
  }
}
