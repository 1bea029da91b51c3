package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.SizingAdvice.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with its reasons.
 *
 * @param recommended null unless there is a better choice than today's capacity
 * @param trial a capacity that would be better and safe without its doubts; null if there is none
 * @param subject the capacity whose guards are shown: the recommended one, else the best that a
 *     guard or the CPU stands against, else today's
 */
record SizingDecision(
    Verdict verdict,
    List<Sentence> reasons,
    @Nullable CapacityCandidate recommended,
    @Nullable CapacityCandidate trial,
    CapacityCandidate subject) {

  SizingDecision {
    reasons = List.copyOf(reasons);
  }
}
