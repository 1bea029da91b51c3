package dev.teiten.review;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Sentence;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import java.util.List;

/**
 * The result of one week of one cluster, without what-ifs and without minutes of load. It depends
 * on the archive and the method alone, so that it can be kept.
 *
 * @param summary its row in lists
 * @param ranking by load
 * @param byPeak the ranking by removable peak
 * @param bySavings the ranking by the savings of single fixes
 * @param sizing today's capacity and its reductions, without assumed fixes
 * @param headline the week in a few sentences
 * @param agenda at most seven points, without those of tasks
 */
public record WeekResult(
    ClusterSummary summary,
    Ranking ranking,
    Ranking byPeak,
    Ranking bySavings,
    SizingAdvice sizing,
    List<Sentence> headline,
    List<AgendaItem> agenda) {

  public WeekResult {
    headline = List.copyOf(headline);
    agenda = List.copyOf(agenda);
  }

  public ReviewWeek week() {
    return ranking.week();
  }

  /** The ranking in an order. */
  public Ranking ranking(Ranking.Order order) {
    return switch (order) {
      case LOAD -> ranking;
      case PEAK -> byPeak;
      case SAVINGS -> bySavings;
    };
  }
}
