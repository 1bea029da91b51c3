package dev.teiten.web.query;

import dev.teiten.review.WeeklyReview;
import dev.teiten.web.tasks.TaskRow;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.TaskLink;
import java.time.Instant;
import java.util.List;

/**
 * The tasks on a query.
 *
 * @param links short links for the header
 * @param addHref the form of a new task
 */
public record QueryTasks(List<TaskRow> rows, List<TaskLink> links, String addHref) {

  static QueryTasks of(String fingerprint, WeeklyReview review, Instant now, DateFormats dates) {
    var ranking = review.ranking();
    return new QueryTasks(
        TaskLink.linesOn(fingerprint, review).stream()
            .map(line -> TaskRow.of(line, now, dates))
            .toList(),
        TaskLink.on(fingerprint, review),
        PageLinks.newTask(ranking.cluster(), ranking.week(), fingerprint));
  }
}
