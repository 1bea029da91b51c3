package dev.teiten.web.sample;

import dev.teiten.change.QueryChange.Kind;
import dev.teiten.normalize.hint.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up query.
 *
 * @param loadAas mean load over the cluster in the newest week
 * @param before the same a week earlier, as a factor
 * @param waits parts of the load by wait event, together 1
 */
record SampleQuery(
    int rank,
    String statement,
    double loadAas,
    double before,
    Kind kind,
    Map<String, Double> waits,
    double callsPerSecond,
    double rowsExamined,
    List<Hint> hints,
    Map<String, String> tags) {

  private static final Map<String, Double> CPU_BOUND =
      Map.of("CPU", 0.82, "io/table/sql/handler", 0.15, "synch/mutex/innodb/trx_sys_mutex", 0.03);
  private static final Map<String, Double> IO_BOUND =
      Map.of("CPU", 0.31, "io/table/sql/handler", 0.55, "io/aurora_redo_log_flush", 0.14);
  private static final Map<String, Double> LOCK_BOUND =
      Map.of(
          "CPU",
          0.12,
          "synch/cond/innodb/row_lock_wait_cond",
          0.7,
          "io/aurora_redo_log_flush",
          0.18);

  String digest() {
    return String.format(Locale.ROOT, "%08X%08X", rank * 2654435761L & 0xffffffffL, rank);
  }

  String fingerprint() {
    return String.format(Locale.ROOT, "t1-%08x%08x", rank * 40503L * 65537L & 0xffffffffL, rank);
  }

  static List<SampleQuery> ofMain() {
    List<SampleQuery> queries = new ArrayList<>();
    Hint function =
        new Hint(
            "FUNCTION_ON_COLUMN",
            "A function on created_at keeps its index from being used.",
            "DATE(l.created_at) = ?",
            "https://dev.mysql.com/doc/refman/8.0/en/mysql-indexes.html");
    queries.add(
        q(
            1,
            "SELECT l.id, l.from_user_id, l.created_at, u.name, u.age FROM likes AS l INNER JOIN"
                + " users AS u ON u.id = l.from_user_id WHERE l.to_user_id = ? AND DATE(l.created_at) ="
                + " ? AND NOT EXISTS (SELECT ? FROM blocks AS b WHERE b.user_id = l.to_user_id AND"
                + " b.blocked_user_id = l.from_user_id) ORDER BY l.created_at DESC LIMIT ?",
            12.41,
            0.66,
            Kind.REGRESSED,
            CPU_BOUND,
            812,
            1240,
            List.of(function),
            Map.of("action", "GET /likes")));
    queries.add(
        q(
            2,
            "SELECT f.user_id, f.score FROM feed_candidates AS f WHERE f.area_id IN (?) AND f.age"
                + " BETWEEN ? AND ? AND f.score > ? ORDER BY f.score DESC LIMIT ?",
            3.12,
            0,
            Kind.NEW,
            IO_BOUND,
            96,
            48000,
            List.of(),
            Map.of("action", "GET /feed")));
    queries.add(
        q(
            3,
            "UPDATE counters SET unread = unread + ? WHERE user_id = ?",
            2.68,
            0.71,
            Kind.VICTIM,
            LOCK_BOUND,
            410,
            1,
            List.of(),
            Map.of("job", "notify")));
    queries.add(
        q(
            4,
            "SELECT * FROM messages WHERE thread_id = ? ORDER BY id DESC LIMIT ? OFFSET ?",
            2.2,
            0.98,
            Kind.STEADY,
            IO_BOUND,
            530,
            640,
            List.of(),
            Map.of("action", "GET /threads/:id")));
    queries.add(
        q(
            5,
            "INSERT INTO footprints (user_id, visited_user_id, created_at) VALUES (?, ?, ?), …",
            1.61,
            0.72,
            Kind.TRAFFIC_UP,
            IO_BOUND,
            1400,
            0,
            List.of(),
            Map.of()));
    queries.add(
        q(
            6,
            "WITH recent AS (SELECT user_id, MAX(seen_at) AS seen FROM sessions WHERE seen_at > ?"
                + " GROUP BY user_id) SELECT p.* FROM profiles AS p JOIN recent AS r ON r.user_id ="
                + " p.user_id WHERE p.status = ? AND (p.region = ? OR p.region IS NULL) ORDER BY r.seen"
                + " DESC LIMIT ?",
            1.35,
            1.9,
            Kind.IMPROVED,
            CPU_BOUND,
            44,
            9100,
            List.of(),
            Map.of()));
    for (int rank = 7; rank <= 34; rank++) {
      queries.add(
          q(
              rank,
              "SELECT c"
                  + rank
                  + ", updated_at FROM table_"
                  + rank
                  + " WHERE owner_id = ? AND"
                  + " kind = ?",
              4.2 / rank,
              0.97 + rank % 5 * 0.015,
              rank % 9 == 0 ? Kind.UNDECIDED : Kind.STEADY,
              rank % 3 == 0 ? IO_BOUND : CPU_BOUND,
              2400.0 / rank,
              3 * rank,
              List.of(),
              Map.of()));
    }
    return queries;
  }

  private static SampleQuery q(
      int rank,
      String statement,
      double loadAas,
      double before,
      Kind kind,
      Map<String, Double> waits,
      double calls,
      double rows,
      List<Hint> hints,
      Map<String, String> tags) {
    return new SampleQuery(rank, statement, loadAas, before, kind, waits, calls, rows, hints, tags);
  }

  boolean isCut() {
    return statement.endsWith("…");
  }
}
