package dev.teiten.review;

import dev.teiten.load.Sentence;
import dev.teiten.review.AgendaItem.Kind;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Adds the tasks of earlier meetings to the agenda: promises that are due, tasks that are stuck.
 */
final class TaskAgenda {
  /** The most points about tasks; more would leave no time for new changes. */
  private static final int MOST_ITEMS = 3;

  /** A promise stays on the agenda for this time after its fix, even if the task is closed. */
  private static final Duration NEWS = Duration.ofDays(21);

  private final Instant now;
  private final ZoneId zone;

  /**
   * @param now when the meeting is
   */
  TaskAgenda(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** The agenda with at most three points about tasks; the smallest changes make room. */
  List<AgendaItem> onto(List<AgendaItem> agenda, List<LedgerLine> lines) {
    List<AgendaItem> tasks =
        Stream.concat(
                lines.stream().filter(this::isNews).map(TaskAgenda::promise),
                lines.stream()
                    .map(LedgerLine::task)
                    .filter(task -> task.isStale(now, zone))
                    .sorted(Comparator.comparing(Task::touchedAt))
                    .map(this::stale))
            .limit(MOST_ITEMS)
            .toList();
    long fixed = agenda.stream().filter(item -> !isChange(item)).count();
    List<AgendaItem> items =
        new ArrayList<>(
            agenda.stream()
                .filter(TaskAgenda::isChange)
                .limit(Math.max(0, MeetingAgenda.MOST_ITEMS - fixed - tasks.size()))
                .toList());
    agenda.stream().filter(item -> !isChange(item)).forEach(items::add);
    items.addAll(tasks);
    items.sort(Comparator.comparing(AgendaItem::kind));
    return items;
  }

  private static boolean isChange(AgendaItem item) {
    return item.kind().compareTo(Kind.MONEY) < 0;
  }

  private boolean isNews(LedgerLine line) {
    Instant fixed = line.task().card().fixedAt();
    return line.task().isVerifiable()
        && fixed != null
        && fixed.isBefore(now)
        && (line.task().card().state().isUnfinished() || fixed.plus(NEWS).isAfter(now));
  }

  private static AgendaItem promise(LedgerLine line) {
    Task task = line.task();
    PromiseVerification verification = line.verification();
    if (verification == null) {
      return item(
          Kind.PROMISE,
          ReviewText.PROMISE_OPEN.of(task.id(), task.card().title()),
          ReviewText.NOT_VERIFIED_YET.of(),
          task);
    }
    Double realised = LedgerLine.seen(verification);
    Sentence state = state(verification.state());
    Sentence text =
        realised == null
            ? ReviewText.PROMISE.of(task.id(), task.card().title(), state)
            : ReviewText.PROMISE_PERCENT.of(
                task.id(), task.card().title(), state, FormattedNumbers.percent(realised / 100));
    return item(Kind.PROMISE, text, verification.reason(), task);
  }

  private static Sentence state(PromiseState state) {
    ReviewText text =
        switch (state) {
          case DELIVERED -> ReviewText.DELIVERED;
          case PARTIAL -> ReviewText.PARTIAL;
          case NOT_VISIBLE -> ReviewText.NOT_VISIBLE;
          case REGRESSED_BACK -> ReviewText.REGRESSED_BACK;
          case MOVED -> ReviewText.MOVED;
          case UNDECIDED -> ReviewText.PROMISE_UNDECIDED;
        };
    return text.of();
  }

  private AgendaItem stale(Task task) {
    TaskCard card = task.card();
    Sentence what =
        card.owner() == null
            ? ReviewText.TASK.of(task.id(), card.title())
            : ReviewText.TASK_OF.of(task.id(), card.title(), card.owner());
    Sentence why =
        task.isOverdue(now, zone)
            ? ReviewText.OVERDUE.of(Objects.requireNonNull(card.due()).toString())
            : ReviewText.UNTOUCHED.of(Duration.between(task.touchedAt(), now).toDays());
    return item(Kind.STALE_TASK, what, why, task);
  }

  private static AgendaItem item(Kind kind, Sentence text, Sentence evidence, Task task) {
    List<String> queries = task.card().fingerprints();
    return new AgendaItem(
        kind, text, evidence, queries.isEmpty() ? null : queries.get(0), task.id());
  }
}
