package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.change.QueryChange;
import dev.teiten.load.ClusterLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.ClusterFixture;
import dev.teiten.size.NextWeeksCase;
import dev.teiten.size.SizingAdvice;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Growth that is that of no single query is a point of the meeting. */
@Tag("slow")
class GrowthAgendaTest {
  @Test
  void growthIsOnTheAgendaThoughEveryQueryIsSteady() {
    ClusterFixture made =
        NextWeeksCase.of(NextWeeksCase.Kind.GROWTH_10, "db.r6g.2xlarge", 3, 0.2, 11).made(4);
    ClusterLoad load = made.load();
    Ranking ranking = made.ranking();
    SizingAdvice advice = made.advice();

    List<AgendaItem> agenda = MeetingAgenda.of(load, ranking, advice);

    assertThat(ranking.contributors())
        .extracting(query -> query.change().kind())
        .doesNotContain(QueryChange.Kind.NEW, QueryChange.Kind.REGRESSED);
    assertThat(agenda)
        .anyMatch(
            item ->
                item.kind() == AgendaItem.Kind.GROWTH
                    && item.text().text().startsWith("The readers' work grows: +"));
  }
}
