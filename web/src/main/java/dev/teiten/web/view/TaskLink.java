package dev.teiten.web.view;

import dev.teiten.review.WeeklyReview;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.TaskState;
import java.util.List;

/**
 * A task where another page names it.
 *
 * @param owner empty while nobody has taken it
 */
public record TaskLink(String number, String owner, String href) {

  /** The tasks about a query that are not dropped, the newest first. */
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

  /** The same with what became of them. */
  public static List<LedgerLine> linesOn(String fingerprint, WeeklyReview review) {
    return review.tasks().stream()
        .filter(line -> line.task().card().state() != TaskState.DROPPED)
        .filter(line -> line.task().card().isAbout(fingerprint))
        .toList();
  }
}
