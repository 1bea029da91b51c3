package dev.teiten.load;

import java.time.Duration;
import java.time.Instant;

/**
 * An event of a cluster that may explain a change of its load: a deploy, a failover, a restart,
 * another class.
 *
 * @param at when it happened
 * @param cluster the cluster's name in the archive
 * @param label 1 to 200 characters, without control characters
 */
public record ClusterMark(Instant at, String cluster, String label, Source source) {
  static final int LONGEST = 200;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final Duration OLDEST = Duration.ofDays(3653);

  /** The origin of a mark. */
  public enum Source {
    /**
     * RDS itself.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html">
     *     DescribeEvents</a>
     */
    RDS_EVENT,
    /** A person, or a deploy script. */
    MANUAL
  }

  public ClusterMark {
    label = label.strip();
    if (label.isEmpty() || label.length() > LONGEST) {
      throw new SettingException(
          MarkText.LENGTH.of(label.length()), MarkText.ALLOWED_LENGTH.of(LONGEST));
    }
    if (label.chars().anyMatch(Character::isISOControl)) {
      throw new SettingException(MarkText.CONTROL_CHARACTER.of(), MarkText.ONE_LINE.of());
    }
  }

  /**
   * Checks the time of a mark that a person writes.
   *
   * @throws SettingException if it is later than {@code now} by more than a minute, or older than
   *     ten years
   */
  public ClusterMark checkedAt(Instant now) {
    if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new SettingException(MarkText.FUTURE.of(at), MarkText.WRITE_PAST.of());
    }
    if (at.isBefore(now.minus(OLDEST))) {
      throw new SettingException(MarkText.LONG_AGO.of(at), MarkText.WRITE_PAST.of());
    }
    return this;
  }

  /** A label from a service's message: on one line, cut if it is too long. */
  public static String labelOf(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
