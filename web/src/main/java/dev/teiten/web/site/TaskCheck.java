package dev.teiten.web.site;

import dev.teiten.review.store.TaskCard;
import dev.teiten.web.view.WrongText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a task that depend on the archive and on today. A field that a change leaves
 * as it was is not checked, because a cluster may be gone.
 */
public final class TaskCheck {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /** A fix may be planned for today in any zone. */
  private static final Duration SOON = Duration.ofDays(1);

  private static final int MOST_YEARS = 10;

  private final ReviewDesk desk;
  private final Instant now;

  public TaskCheck(ReviewDesk desk, Instant now) {
    this.desk = desk;
    this.now = now;
  }

  /**
   * The card itself.
   *
   * @param before the card before the change; null for a new task
   * @throws WrongFieldException if the archive does not know the cluster, or a date is far away
   */
  public TaskCard checked(TaskCard card, @Nullable TaskCard before) {
    boolean moved = before == null || !before.cluster().equals(card.cluster());
    if (moved && !desk.hasCluster(card.cluster())) {
      throw new WrongFieldException(
          "cluster", WrongText.NO_CLUSTER.of(card.cluster()), WrongText.CLUSTER_NAMES.of());
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    check("due", card.due(), before == null ? null : before.due(), today.plusYears(MOST_YEARS));
    check(
        "pricesAsOf",
        card.promised().pricesAsOf(),
        before == null ? null : before.promised().pricesAsOf(),
        today.plusDays(1));
    checkFix(card.fixedAt(), before == null ? null : before.fixedAt());
    return card;
  }

  private static void check(
      String field, @Nullable LocalDate day, @Nullable LocalDate old, LocalDate latest) {
    if (day == null || day.equals(old)) {
      return;
    }
    if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
      throw new WrongFieldException(
          field, WrongText.FAR_DATE.of(field, day), WrongText.DATES.of(EARLIEST, latest));
    }
  }

  private void checkFix(@Nullable Instant fixed, @Nullable Instant old) {
    Instant earliest = EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant latest = now.plus(SOON);
    if (fixed == null || fixed.equals(old)) {
      return;
    }
    if (fixed.isBefore(earliest) || fixed.isAfter(latest)) {
      throw new WrongFieldException(
          "fixedAt", WrongText.FAR_DATE.of("fixedAt", fixed), WrongText.DATES.of(earliest, latest));
    }
  }
}
