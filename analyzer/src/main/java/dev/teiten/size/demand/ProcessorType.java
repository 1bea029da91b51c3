package dev.teiten.size.demand;

import dev.teiten.cpu.InstanceClass;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The processors of the class families, each with its gain over an earlier one. */
public enum ProcessorType {
  BROADWELL(0, false, null, 1, 1, "r4", "t2"),
  SKYLAKE(1, false, BROADWELL, 1.0, 1.15, "r5", "r5d", "m5", "m5d", "t3"),
  ICE_LAKE(2, false, SKYLAKE, 1.0, 1.15, "r6i", "r6id", "m6i", "m6id"),
  SAPPHIRE_RAPIDS(3, false, ICE_LAKE, 1.0, 1.15, "r7i", "m7i"),
  GRAVITON2(2, true, SKYLAKE, 1.0, 1.2, "r6g", "r6gd", "m6g", "m6gd", "x2g", "t4g"),
  GRAVITON3(3, true, GRAVITON2, 1.15, 1.3, "r7g", "m7g"),
  GRAVITON4(4, true, GRAVITON3, 1.2, 1.4, "r8g", "m8g");

  final int generation;
  final boolean graviton;
  final @Nullable ProcessorType before;
  private final double low;
  private final double high;
  private final String families;

  ProcessorType(
      int generation,
      boolean graviton,
      @Nullable ProcessorType before,
      double low,
      double high,
      String... families) {
    this.generation = generation;
    this.graviton = graviton;
    this.before = before;
    this.low = low;
    this.high = high;
    this.families = String.join(" ", families) + " ";
  }

  /** Speed of a vCPU over one of the processor before. */
  SpeedRatio gain() {
    return new SpeedRatio(low, high);
  }

  public static Optional<ProcessorType> of(String family) {
    return Arrays.stream(values())
        .filter(processor -> processor.families.contains(family + " "))
        .findFirst();
  }

  public static boolean same(String family, String other) {
    return family.equals(other) || (of(family).isPresent() && of(family).equals(of(other)));
  }

  /**
   * Whether a cluster on {@code from} may move to {@code to}: not older, never back to x86. AWS
   * does not state the processor of Serverless v2; a vCPU of Graviton is a whole core.
   */
  public static boolean offers(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    Optional<ProcessorType> source = of(from);
    Optional<ProcessorType> target = of(to);
    if (from.equals(InstanceClass.SERVERLESS)) {
      return target.isPresent() && target.get().graviton;
    }
    return source.isPresent()
        && target.isPresent()
        && target.get().generation >= source.get().generation
        && (target.get().graviton || !source.get().graviton);
  }
}
