package dev.teiten.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a member of a cluster ran with one role and one class.
 *
 * @param from {@link Instant#MIN} if the beginning is not known
 * @param to the first instant after it; {@link Instant#MAX} if no end is known
 * @param role null if unknown
 * @param instanceClass null if unknown
 */
public record MemberSpan(
    Instant from, Instant to, @Nullable Role role, @Nullable String instanceClass) {
  public MemberSpan {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a span ends after it starts: " + from + " to " + to);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && (to.equals(Instant.MAX) || instant.isBefore(to));
  }
}
