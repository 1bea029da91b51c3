package dev.teiten.web.tasks;

import dev.teiten.review.ledger.Ledger;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskState;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.PageTexts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ledger, formatted for display.
 *
 * @param q the words that a row must contain; empty for every row
 * @param hourUsd cost of an hour as entered; empty if missing
 */
public record LedgerPage(
    List<String> sentences,
    List<Choice> clusters,
    List<Choice> owners,
    List<Choice> states,
    String q,
    String hourUsd,
    List<TaskRow> rows) {

  public LedgerPage {
    sentences = List.copyOf(sentences);
    rows = List.copyOf(rows);
  }

  /** A choice of a filter. */
  public record Choice(String value, String text, boolean selected) {}

  /** Whether the filter hides every row. */
  public boolean noneShown() {
    return rows.stream().allMatch(TaskRow::hidden);
  }

  static LedgerPage of(Ledger ledger, Instant now, PageVisit visit) {
    PageTexts texts = visit.texts();
    String cluster = visit.param("cluster");
    String owner = visit.param("owner");
    String state = visit.param("state");
    String words = visit.param("q", "");
    List<TaskRow> rows =
        ledger.lines().stream()
            .filter(line -> isWanted(line.task(), cluster, owner, state))
            .sorted(Comparator.comparing((LedgerLine line) -> line.task().card().state()))
            .map(line -> TaskRow.of(line, now, visit.dates()).filtered(words))
            .toList();
    String hour = visit.param("hour", "");
    return new LedgerPage(
        LedgerText.of(ledger, number(hour), texts),
        choices(ledger, task -> task.card().cluster(), cluster),
        choices(ledger, task -> task.card().owner(), owner),
        Arrays.stream(TaskState.values())
            .map(taskState -> choice(taskState, state, texts))
            .toList(),
        words,
        number(hour) == null ? "" : hour,
        rows);
  }

  private static boolean isWanted(
      Task task, @Nullable String cluster, @Nullable String owner, @Nullable String state) {
    return (cluster == null || cluster.equals(task.card().cluster()))
        && (owner == null || owner.equals(task.card().owner()))
        && (state == null || state.equalsIgnoreCase(task.card().state().name()));
  }

  private static List<Choice> choices(
      Ledger ledger, Function<Task, @Nullable String> of, @Nullable String wanted) {
    return ledger.lines().stream()
        .map(line -> of.apply(line.task()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .map(value -> new Choice(value, value, value.equals(wanted)))
        .toList();
  }

  private static Choice choice(TaskState state, @Nullable String wanted, PageTexts texts) {
    String name = state.name().toLowerCase(Locale.ROOT);
    return new Choice(name, texts.get("task.state." + name), name.equalsIgnoreCase(wanted));
  }

  private static @Nullable Double number(String text) {
    return text.matches("\\d{1,6}(\\.\\d{1,2})?") ? Double.valueOf(text) : null;
  }
}
