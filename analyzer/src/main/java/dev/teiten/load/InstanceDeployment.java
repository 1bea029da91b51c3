package dev.teiten.load;

import org.jspecify.annotations.Nullable;

/**
 * How RDS runs an instance outside Aurora: its standbys, its volume, and the source that it copies.
 *
 * @param volumeType {@code gp2}, {@code gp3}, {@code io1}, {@code io2} or {@code standard}; null if
 *     unknown
 * @param iops provisioned for the volume, 1 or more; null where RDS does not state it
 * @param replicaOf {@code DBInstanceIdentifier} of the source of a read replica, its ARN if it is
 *     in another region, or the identifier of a Multi-AZ DB cluster; null if it copies none
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html">DBInstance</a>
 */
public record InstanceDeployment(
    DeploymentKind kind,
    @Nullable String volumeType,
    @Nullable Integer iops,
    @Nullable String replicaOf) {
  public InstanceDeployment {
    if (iops != null && iops < 1) {
      throw new IllegalArgumentException("a volume with " + iops + " IOPS");
    }
  }
}
