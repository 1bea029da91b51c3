package dev.teiten.web.tasks;

import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskState;
import dev.teiten.web.view.Dates;
import dev.teiten.web.view.Links;
import dev.teiten.web.view.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One task, ready to be shown and changed.
 *
 * @param row null while it is new
 * @param version to be sent back
 * @param queries the pages of what it is about
 * @param proofs what became of the promise, one for each query that was held against the archive
 * @param author the reader's name, as given last
 * @param authorKnown whether the login in front says who it is
 * @param lost what the reader wanted to change while somebody else did
 */
public record TaskPage(
    @Nullable TaskRow row,
    int version,
    String action,
    TaskForm form,
    List<TasksPage.Choice> states,
    List<Query> queries,
    List<Proof> proofs,
    String changedAt,
    List<HistoryRow> history,
    String author,
    boolean authorKnown,
    List<HistoryRow.Change> lost) {

  /** A query that the task is about. */
  public record Query(String fingerprint, String href) {}

  /** A task that is there. */
  static TaskPage of(
      LedgerLine line,
      List<TaskEvent> history,
      Author author,
      List<HistoryRow.Change> lost,
      Instant now,
      Dates dates) {
    Task task = line.task();
    TaskForm form = TaskForm.of(task.card(), dates.zone());
    Instant changed = line.changedAt();
    return new TaskPage(
        TaskRow.of(line, now, dates),
        task.version(),
        Links.task(task.id()),
        form,
        states(form, dates.texts()),
        task.card().fingerprints().stream()
            .map(id -> new Query(id, "/queries/" + id + Links.with("cluster", form.cluster())))
            .toList(),
        proofs(line.verifications(), dates.texts()),
        changed == null ? "" : dates.timestamp(changed),
        HistoryRow.of(history, dates),
        author.name(),
        author.known(),
        lost);
  }

  /** One to be written. */
  static TaskPage fresh(TaskForm form, Author author, Texts texts) {
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
        author.known(),
        List.of());
  }

  private static List<Proof> proofs(List<PromiseVerification> verifications, Texts texts) {
    return verifications.stream().map(one -> Proof.of(one, texts)).toList();
  }

  private static List<TasksPage.Choice> states(TaskForm form, Texts texts) {
    return Arrays.stream(TaskState.values())
        .map(state -> state.name().toLowerCase(Locale.ROOT))
        .map(
            name ->
                new TasksPage.Choice(
                    name, texts.get("task.state." + name), name.equals(form.state())))
        .toList();
  }
}
