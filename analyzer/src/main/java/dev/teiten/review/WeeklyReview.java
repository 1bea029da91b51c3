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
 * Everything the weekly review page of one cluster shows.
 *
 * @param dimensions the load by user, host and database, where that was collected
 * @param headline two sentences made from numbers
 * @param agenda at most seven items; empty means that no meeting is needed
 * @param marks what happened in the week, oldest first
 * @param tasks what was written about the cluster, and what became of it
 */
public record WeeklyReview(
    ClusterLoad load,
    DimensionLoads dimensions,
    Ranking ranking,
    SizingAdvice sizing,
    List<Sentence> headline,
    List<AgendaItem> agenda,
    List<ClusterMark> marks,
    List<LedgerLine> tasks) {

  /** Before anything was written about it. */
  public WeeklyReview(
      ClusterLoad load,
      DimensionLoads dimensions,
      Ranking ranking,
      SizingAdvice sizing,
      List<Sentence> headline,
      List<AgendaItem> agenda,
      List<ClusterMark> marks) {
    this(load, dimensions, ranking, sizing, headline, agenda, marks, List.of());
  }

  public WeeklyReview {
    headline = List.copyOf(headline);
    agenda = List.copyOf(agenda);
    marks = List.copyOf(marks);
    tasks = List.copyOf(tasks);
  }

  /** The same with what happened to the cluster. */
  public WeeklyReview with(List<ClusterMark> happened) {
    return new WeeklyReview(load, dimensions, ranking, sizing, headline, agenda, happened, tasks);
  }

  /** The same with what was written. */
  WeeklyReview with(List<AgendaItem> points, List<LedgerLine> written) {
    return new WeeklyReview(load, dimensions, ranking, sizing, headline, points, marks, written);
  }
}
