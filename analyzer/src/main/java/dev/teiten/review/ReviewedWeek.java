package dev.teiten.review;

import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.size.SizingAdvice;
import java.util.List;

/**
 * The review of a week as documents show it: its result, and the tasks of its cluster.
 *
 * @param agenda the points of the result and those of tasks; empty means that no meeting is needed
 * @param tasks with their outcomes
 */
public record ReviewedWeek(WeekResult result, List<AgendaItem> agenda, List<LedgerLine> tasks) {
  public ReviewedWeek {
    agenda = List.copyOf(agenda);
    tasks = List.copyOf(tasks);
  }

  /** A review without tasks. */
  static ReviewedWeek of(WeekResult result) {
    return new ReviewedWeek(result, result.agenda(), List.of());
  }

  public Ranking ranking() {
    return result.ranking();
  }

  public SizingAdvice sizing() {
    return result.sizing();
  }

  public List<Sentence> headline() {
    return result.headline();
  }
}
