package dev.teiten.review;

import dev.teiten.review.ledger.LedgerLine;
import dev.teiten.review.promise.PromiseState;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as JSON has it, in the units of the contract.
 *
 * @param version to be sent back with a change
 * @param percent promised fall of the work of a call, above 0 to 100
 * @param verification null while there is none
 * @param realisedPercent what was seen of the percent; null where it cannot be told
 * @param realisedMonthlyUsd this fix's part of what capacity given back saves now
 */
record TaskDocument(
    long id,
    int version,
    String cluster,
    List<String> fingerprints,
    String title,
    @Nullable String owner,
    TaskState state,
    @Nullable LocalDate due,
    @Nullable Double percent,
    @Nullable Double promisedMonthlyUsd,
    @Nullable Integer promisedInstances,
    @Nullable LocalDate pricesAsOf,
    @Nullable Instant fixedAt,
    @Nullable Double hoursSpent,
    String note,
    Instant createdAt,
    Instant touchedAt,
    @Nullable PromiseState verification,
    @Nullable Double realisedPercent,
    @Nullable String reason,
    @Nullable Instant capacityChangedAt,
    @Nullable Double realisedMonthlyUsd,
    @Nullable Double usdSince) {

  static List<TaskDocument> of(List<LedgerLine> lines) {
    return lines.stream().map(TaskDocument::of).toList();
  }

  private static TaskDocument of(LedgerLine line) {
    TaskCard card = line.task().card();
    PromisedBenefit promised = card.promised();
    PromiseVerification verification = line.verification();
    return new TaskDocument(
        line.task().id(),
        line.task().version(),
        card.cluster(),
        card.fingerprints(),
        card.title(),
        card.owner(),
        card.state(),
        card.due(),
        promised.percent(),
        promised.monthlyUsd(),
        promised.instances(),
        promised.pricesAsOf(),
        card.fixedAt(),
        card.hoursSpent(),
        card.note(),
        line.task().createdAt(),
        line.task().touchedAt(),
        verification == null ? null : verification.state(),
        verification == null ? null : verification.realisedPercent(),
        verification == null ? null : verification.reason().text(),
        line.changedAt(),
        line.monthlyUsd(),
        line.usdSince());
  }

  /** For Markdown. */
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

  /** What people wrote is no markup. */
  static String escaped(String written) {
    return written
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]])", "\\\\$1");
  }
}
