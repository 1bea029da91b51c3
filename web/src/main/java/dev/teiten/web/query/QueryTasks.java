package dev.teiten.web.query;

import dev.teiten.review.WeeklyReview;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.tasks.TaskRow;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.TaskLink;
import java.time.Instant;
import java.util.List;

/**
 * The tasks on a query.
 *
 * @param none the sentence in place of rows, if there are none
 * @param links short links for the header
 * @param addHref the form of a new task
 */
public record QueryTasks(List<TaskRow> rows, String none, List<TaskLink> links, String addHref) {

  static QueryTasks of(String fingerprint, WeeklyReview review, Instant now, PageVisit visit) {
    String outage = visit.tasksOutage();
    var ranking = review.ranking();
    return new QueryTasks(
        TaskLink.linesOn(fingerprint, review).stream()
            .map(line -> TaskRow.of(line, now, visit.dates()))
            .toList(),
        outage == null ? visit.texts().get("task.onNone") : outage,
        TaskLink.on(fingerprint, review),
        PageLinks.newTask(ranking.cluster(), ranking.week(), fingerprint));
  }
}
