package dev.teiten.web.tasks;

import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.web.view.DateFormats;
import dev.teiten.web.view.FilterWords;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task as a row, also on the pages of its cluster and queries.
 *
 * @param owner a dash if unassigned
 * @param due the due date; empty without one
 * @param promised for example {@code −55 %, $3,387}; empty without a promise
 * @param proof the outcome of the promise
 * @param hidden whether the filter hides it
 */
public record TaskRow(
    String number,
    String href,
    String title,
    String cluster,
    String owner,
    String state,
    String stateCss,
    String due,
    boolean stale,
    String promised,
    PromiseOutcome proof,
    String monthly,
    String since,
    String hours,
    boolean hidden) {

  /** The row of a task. */
  public static TaskRow of(LedgerLine line, Instant now, DateFormats dates) {
    Task task = line.task();
    TaskCard card = task.card();
    PageTexts texts = dates.texts();
    boolean changed = line.changedAt() != null;
    return new TaskRow(
        "#" + task.id(),
        PageLinks.task(task.id()),
        card.title(),
        card.cluster(),
        card.owner() == null ? NumberFormats.UNKNOWN : card.owner(),
        state(task, texts),
        "s-" + card.state().name().toLowerCase(Locale.ROOT),
        card.due() == null ? "" : dates.day(card.due()),
        task.isStale(now, dates.zone()),
        promised(card, texts),
        PromiseOutcome.of(line, dates),
        changed ? money(line.monthlyUsd(), texts) : "",
        changed ? money(line.usdSince(), texts) : "",
        card.hoursSpent() == null ? "" : NumberFormats.cores(card.hoursSpent()),
        false);
  }

  /** This row, hidden unless it contains the words. */
  TaskRow filtered(String words) {
    boolean out = !FilterWords.hold(words, number, title, cluster, state, owner);
    return new TaskRow(
        number, href, title, cluster, owner, state, stateCss, due, stale, promised, proof, monthly,
        since, hours, out);
  }

  static String state(Task task, PageTexts texts) {
    return texts.get("task.state." + task.card().state().name().toLowerCase(Locale.ROOT));
  }

  private static String promised(TaskCard card, PageTexts texts) {
    Double percent = card.promised().percent();
    Double usd = card.promised().monthlyUsd();
    String work =
        percent == null ? "" : texts.get("task.less", NumberFormats.percent(percent / 100));
    String money = usd == null ? "" : texts.get("task.aMonth", NumberFormats.usd(usd));
    return work.isEmpty() || money.isEmpty() ? work + money : work + ", " + money;
  }

  private static String money(@Nullable Double usd, PageTexts texts) {
    return usd == null ? texts.get("noPrice") : NumberFormats.usd(usd);
  }
}
