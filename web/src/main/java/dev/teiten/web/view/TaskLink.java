package dev.teiten.web.view;

import dev.teiten.review.WeeklyReview;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.TaskState;
import java.util.List;

/**
 * A link to a task.
 *
 * @param owner empty if unassigned
 */
public record TaskLink(String number, String owner, String href) {

  /** The tasks about a query except dropped ones, the newest first. */
  public static List<TaskLink> on(String fingerprint, WeeklyReview review) {
    return linesOn(fingerprint, review).stream()
        .map(LedgerLine::task)
        .map(
            task ->
                new TaskLink(
                    "#" + task.id(),
                    task.card().owner() == null ? "" : task.card().owner(),
                    PageLinks.task(task.id())))
        .toList();
  }

  /** The tasks about a query with their outcome, except dropped ones. */
  public static List<LedgerLine> linesOn(String fingerprint, WeeklyReview review) {
    return review.tasks().stream()
        .filter(line -> line.task().card().state() != TaskState.DROPPED)
        .filter(line -> line.task().card().isAbout(fingerprint))
        .toList();
  }
}
