package dev.teiten.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an event of RDS for the life of its subject, read from the wording of the message.
 *
 * @param name the instance that became the writer, or the new name; null for other kinds
 * @param formerName the name before a renaming; null for other kinds
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Events.Messages.html">the
 *     messages of RDS for Aurora</a>
 */
public record EventMeaning(EventKind kind, @Nullable String name, @Nullable String formerName) {
  private static final String SUBJECT = "(?i)^(?:The )?DB (?:instance|cluster) (?:has been )?";

  /** A change in the life of a cluster or an instance. */
  public enum EventKind {
    CREATED(SUBJECT + "created\\b.*"),
    DELETED(SUBJECT + "deleted\\b.*"),
    STOPPED(SUBJECT + "stopped\\b.*"),
    STARTED(SUBJECT + "started\\b.*"),
    RESTARTED(SUBJECT + "restarted\\b.*"),
    CLASS_CHANGED("(?i)^Finished applying modification to DB instance class\\b.*"),
    /** {@code name} became the writer. */
    FAILED_OVER(
        "(?i)^(?:Completed failover to (?:DB )?instance|Promoting previous primary again):"
            + "\\s*(?<name>[^\\s.]+)\\.?\\s*$"),
    /** {@code formerName} became {@code name}. */
    RENAMED(
        "(?i)^Renamed (?:DB )?(?:cluster|instance) from (?<former>[^\\s.]+) to"
            + " (?<name>[^\\s.]+)\\.?\\s*$");

    private final Pattern message;

    EventKind(String message) {
      this.message = Pattern.compile(message, Pattern.DOTALL);
    }
  }

  /** The meaning of a message; empty if it does not tell of the life of its subject. */
  public static Optional<EventMeaning> of(String message) {
    for (EventKind kind : EventKind.values()) {
      Matcher matcher = kind.message.matcher(message.strip());
      if (matcher.matches()) {
        return Optional.of(
            switch (kind) {
              case FAILED_OVER -> new EventMeaning(kind, matcher.group("name"), null);
              case RENAMED ->
                  new EventMeaning(kind, matcher.group("name"), matcher.group("former"));
              default -> new EventMeaning(kind, null, null);
            });
      }
    }
    return Optional.empty();
  }
}
