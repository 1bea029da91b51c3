package dev.teiten.web.sample;

import dev.teiten.load.WaitEvent;
import dev.teiten.web.sample.SampleQuery.QueryStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The queries of the sample fleet: one for every kind of change, and many unchanged ones. */
final class SampleQueries {
  /** The query that waits for row locks on Wednesday evening. */
  static final int LOCKED = 3;

  /**
   * Digests with a higher number are not among the top 25 of a day: the source lists them by the
   * hour only.
   */
  static final int BY_MINUTE = 25;

  private static final int COUNT = 34;
  private static final Set<Integer> UNCOUNTED = Set.of(8, 9, 18, 27);

  private static final WaitEvent HANDLER = new WaitEvent("io/table/sql/handler");
  private static final WaitEvent REDO = new WaitEvent("io/aurora_redo_log_flush");
  private static final WaitEvent MUTEX = new WaitEvent("synch/mutex/innodb/trx_sys_mutex");
  private static final Map<WaitEvent, Double> CPU_BOUND =
      Map.of(WaitEvent.CPU, 0.82, HANDLER, 0.15, MUTEX, 0.03);
  private static final Map<WaitEvent, Double> IO_BOUND =
      Map.of(WaitEvent.CPU, 0.31, HANDLER, 0.55, REDO, 0.14);
  private static final Map<WaitEvent, Double> LOCK_BOUND =
      Map.of(WaitEvent.CPU, 0.12, SampleQuery.ROW_LOCK, 0.7, REDO, 0.18);

  private static final Instant MONDAY = SampleFacts.WEEK.range().from();

  private SampleQueries() {}

  /**
   * One query for every kind of change in the newest week: new, regressed, victim, improved, gone …
   */
  static List<SampleQuery> changing() {
    List<SampleQuery> queries = new ArrayList<>(reads());
    queries.addAll(writes());
    for (int number = 7; number <= COUNT; number++) {
      queries.add(light(number));
    }
    queries.add(
        query(
            COUNT + 1,
            "SELECT COUNT(*) FROM legacy_rank WHERE week = ?",
            0.81,
            CPU_BOUND,
            3,
            9000,
            new QueryStep(MONDAY, 1, 0, 1, 1)));
    return queries;
  }

  /** The statements of {@link #changing} without any change. */
  static List<SampleQuery> steady() {
    return changing().stream()
        .filter(query -> query.number() <= COUNT)
        .map(SampleQuery::steady)
        .toList();
  }

  private static List<SampleQuery> reads() {
    return List.of(
        query(
            1,
            "SELECT l.id, l.from_user_id, l.created_at, u.name, u.age FROM likes AS l INNER JOIN"
                + " users AS u ON u.id = l.from_user_id WHERE l.to_user_id = ? AND"
                + " DATE(l.created_at) = ? AND NOT EXISTS (SELECT ? FROM blocks AS b WHERE"
                + " b.user_id = l.to_user_id AND b.blocked_user_id = l.from_user_id) ORDER BY"
                + " l.created_at DESC LIMIT ? /*action='GET %2Flikes'*/",
            12.41,
            CPU_BOUND,
            812,
            1240,
            new QueryStep(SampleFacts.DEPLOYED, 1, 1, 0.66, 1)),
        query(
            2,
            "SELECT f.user_id, f.score FROM feed_candidates AS f WHERE f.area_id IN (?) AND f.age"
                + " BETWEEN ? AND ? AND f.score > ? ORDER BY f.score DESC LIMIT ?",
            3.12,
            IO_BOUND,
            96,
            48000,
            new QueryStep(MONDAY, 0, 1, 1, 1)),
        query(
            4,
            "SELECT * FROM messages WHERE thread_id = ? ORDER BY id DESC LIMIT ? OFFSET ?",
            2.2,
            IO_BOUND,
            530,
            640,
            QueryStep.NONE),
        query(
            6,
            "WITH recent AS (SELECT user_id, MAX(seen_at) AS seen FROM sessions WHERE seen_at > ?"
                + " GROUP BY user_id) SELECT p.* FROM profiles AS p JOIN recent AS r ON r.user_id ="
                + " p.user_id WHERE p.status = ? AND (p.region = ? OR p.region IS NULL) ORDER BY"
                + " r.seen DESC LIMIT ?",
            1.35,
            CPU_BOUND,
            44,
            9100,
            new QueryStep(SampleFacts.DEPLOYED, 1, 1, 1 / (1 - SampleFacts.REMOVED_WORK), 1)));
  }

  private static List<SampleQuery> writes() {
    return List.of(
        query(
            LOCKED,
            "UPDATE counters SET unread = unread + ? WHERE user_id = ?",
            2.68,
            LOCK_BOUND,
            410,
            1,
            new QueryStep(MONDAY, 1, 1, 1, 0.5)),
        query(
            5,
            "INSERT INTO footprints (user_id, visited_user_id, created_at) VALUES (?, ?, ?), …",
            1.61,
            IO_BOUND,
            1400,
            0,
            new QueryStep(MONDAY, 0.72, 1, 1, 1)));
  }

  private static SampleQuery light(int number) {
    // Queries seven and eight are one query, written in two ways.
    String statement =
        number == 8
            ? "SELECT c7, updated_at FROM table_7 AS t WHERE owner_id = ? AND kind = ?"
            : "SELECT c%1$d, updated_at FROM table_%1$d WHERE owner_id = ? AND kind = ?"
                .formatted(number);
    Map<WaitEvent, Double> waits = number % 3 == 0 ? IO_BOUND : CPU_BOUND;
    return query(
        number, statement, 4.2 / number, waits, 2400.0 / number, 3.0 * number, QueryStep.NONE);
  }

  private static SampleQuery query(
      int number,
      String statement,
      double loadAas,
      Map<WaitEvent, Double> waits,
      double callsPerSecond,
      double rowsExamined,
      QueryStep step) {
    return new SampleQuery(
        number,
        statement,
        loadAas,
        waits,
        callsPerSecond,
        rowsExamined,
        !UNCOUNTED.contains(number),
        step);
  }
}
