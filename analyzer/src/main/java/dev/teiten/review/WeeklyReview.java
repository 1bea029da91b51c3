package dev.teiten.review;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.size.SizingAdvice;
import java.util.List;

/**
 * The weekly review of one cluster with the minutes that its page draws.
 *
 * @param dimensions the load by user, host and database, if it was collected
 * @param reviewed the result of the week, with the tasks of the cluster
 * @param marks the events of the week, oldest first
 */
public record WeeklyReview(
    ClusterLoad load, DimensionLoads dimensions, ReviewedWeek reviewed, List<ClusterMark> marks) {

  public WeeklyReview {
    marks = List.copyOf(marks);
  }

  public Ranking ranking() {
    return reviewed.ranking();
  }

  public SizingAdvice sizing() {
    return reviewed.sizing();
  }

  public List<Sentence> headline() {
    return reviewed.headline();
  }

  public List<AgendaItem> agenda() {
    return reviewed.agenda();
  }

  public List<LedgerLine> tasks() {
    return reviewed.tasks();
  }
}
