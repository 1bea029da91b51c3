package dev.teiten.web.weekly;

import dev.teiten.review.AgendaItem;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.SqlLayout;
import dev.teiten.web.view.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agenda, one item at a time in large type.
 *
 * @param seconds the time box of the headline
 * @param item the current item; 0 is the headline
 * @param steps the items; empty if the agenda is empty
 */
public record MeetingPage(
    List<String> headline,
    int seconds,
    int item,
    List<AgendaStep> steps,
    String quiet,
    String leaveHref) {

  /** The length of the meeting: ten minutes, with the headline first. */
  private static final int ALL_SECONDS = 600;

  private static final int HEADLINE_SECONDS = 60;
  private static final int MOST_SECONDS = 120;

  /**
   * One item.
   *
   * @param seconds its time box
   * @param statement the query's statement, empty if it is about the cluster
   * @param row the query's numbers, null if it is about the cluster
   */
  public record AgendaStep(
      AgendaRow item, int seconds, List<SqlToken> statement, @Nullable QueryRow row) {

    /** The time box in words. */
    public String box() {
      return seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }
  }

  static MeetingPage of(WeeklyReview review, PageVisit visit) {
    List<AgendaItem> agenda = review.agenda();
    int each =
        agenda.isEmpty()
            ? 0
            : Math.min(MOST_SECONDS, (ALL_SECONDS - HEADLINE_SECONDS) / agenda.size() / 15 * 15);
    List<AgendaStep> steps = new ArrayList<>();
    agenda.forEach(item -> steps.add(step(item, each, review, visit)));
    return new MeetingPage(
        visit.texts().say(review.headline()),
        HEADLINE_SECONDS,
        item(visit.param("item", "0"), agenda.size()),
        steps,
        quiet(review, visit),
        PageLinks.week(review.ranking().cluster(), review.ranking().week()));
  }

  private static int item(String text, int most) {
    return text.matches("\\d{1,2}") ? Math.min(most, Integer.parseInt(text)) : 0;
  }

  private static AgendaStep step(
      AgendaItem item, int seconds, WeeklyReview review, PageVisit visit) {
    var ranking = review.ranking();
    AgendaRow row = AgendaRow.of(item, review, visit.texts());
    return ranking.contributors().stream()
        .filter(query -> query.fingerprint().equals(item.fingerprint()))
        .findFirst()
        .map(
            query ->
                new AgendaStep(
                    row,
                    seconds,
                    SqlLayout.lines(query.statement()),
                    QueryRow.of(query, ranking, Map.of(), query.loadAas(), "", visit.dates())))
        .orElseGet(() -> new AgendaStep(row, seconds, List.of(), null));
  }

  private static String quiet(WeeklyReview review, PageVisit visit) {
    return visit
        .texts()
        .get(
            "meeting.quiet",
            String.valueOf(review.ranking().contributors().size()),
            NumberFormats.coverage(review.ranking().coverage()));
  }
}
