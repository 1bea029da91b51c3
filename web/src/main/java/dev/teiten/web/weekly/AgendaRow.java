package dev.teiten.web.weekly;

import dev.teiten.load.ReviewWeek;
import dev.teiten.review.AgendaItem;
import dev.teiten.review.BestFixes;
import dev.teiten.review.WeeklyReview;
import dev.teiten.web.view.PageLinks;
import dev.teiten.web.view.PageTexts;
import dev.teiten.web.view.TaskLink;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A point of the meeting, formatted for display.
 *
 * @param tasks the tasks about it
 * @param addHref the form that makes it a task; null if it concerns a task or missing data
 */
public record AgendaRow(
    String kind,
    String css,
    String text,
    String evidence,
    String href,
    List<TaskLink> tasks,
    @Nullable String addHref) {

  static AgendaRow of(AgendaItem item, WeeklyReview review, PageTexts texts) {
    String kind = item.kind().name().toLowerCase(Locale.ROOT);
    String cluster = review.ranking().cluster();
    ReviewWeek week = review.ranking().week();
    String query = item.fingerprint();
    return new AgendaRow(
        texts.get("agenda." + kind),
        "k-" + kind.replace('_', '-'),
        texts.say(item.text()),
        texts.say(item.evidence()),
        href(item, cluster, week),
        item.task() != null || query == null ? List.of() : TaskLink.on(query, review),
        addHref(item, review, texts));
  }

  private static @Nullable String addHref(AgendaItem item, WeeklyReview review, PageTexts texts) {
    String cluster = review.ranking().cluster();
    ReviewWeek week = review.ranking().week();
    return switch (item.kind()) {
      case PROMISE, STALE_TASK, DATA -> null;
      case MONEY -> money(item, review, texts);
      default ->
          item.fingerprint() == null
              ? PageLinks.newTask(cluster, week)
              : PageLinks.newTask(cluster, week, item.fingerprint());
    };
  }

  /** The money of the item, with its fixes, or with a text if it needs none. */
  private static String money(AgendaItem item, WeeklyReview review, PageTexts texts) {
    String cluster = review.ranking().cluster();
    ReviewWeek week = review.ranking().week();
    return item.fingerprint() == null
        ? PageLinks.newTask(cluster, week)
            + "&"
            + PageLinks.with("title", texts.say(item.text())).substring(1)
        : BestFixes.of(review.sizing())
            .map(set -> PageLinks.newTask(cluster, week, set.fixes()))
            .orElse(PageLinks.newTask(cluster, week));
  }

  private static String href(AgendaItem item, String cluster, ReviewWeek week) {
    if (item.task() != null) {
      return PageLinks.task(item.task());
    }
    if (item.fingerprint() != null) {
      return PageLinks.query(item.fingerprint(), cluster, week);
    }
    return item.kind() == AgendaItem.Kind.DATA
        ? PageLinks.week(cluster, week) + "#warnings"
        : PageLinks.sizing(cluster, week);
  }
}
