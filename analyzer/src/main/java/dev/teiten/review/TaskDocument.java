package dev.teiten.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as JSON. The members of its card and its outcome stand beside its own.
 *
 * @param version the version that a change has to name
 */
record TaskDocument(
    long id,
    int version,
    @JsonUnwrapped Card card,
    Instant createdAt,
    Instant touchedAt,
    @JsonUnwrapped Outcome outcome) {

  /** The fields that users write. */
  record Card(
      String cluster,
      List<String> fingerprints,
      String title,
      @Nullable String owner,
      TaskState state,
      @Nullable LocalDate due,
      @JsonUnwrapped Benefit promised,
      @Nullable Instant fixedAt,
      @Nullable Double hoursSpent,
      String note) {

    static Card of(TaskCard card) {
      return new Card(
          card.cluster(),
          card.fingerprints(),
          card.title(),
          card.owner(),
          card.state(),
          card.due(),
          Benefit.of(card.promised()),
          card.fixedAt(),
          card.hoursSpent(),
          card.note());
    }
  }

  /**
   * The promised benefit.
   *
   * @param percent promised drop of the work per call, above 0 to 100
   */
  record Benefit(
      @Nullable Double percent,
      @Nullable Double promisedMonthlyUsd,
      @Nullable Integer promisedInstances,
      @Nullable LocalDate pricesAsOf) {

    static Benefit of(PromisedBenefit promised) {
      return new Benefit(
          promised.percent(), promised.monthlyUsd(), promised.instances(), promised.pricesAsOf());
    }
  }

  /**
   * The outcome so far.
   *
   * @param verification null while there is none
   * @param realisedPercent the realised part of {@code percent}, same unit; null if unknown
   * @param realisedMonthlyUsd the part of this fix in the savings from returned capacity, US
   *     dollars a month
   */
  record Outcome(
      @Nullable PromiseState verification,
      @Nullable Double realisedPercent,
      @Nullable String reason,
      @Nullable Instant capacityChangedAt,
      @Nullable Double realisedMonthlyUsd,
      @Nullable Double usdSince) {

    static Outcome of(LedgerLine line) {
      PromiseVerification verification = line.verification();
      return new Outcome(
          verification == null ? null : verification.state(),
          verification == null ? null : verification.realisedPercent(),
          verification == null ? null : verification.reason().text(),
          line.changedAt(),
          line.monthlyUsd(),
          line.usdSince());
    }
  }

  static List<TaskDocument> of(List<LedgerLine> lines) {
    return lines.stream().map(TaskDocument::of).toList();
  }

  private static TaskDocument of(LedgerLine line) {
    Task task = line.task();
    return new TaskDocument(
        task.id(),
        task.version(),
        Card.of(task.card()),
        task.createdAt(),
        task.touchedAt(),
        Outcome.of(line));
  }

  /** The tasks as a table for Markdown. */
  static TextTable table(List<LedgerLine> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (LedgerLine line : lines) {
      TaskCard card = line.task().card();
      PromiseVerification verification = line.verification();
      rows.add(
          List.of(
              "#" + line.task().id(),
              card.state().name(),
              card.owner() == null ? "" : escaped(card.owner()),
              escaped(card.title()),
              card.due() == null ? "" : card.due().toString(),
              verification == null ? "" : verification.state().name(),
              FormattedNumbers.usd(line.monthlyUsd())));
    }
    return new TextTable(
        List.of("task", "state", "owner", "title", "due", "promise", ">saves, $/month"), rows);
  }

  /** Escapes a text that users wrote, so that it is no markup. */
  static String escaped(String written) {
    return written
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]])", "\\\\$1");
  }
}
