package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceClass;
import java.util.Optional;

/**
 * How much faster one vCPU of a family works than one of another, as a range; hyperthreading is not
 * part of it, the capacity curve has that. These are priors, not marketing: AWS claims 1.30 for r7g
 * over r6g and 1.40 for r8g over r7g; an independent read-only test found r8g.2xlarge about equal
 * to r6g.4xlarge (ronaldbradford.com, 2025-04-02), others found r5 ahead of r6g (svenbayer.blog).
 *
 * @param low least; what a prediction uses, so that a hoped-for gain never carries a recommendation
 * @param high most
 */
public record SpeedRatio(double low, double high) {
  static final SpeedRatio IDENTICAL = new SpeedRatio(1, 1);
  // Same silicon, another size: shared caches and memory bandwidth differ a little.
  private static final SpeedRatio SAME_SILICON = new SpeedRatio(0.97, 1.03);

  /** Of {@code to} over {@code from}, two class families; empty if one of them is not known. */
  static Optional<SpeedRatio> of(String from, String to) {
    Optional<ProcessorType> source = ProcessorType.of(from);
    Optional<ProcessorType> target = ProcessorType.of(to);
    if (source.isEmpty() || target.isEmpty()) {
      return from.equals(to) ? Optional.of(SAME_SILICON) : Optional.empty();
    }
    return Optional.of(source.equals(target) ? SAME_SILICON : between(source.get(), target.get()));
  }

  /** Of {@code to} over {@code from}, two classes; exactly 1 if they are the same. */
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
        throw new IllegalStateException("every silicon descends from the first");
      }
    }
    return new SpeedRatio(up.low / down.high, up.high / down.low);
  }

  /** The prediction's ratio without better knowledge, the unfavourable end. */
  public double used() {
    return used(0);
  }

  /** The prediction's ratio, {@code part} (0..1) of the way from low to high; 1 in one silicon. */
  double used(double part) {
    return equals(SAME_SILICON) ? 1 : at(part);
  }

  private SpeedRatio times(SpeedRatio other) {
    return new SpeedRatio(low * other.low, high * other.high);
  }

  /** Point {@code part} (0..1) of the way from low to high. */
  double at(double part) {
    return low + part * (high - low);
  }
}
