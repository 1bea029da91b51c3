package dev.teiten.size.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every guard of a capacity with the minutes that it would have borne worst.
 *
 * @param worst in the archive; null without any known minute
 * @param worstAfterLoss after the worst single loss; null where nothing can take over
 */
public record ExplainedGuards(
    List<Guard> guards, @Nullable WorstMinutes worst, @Nullable WorstMinutes worstAfterLoss) {
  public ExplainedGuards {
    guards = List.copyOf(guards);
  }
}
