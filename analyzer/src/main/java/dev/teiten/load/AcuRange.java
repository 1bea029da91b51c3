package dev.teiten.load;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The Aurora capacity units (ACU) between which an instance of Aurora Serverless v2 scales. A unit
 * has about 2 GiB of memory "with corresponding CPU and networking".
 *
 * @param min 0 or more; an instance with a minimum of 0 may pause
 * @param max {@code min} or more, over 0
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html">How
 *     Aurora Serverless v2 works</a>
 */
public record AcuRange(double min, double max) {
  public static final double GIB_PER_UNIT = 2;

  /**
   * AWS compares 64 units with a db.r6g.4xlarge, which has 16 vCPUs.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">Performance
   *     and scaling for Aurora Serverless v2</a>
   */
  public static final double UNITS_PER_VCPU = 4;

  public AcuRange {
    if (!(min >= 0 && max >= min && max > 0) || Double.isInfinite(max)) {
      throw new IllegalArgumentException(min + " to " + max + " ACU");
    }
  }

  /** A class with this range, for example {@code db.serverless (2–32 ACU)}. */
  public String labelled(String instanceClass) {
    return instanceClass + " (" + this + ")";
  }

  /** The range in words, for example {@code 0.5–16 ACU}. */
  @Override
  public String toString() {
    return units(min) + "–" + units(max) + " ACU";
  }

  /** A number of units, for example {@code 0.5} or {@code 16}; AWS counts in half steps. */
  public static String units(double units) {
    return BigDecimal.valueOf(units)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
