package dev.teiten.web.tasks;

import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskState;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task, formatted for display and editing.
 *
 * @param row null for a new task
 * @param version the version that the form sends back
 * @param queries links to the task's queries
 * @param proofs the outcome of the promise for each verified query
 * @param author the last name that the reader entered
 * @param authorKnown whether a login proxy names the author
 * @param lost the reader's changes that collided with another change
 */
public record TaskPage(
    @Nullable TaskRow row,
    int version,
    String action,
    TaskForm form,
    List<LedgerPage.Choice> states,
    List<QueryLink> queries,
    List<PromiseOutcome> proofs,
    String changedAt,
    List<HistoryRow> history,
    String author,
    boolean authorKnown,
    List<HistoryRow.FieldChange> lost) {

  /** A query of the task. */
  public record QueryLink(String fingerprint, String href) {}

  /** The page of an existing task. */
  static TaskPage of(
      LedgerLine line,
      List<TaskEvent> history,
      TaskAuthor author,
      List<HistoryRow.FieldChange> lost,
      Instant now,
      DateFormats dates) {
    Task task = line.task();
    TaskForm form = TaskForm.of(task.card(), dates.zone());
    Instant changed = line.changedAt();
    return new TaskPage(
        TaskRow.of(line, now, dates),
        task.version(),
        PageLinks.task(task.id()),
        form,
        states(form, dates.texts()),
        task.card().fingerprints().stream()
            .map(
                id ->
                    new QueryLink(id, "/queries/" + id + PageLinks.with("cluster", form.cluster())))
            .toList(),
        proofs(line.verifications(), dates.texts()),
        changed == null ? "" : dates.timestamp(changed),
        HistoryRow.of(history, dates),
        author.name(),
        author.verified(),
        lost);
  }

  /** The page of a new task. */
  static TaskPage fresh(TaskForm form, TaskAuthor author, PageTexts texts) {
    return new TaskPage(
        null,
        0,
        "/tasks",
        form,
        states(form, texts),
        List.of(),
        List.of(),
        "",
        List.of(),
        author.name(),
        author.verified(),
        List.of());
  }

  private static List<PromiseOutcome> proofs(
      List<PromiseVerification> verifications, PageTexts texts) {
    return verifications.stream()
        .map(verification -> PromiseOutcome.of(verification, texts))
        .toList();
  }

  private static List<LedgerPage.Choice> states(TaskForm form, PageTexts texts) {
    return Arrays.stream(TaskState.values())
        .map(state -> state.name().toLowerCase(Locale.ROOT))
        .map(
            name ->
                new LedgerPage.Choice(
                    name, texts.get("task.state." + name), name.equals(form.state())))
        .toList();
  }
}
