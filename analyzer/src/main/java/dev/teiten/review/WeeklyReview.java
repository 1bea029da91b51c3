package dev.teiten.review;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.DimensionLoads;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import java.util.List;

/**
 * Everything the weekly review page of one cluster shows.
 *
 * @param dimensions the load by user, host and database, where that was collected
 * @param headline two sentences made from numbers
 * @param agenda at most seven items; empty means that no meeting is needed
 */
public record WeeklyReview(
    ClusterLoad load,
    DimensionLoads dimensions,
    Ranking ranking,
    SizingAdvice sizing,
    List<Sentence> headline,
    List<AgendaItem> agenda) {

  public WeeklyReview {
    headline = List.copyOf(headline);
    agenda = List.copyOf(agenda);
  }
}
