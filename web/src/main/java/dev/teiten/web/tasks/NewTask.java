package dev.teiten.web.tasks;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.SettingException;
import dev.teiten.rank.Contributor;
import dev.teiten.review.WeeklyReview;
import dev.teiten.review.store.PromisedBenefit;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.NumberFormats;
import dev.teiten.web.view.WrongText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The initial values of a new task's form: {@code
 * /tasks/new?cluster=main&week=2026-W46&query=F&fix=F:55&title=…}.
 */
final class NewTask {
  private final PageVisit visit;

  NewTask(PageVisit visit) {
    this.visit = visit;
  }

  TaskForm form() {
    String cluster = visit.param("cluster", "");
    String label = visit.param("week");
    if (cluster.isEmpty() || label == null) {
      return TaskForm.begun(
          cluster, List.of(), "", PromisedBenefit.NOTHING, "", visit.dates().zone());
    }
    ReviewWeek week = visit.desk().week(label);
    WeeklyReview review = visit.desk().review(cluster, week);
    List<Fix> fixes = visit.params("fix").stream().map(NewTask::fix).toList();
    List<String> queries = new ArrayList<>(visit.params("query"));
    fixes.stream()
        .map(Fix::fingerprint)
        .filter(query -> !queries.contains(query))
        .forEach(queries::add);
    return TaskForm.begun(
        cluster,
        queries,
        title(queries, review),
        promised(fixes, review),
        note(fixes),
        visit.dates().zone());
  }

  /**
   * A title from the verb and the tables; a whole statement would be too long, and is not stored.
   */
  private String title(List<String> queries, WeeklyReview review) {
    String asked = visit.param("title");
    if (asked != null || queries.isEmpty()) {
      return asked == null ? "" : asked;
    }
    return queries.stream()
        .map(id -> find(id, review))
        .flatMap(Optional::stream)
        .map(query -> query.verb() + " " + String.join(", ", query.tables()))
        .map(String::strip)
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  private static Optional<Contributor> find(String fingerprint, WeeklyReview review) {
    return review.ranking().contributors().stream()
        .filter(query -> query.fingerprint().equals(fingerprint))
        .findFirst();
  }

  /**
   * The promise by the current sizing: the capacity that the fixes release beyond the capacity that
   * is free without them.
   */
  private PromisedBenefit promised(List<Fix> fixes, WeeklyReview review) {
    if (fixes.isEmpty()) {
      return PromisedBenefit.NOTHING;
    }
    double least = fixes.stream().mapToDouble(Fix::percent).min().orElseThrow();
    SizingAdvice with =
        visit
            .desk()
            .sizing(
                review.ranking().cluster(), review.ranking().week(), new WhatIf(fixes, null, null));
    Double usd = saving(with);
    Double before = saving(review.sizing());
    Integer fewer = fewer(with);
    Integer fewerBefore = fewer(review.sizing());
    return new PromisedBenefit(
        least,
        usd == null ? null : Math.max(0, Math.rint(usd - (before == null ? 0 : before))),
        fewer == null ? null : Math.max(0, fewer - (fewerBefore == null ? 0 : fewerBefore)),
        with.prices() == null ? null : with.prices().asOf());
  }

  private static @Nullable Double saving(SizingAdvice advice) {
    return advice.recommended() == null ? null : advice.recommended().monthlySavingUsd();
  }

  private static @Nullable Integer fewer(SizingAdvice advice) {
    return advice.recommended() == null || advice.current() == null
        ? null
        : Integer.valueOf(advice.current().readers() - advice.recommended().readers());
  }

  /** A task stores the smallest percent as its promise; the note lists each fix. */
  private static String note(List<Fix> fixes) {
    boolean alike = fixes.stream().mapToDouble(Fix::percent).distinct().count() <= 1;
    return alike
        ? ""
        : fixes.stream()
            .map(fix -> fix.fingerprint() + ": −" + NumberFormats.percent(fix.percent() / 100))
            .collect(Collectors.joining("\n"));
  }

  private static Fix fix(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new Fix(
          text.substring(0, Math.max(0, colon)), Double.parseDouble(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new SettingException(WrongText.NO_FIX.of(text), WrongText.WRITE_FIX.of());
    }
  }
}
