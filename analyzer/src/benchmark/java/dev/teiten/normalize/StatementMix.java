package dev.teiten.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Statements as Performance Insights shows them, the same for each run: short reads by key, joins
 * and reports, long lists, inserts of many rows, writes, long selects of mappers, JSON, comments of
 * frameworks, digest texts, utility statements. Mean 480 bytes, median 190, 90th percentile 620.
 */
final class StatementMix {
  private static final long SEED = 20_261_122;

  // Seeds next to each other begin alike.
  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final List<String> NOUNS =
      List.of(
          ("account address audit_log booking cart_item category comment customer device "
                  + "friendship inventory invoice_line likes message notification order_item payment "
                  + "photo product session shipment subscription user_profile warehouse")
              .split(" "));
  private static final List<String> COLUMNS =
      List.of(
          ("id user_id created_at updated_at status amount title is_deleted country_code "
                  + "external_reference position payload price kind email")
              .split(" "));

  /** Decides what a query is. */
  private final Random random = new Random(SEED);

  private final LiteralMix literals = new LiteralMix(SEED + 1);

  private final List<Supplier<String>> kinds =
      List.of(
          this::byKey,
          this::byKey,
          this::byKey,
          this::byKey,
          this::byKey,
          this::byKey,
          this::page,
          this::page,
          this::page,
          this::page,
          this::join,
          this::join,
          this::join,
          this::report,
          this::report,
          this::list,
          this::rows,
          this::insert,
          this::insert,
          this::insert,
          this::update,
          this::update,
          this::update,
          this::delete,
          this::tagged,
          this::orm,
          this::orm,
          this::json,
          this::digest,
          this::utility);

  /** Statements of as many queries; a few are alike by chance. */
  static List<String> statements(int count) {
    StatementMix mix = new StatementMix();
    List<String> statements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      statements.add(mix.next());
    }
    return statements;
  }

  /** Statements of a server's few queries, each as often as the others and with its literals. */
  static List<String> workload(int count, int queries) {
    StatementMix mix = new StatementMix();
    Random order = new Random(SEED);
    List<String> statements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      mix.random.setSeed(SPREAD * order.nextInt(queries));
      statements.add(mix.next());
    }
    return statements;
  }

  private String next() {
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  /** As many statements, no two with the same fingerprint. */
  static List<String> distinct(int count) {
    List<String> distinct = new ArrayList<>(count);
    for (String statement : statements(2 * count)) {
      String other = statement.replaceFirst("\\bid\\b", "id" + distinct.size());
      if (distinct.size() < count && !other.equals(statement)) {
        distinct.add(other);
      }
    }
    return distinct;
  }

  private String noun() {
    return NOUNS.get(random.nextInt(NOUNS.size()));
  }

  private String column() {
    return COLUMNS.get(random.nextInt(COLUMNS.size()));
  }

  private String literal() {
    return literals.literal(kind());
  }

  private int kind() {
    return random.nextInt(LiteralMix.KINDS);
  }

  private String many(int least, int most, String between, Supplier<String> part) {
    return several(least + random.nextInt(most - least + 1), between, part);
  }

  private static String several(int count, String between, Supplier<String> part) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < count; i++) {
      parts.append(i == 0 ? "" : between).append(part.get());
    }
    return parts.toString();
  }

  private String condition() {
    return switch (random.nextInt(5)) {
      case 0 -> column() + " IS NOT NULL";
      case 1 -> column() + " >= " + literal();
      case 2 -> "`" + column() + "` BETWEEN " + literal() + " AND " + literal();
      default -> column() + " = " + literal();
    };
  }

  private String byKey() {
    return "SELECT %s FROM `%s` WHERE id = %s LIMIT 1"
        .formatted(many(1, 9, ", ", () -> "`" + column() + "`"), noun(), literal());
  }

  private String page() {
    return "select id, %s from %s where %s order by %s desc limit %d offset %d"
        .formatted(
            many(2, 6, ", ", this::column),
            noun(),
            many(1, 4, " and ", this::condition),
            column(),
            20,
            literals.below(50) * 20);
  }

  private String join() {
    String first = noun();
    String second = noun();
    return ("SELECT a.id, %s, count(*) AS total%n  FROM %s a%n  JOIN %s b ON b.%s_id = a.id%n"
            + "  LEFT JOIN %s c ON c.id = b.%s%n WHERE %s%n   AND (%s OR %s)%n"
            + " GROUP BY a.id%n HAVING total > %s%n ORDER BY total DESC")
        .formatted(
            many(2, 8, ", ", () -> "b." + column()),
            first,
            second,
            first,
            noun(),
            column(),
            many(1, 4, "\n   AND ", () -> "a." + condition()),
            condition(),
            condition(),
            literal());
  }

  private String report() {
    return ("WITH recent AS (SELECT id, %s FROM %s WHERE created_at > NOW() - INTERVAL %d DAY)"
            + " SELECT r.%s, SUM(CASE WHEN r.%s = %s THEN r.amount ELSE 0 END) / COUNT(DISTINCT"
            + " r.id) AS share FROM recent r WHERE EXISTS (SELECT 1 FROM %s x WHERE x.id = r.id AND"
            + " %s) GROUP BY r.%s UNION ALL SELECT %s FROM %s WHERE %s LIKE %s")
        .formatted(
            many(3, 9, ", ", this::column),
            noun(),
            literals.below(90),
            column(),
            column(),
            literal(),
            noun(),
            condition(),
            column(),
            many(2, 2, ", ", this::column),
            noun(),
            column(),
            literal());
  }

  private String list() {
    return "SELECT %s FROM %s WHERE id IN (%s) AND %s"
        .formatted(many(2, 6, ", ", this::column), noun(), literals.list(kind()), condition());
  }

  private String rows() {
    int columns = 4;
    String names = many(columns, columns, ", ", () -> "`" + column() + "`");
    int[] kinds = random.ints(columns, 0, LiteralMix.KINDS).toArray();
    return "INSERT INTO `%s` (id, %s) VALUES %s ON DUPLICATE KEY UPDATE %s = VALUES(%<s)"
        .formatted(noun(), names, literals.rows(kinds), column());
  }

  private String insert() {
    return "INSERT INTO %s (id, %s, created_at) VALUES (%s, NOW())"
        .formatted(noun(), many(5, 5, ", ", this::column), many(6, 6, ", ", this::literal));
  }

  private String update() {
    return "UPDATE %s SET %s, updated_at = NOW() WHERE id = %s AND %s"
        .formatted(
            noun(), many(1, 4, ", ", () -> column() + " = " + literal()), literal(), condition());
  }

  private String delete() {
    return "DELETE FROM %s WHERE id = %s AND %s".formatted(noun(), literal(), condition());
  }

  private String tagged() {
    return ("/*controller='%s',action='show',traceparent='00-%032x-%016x-01'*/ SELECT %s FROM %s"
            + " WHERE id = %s -- by key")
        .formatted(
            noun(),
            literals.identifier(),
            literals.identifier(),
            many(2, 8, ", ", this::column),
            noun(),
            literal());
  }

  /** As Hibernate writes it: every column of every table, by alias. */
  private String orm() {
    String first = noun();
    return "select %s from %s r1_0 left join %s j1_0 on j1_0.id=r1_0.%s_id where r1_0.id=%s and %s"
        .formatted(
            many(12, 60, ",", () -> (random.nextBoolean() ? "r1_0." : "j1_0.") + column()),
            first,
            noun(),
            first,
            literal(),
            condition());
  }

  private String json() {
    String path = "$." + column();
    return switch (random.nextInt(3)) {
      case 0 ->
          "SELECT id, payload->>'%s' FROM %s WHERE JSON_EXTRACT(payload, '%s') = %s AND %s"
              .formatted(path, noun(), path, literal(), condition());
      case 1 ->
          "UPDATE %s SET payload = JSON_SET(payload, '%s', %s, '%s', NOW()) WHERE id = %s"
              .formatted(noun(), path, literal(), path, literal());
      default ->
          "INSERT INTO %s (id, payload) VALUES (%s, '{%s}')"
              .formatted(noun(), literal(), several(3 + literals.below(23), ",", this::member));
    };
  }

  private String member() {
    return "\"%s\": \"%s\"".formatted(column(), literals.word());
  }

  private String digest() {
    return "SELECT %s FROM `%s` WHERE `id` IN (...) AND `%s` = ? ORDER BY `%s` DESC LIMIT ?, ..."
        .formatted(many(1, 9, " , ", () -> "`" + column() + "`"), noun(), column(), column());
  }

  private String utility() {
    return switch (random.nextInt(6)) {
      case 0 -> "COMMIT";
      case 1 -> "SET autocommit=0";
      case 2 -> "SELECT @@session.transaction_isolation";
      case 3 -> "SHOW FULL COLUMNS FROM `%s` LIKE '%s'".formatted(noun(), column());
      case 4 -> "ALTER TABLE %s ADD INDEX by_%s (%<s, id)".formatted(noun(), column());
      default -> "CALL recount_%s(%s)".formatted(noun(), literal());
    };
  }
}
