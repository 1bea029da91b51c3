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
 * The weekly review of one cluster.
 *
 * @param dimensions the load by user, host and database, if it was collected
 * @param headline the week in a few sentences
 * @param agenda at most seven points; empty means that no meeting is needed
 * @param marks the events of the week, oldest first
 * @param tasks the tasks of the cluster, with their outcomes
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

  /** A review without tasks. */
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

  /** This review with the marks of the cluster. */
  public WeeklyReview with(List<ClusterMark> happened) {
    return new WeeklyReview(load, dimensions, ranking, sizing, headline, agenda, happened, tasks);
  }

  /** This review with another agenda, and with tasks. */
  WeeklyReview with(List<AgendaItem> points, List<LedgerLine> written) {
    return new WeeklyReview(load, dimensions, ranking, sizing, headline, points, marks, written);
  }
}
