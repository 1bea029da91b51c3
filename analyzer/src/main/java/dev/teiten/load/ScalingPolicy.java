package dev.teiten.load;

import org.jspecify.annotations.Nullable;

/**
 * How Aurora Auto Scaling keeps the number of a cluster's readers.
 *
 * @param min the least readers, 0 or more
 * @param max the most readers, {@code min} or more
 * @param target mean CPU of the readers (0..1) that a target tracking policy keeps; null if there
 *     is none, or if it follows another metric
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html">
 *     Aurora Auto Scaling</a>
 */
public record ScalingPolicy(int min, int max, @Nullable Double target) {
  public ScalingPolicy {
    if (min < 0 || max < min || (target != null && !(target > 0 && target <= 1))) {
      throw new IllegalArgumentException(min + " to " + max + " readers at " + target);
    }
  }
}
