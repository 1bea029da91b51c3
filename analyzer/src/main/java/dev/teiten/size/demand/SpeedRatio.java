package dev.teiten.size.demand;

import dev.teiten.cpu.InstanceClass;
import java.util.Optional;

/**
 * The speed of one vCPU of a family over one of another, as a range. Hyperthreading is part of the
 * capacity curve and not of this ratio. The ranges are priors. AWS claims 1.30 for r7g over r6g and
 * 1.40 for r8g over r7g. An independent read-only test found r8g.2xlarge about equal to r6g.4xlarge
 * (ronaldbradford.com, 2025-04-02), others found r5 ahead of r6g (svenbayer.blog).
 *
 * @param low the value that predictions use, so that a hoped-for gain never carries a
 *     recommendation
 */
public record SpeedRatio(double low, double high) {
  public static final SpeedRatio IDENTICAL = new SpeedRatio(1, 1);
  // The same processor in another size: shared caches and memory bandwidth differ a little.
  private static final SpeedRatio SAME_PROCESSOR = new SpeedRatio(0.97, 1.03);

  /** The ratio of one class family over another; empty if one of them is not known. */
  static Optional<SpeedRatio> of(String from, String to) {
    Optional<ProcessorType> source = ProcessorType.of(from);
    Optional<ProcessorType> target = ProcessorType.of(to);
    if (source.isEmpty() || target.isEmpty()) {
      return from.equals(to) ? Optional.of(SAME_PROCESSOR) : Optional.empty();
    }
    return Optional.of(
        source.equals(target) ? SAME_PROCESSOR : between(source.get(), target.get()));
  }

  /** The ratio of one class over another; exactly 1 if they are the same. */
  public static Optional<SpeedRatio> of(InstanceClass from, InstanceClass to) {
    return from.equals(to) ? Optional.of(IDENTICAL) : of(from.family(), to.family());
  }

  private static SpeedRatio between(ProcessorType from, ProcessorType to) {
    SpeedRatio up = new SpeedRatio(1, 1);
    SpeedRatio down = up;
    ProcessorType left = from;
    ProcessorType right = to;
    while (left != right) {
      if (right.generation >= left.generation && right.before != null) {
        up = up.times(right.gain());
        right = right.before;
      } else if (left.before != null) {
        down = down.times(left.gain());
        left = left.before;
      } else {
        throw new IllegalStateException("every processor descends from the first");
      }
    }
    return new SpeedRatio(up.low / down.high, up.high / down.low);
  }

  /** The ratio of a prediction at the slow end of the range. */
  public double used() {
    return used(0);
  }

  /** The ratio at {@code part} (0..1) of the way from low to high; 1 for the same processor. */
  public double used(double part) {
    return equals(SAME_PROCESSOR) ? 1 : at(part);
  }

  private SpeedRatio times(SpeedRatio other) {
    return new SpeedRatio(low * other.low, high * other.high);
  }

  /** The point {@code part} (0..1) of the way from low to high. */
  public double at(double part) {
    return low + part * (high - low);
  }
}
