package dev.teiten.size.guard;

import dev.teiten.load.ClusterDeployment;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.size.predict.ClusterShape;
import org.jspecify.annotations.Nullable;

/**
 * Whether the volume of each instance outside Aurora bears the page reads. Writes are not counted
 * by Performance Insights, so a part of the IOPS is left to them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html">Amazon
 *     RDS DB instance storage</a>
 */
final class VolumeGuard {
  /** Limit of the page reads, as a share of the IOPS of the volume. */
  private static final double MAX_SHARE = 0.6;

  /** The least IOPS of a gp2 volume, for which RDS states none. Any class bears them. */
  private static final double LEAST_IOPS = 100;

  private final ClusterDeployment deployment;
  private final ClusterShape today;

  VolumeGuard(ClusterDeployment deployment, ClusterShape today) {
    this.deployment = deployment;
    this.today = today;
  }

  /**
   * @param onWriter page reads a second; null if unknown
   * @param onReader page reads a second of the busiest reader, 0 without readers; null if unknown
   */
  Guard check(ClusterShape shape, @Nullable Double onWriter, @Nullable Double onReader) {
    if (onWriter == null || onReader == null) {
      return Guard.unknown(GuardName.STORAGE, GuardText.NO_PAGE_READS);
    }
    double most = Math.max(onWriter, onReader);
    if (most <= MAX_SHARE * LEAST_IOPS) {
      return Guard.of(GuardName.STORAGE, true, GuardText.FEW_VOLUME_READS, most, LEAST_IOPS);
    }
    if (shrinks(shape)) {
      return Guard.unknown(GuardName.STORAGE, GuardText.VOLUME_OF_CLASS, most);
    }
    Double writerIops = iops(deployment.writer());
    Double readerIops = shape.readers() == 0 ? writerIops : iops(deployment.reader());
    if (writerIops == null || readerIops == null) {
      return Guard.unknown(GuardName.STORAGE, GuardText.NO_IOPS, most);
    }
    double share = Math.max(onWriter / writerIops, onReader / readerIops);
    return Guard.of(
        GuardName.STORAGE,
        share <= MAX_SHARE,
        GuardText.VOLUME,
        onWriter,
        onReader,
        100 * share,
        100 * MAX_SHARE);
  }

  private static @Nullable Double iops(@Nullable InstanceDeployment deployment) {
    Integer iops = deployment == null ? null : deployment.iops();
    return iops == null ? null : Double.valueOf(iops);
  }

  private boolean shrinks(ClusterShape shape) {
    return shape.writer().vcpus() < today.writer().vcpus()
        || shape.readerOrWriter().vcpus() < today.readerOrWriter().vcpus();
  }
}
