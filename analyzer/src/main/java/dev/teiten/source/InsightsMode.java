package dev.teiten.source;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The modes of CloudWatch Database Insights, into which Performance Insights went in 2026. Its API
 * answers alike in both.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.Considerations.html">Considerations
 *     for Database Insights</a>
 */
public enum InsightsMode {
  /** 7 days at no charge; more is charged by vCPU and month. */
  STANDARD,
  /** 15 months, with lock trees and execution plans; charged by vCPU or capacity unit and hour. */
  ADVANCED;

  private static final int FREE_DAYS = 7;

  /** The mode that RDS names {@code standard} or {@code advanced}; empty for any other. */
  public static Optional<InsightsMode> of(@Nullable String name) {
    for (InsightsMode mode : values()) {
      if (mode.name().equalsIgnoreCase(name)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /**
   * The mode in words, with its retention and the unit that it is charged by.
   *
   * @param mode null if unknown
   */
  static String describe(@Nullable InsightsMode mode, int retentionDays) {
    String kept = "keeps " + retentionDays + " days";
    if (mode == null) {
      return "on, " + kept;
    }
    String name = mode.name().charAt(0) + mode.name().substring(1).toLowerCase(Locale.ROOT);
    String charge =
        switch (mode) {
          case STANDARD ->
              retentionDays <= FREE_DAYS ? "at no charge" : "charged by vCPU and month";
          case ADVANCED -> "charged by vCPU or capacity unit and hour";
        };
    return "on (Database Insights " + name + "), " + kept + ", " + charge;
  }
}
