package dev.teiten.load;

import java.time.Instant;

/**
 * Something that happened to a cluster and may explain a change of its load: a deploy, a failover,
 * a restart, another class.
 *
 * @param at when it happened
 * @param cluster the cluster's name, as the archive takes it
 * @param label 1 to 200 characters, without control characters
 */
public record ClusterMark(Instant at, String cluster, String label, Source source) {
  static final int LONGEST = 200;

  /** Who said so. */
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

  /** What a service said, as a label: in one line, and cut where it is too long. */
  public static String labelOf(String said) {
    String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
