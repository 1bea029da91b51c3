package dev.teiten.review.store;

import dev.teiten.load.SettingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a task that users write.
 *
 * @param cluster the cluster's name in the archive
 * @param fingerprints the queries of the task, by id only: their texts come from the archive; empty
 *     for a task about the cluster
 * @param owner the person in charge; null if there is none
 * @param due the due day; null if there is none
 * @param fixedAt the instant at which the fix went live, to the millisecond; null before
 * @param hoursSpent working hours so far; null if not stated
 * @param note any number of lines; empty if there is none
 */
public record TaskCard(
    String cluster,
    List<String> fingerprints,
    String title,
    @Nullable String owner,
    TaskState state,
    @Nullable LocalDate due,
    PromisedBenefit promised,
    @Nullable Instant fixedAt,
    @Nullable Double hoursSpent,
    String note) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NOTE = 4000;
  private static final int MOST_QUERIES = 20;
  private static final double MOST_HOURS = 10_000;
  private static final Pattern FINGERPRINT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  /**
   * @throws SettingException if something is missing or too long, or a number outside its range
   */
  public TaskCard {
    cluster = PlainText.line(StoreText.CLUSTER.of(), cluster, LONGEST_NAME);
    title = PlainText.line(StoreText.TITLE.of(), title, LONGEST_TITLE);
    owner = PlainText.lineOrNull(StoreText.OWNER.of(), owner, LONGEST_NAME);
    note = PlainText.lines(StoreText.NOTE.of(), note, LONGEST_NOTE);
    fingerprints = fingerprints.stream().distinct().toList();
    checkQueries(fingerprints);
    fixedAt = fixedAt == null ? null : fixedAt.truncatedTo(ChronoUnit.MILLIS);
    if (hoursSpent != null && !(hoursSpent >= 0 && hoursSpent <= MOST_HOURS)) {
      throw new SettingException(
          StoreText.NO_HOURS.of(hoursSpent), StoreText.WRITE_UP_TO.of((int) MOST_HOURS));
    }
  }

  /** This card about the same queries under other names. */
  public TaskCard renamed(UnaryOperator<String> names) {
    return new TaskCard(
        cluster,
        fingerprints.stream().map(names).toList(),
        title,
        owner,
        state,
        due,
        promised,
        fixedAt,
        hoursSpent,
        note);
  }

  /** An open task with only a title. */
  public static TaskCard titled(String cluster, List<String> fingerprints, String title) {
    return new TaskCard(
        cluster,
        fingerprints,
        title,
        null,
        TaskState.OPEN,
        null,
        PromisedBenefit.NOTHING,
        null,
        null,
        "");
  }

  private static void checkQueries(List<String> fingerprints) {
    if (fingerprints.size() > MOST_QUERIES) {
      throw new SettingException(
          StoreText.MANY_QUERIES.of(fingerprints.size()),
          StoreText.QUERIES_AT_MOST.of(MOST_QUERIES));
    }
    for (String fingerprint : fingerprints) {
      if (!FINGERPRINT.matcher(fingerprint).matches()) {
        throw new SettingException(StoreText.NO_FINGERPRINT.of(), StoreText.WRITE_IDS.of());
      }
    }
  }

  public boolean isAbout(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }
}
