package dev.teiten.source.slowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Engine;
import dev.teiten.load.WaitEvent;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.DigestText;
import dev.teiten.source.sample.LoggedStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The forms of entries that MySQL, MariaDB and Percona Server write, as their servers wrote them.
 */
class SlowLogTest {
  private static final String MYSQL_9 =
      """
      /usr/sbin/mysqld, Version: 9.7.4-2 ((Debian)). started with:
      Tcp port: 3306  Unix socket: /run/mysqld/mysqld.sock
      Time                 Id Command    Argument
      # Time: 2026-11-28T05:05:38.346604Z
      # User@Host: app[app] @ web-1 [10.0.0.7]  Id:    13
      # Query_time: 3.000569  Lock_time: 0.500000 Rows_sent: 1  Rows_examined: 40
      use shop;
      SET timestamp=1795842335;
      select sleep(3) from t
      where id=1;
      # Time: 2026-11-28T14:05:39.000001+09:00
      # User@Host: app[app] @  [10.0.0.8]  Id:    14
      # Query_time: 0.000002  Lock_time: 0.000000 Rows_sent: 0  Rows_examined: 0 Thread_id: 13 \
      Errno: 0 Killed: 0 Sort_rows: 7 Created_tmp_disk_tables: 1 Created_tmp_tables: 2 \
      Start: 2026-11-28T05:05:38.999999Z End: 2026-11-28T05:05:39.000001Z
      SET timestamp=1795842338;
      # administrator command: Quit;
      """;

  private static final String MYSQL_5 =
      """
      # Time: 071015 21:43:52
      # User@Host: root[root] @ localhost []
      # Query_time: 2  Lock_time: 0  Rows_sent: 1  Rows_examined: 0
      use test;
      SET timestamp=1192484632;
      select sleep(2) from n;
      # User@Host: root[root] @ localhost []
      # Query_time: 1  Lock_time: 0  Rows_sent: 1  Rows_examined: 0
      SET timestamp=1192484632;
      select sleep(1) from n;
      # Time: 071015  9:45:10 # User@Host: [ann] @ localhost []
      # Query_time: 4  Lock_time: 0  Rows_sent: 1  Rows_examined: 0
      SET insert_id=7,timestamp=1192441510;
      select sleep(4) from n;
      # Time: 071015  9:45:11
      # Query_time: 1  Lock_time: 0  Rows_sent: 1  Rows_examined: 0
      select sleep(1) from m;
      """;

  private static final String PERCONA =
      """
      # User@Host: app[app] @ web [10.0.0.1]
      # Thread_id: 9  Schema: shop  Last_errno: 0  Killed: 0
      # Query_time: 1.000000  Lock_time: 0.100000  Rows_sent: 1  Rows_examined: 100  Rows_affected: 5
      # Bytes_sent: 100  Tmp_tables: 3  Tmp_disk_tables: 2  Tmp_table_sizes: 4096
      # QC_Hit: No  Full_scan: Yes  Full_join: No  Tmp_table: Yes  Tmp_table_on_disk: Yes
      #   InnoDB_IO_r_ops: 1  InnoDB_IO_r_bytes: 16384  InnoDB_IO_r_wait: 0.250000
      #   InnoDB_rec_lock_wait: 0.900000  InnoDB_queue_wait: 0.000000
      # Log_slow_rate_type: query  Log_slow_rate_limit: 10
      SET timestamp=1262304000;
      UPDATE stock SET n = n - 1 WHERE id = 5;
      # User@Host: app[app] @ web [10.0.0.1]
      # Thread_id: 9  Schema:   Last_errno: 0  Killed: 0
      # Query_time: 99999.000000  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0
      SET timestamp=1262304001;
      # administrator command: Binlog Dump;
      """;

  private static final String MARIADB =
      """
      # Time: 261128  5:05:31
      # User@Host: root[root] @ localhost [127.0.0.1]
      # Thread_id: 7  Schema: shop  QC_hit: No
      # Query_time: 3.036025  Lock_time: 0.000078  Rows_sent: 1  Rows_examined: 1
      # Rows_affected: 0  Bytes_sent: 65
      #
      # explain: id\tselect_type\ttable\ttype\tpossible_keys\tkey
      # explain: 1\tSIMPLE\tt\tconst\tPRIMARY\tPRIMARY
      #
      SET timestamp=1795842331;
      select sleep(3) from t where id=1;
      """;

  @TempDir Path folder;
  private List<DigestText> texts = List.of();
  private @Nullable Engine engine;
  private long unreadable;

  private List<LoggedStatement> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("slow.log"), bytes);
    List<LoggedStatement> statements = new ArrayList<>();
    try (SlowLog log = SlowLog.open(file, new LiteralFindings())) {
      for (LoggedStatement s = log.next(); s != null; s = log.next()) {
        statements.add(s);
      }
      texts = log.takeTexts();
      engine = log.engine();
      unreadable = log.unreadable();
    }
    return statements;
  }

  private List<LoggedStatement> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> ends(List<LoggedStatement> statements) {
    return statements.stream().map(s -> s.end().toString()).toList();
  }

  @Test
  void mysqlOfTodayStatesTheEndAndTheDatabase() throws IOException {
    List<LoggedStatement> statements = read(MYSQL_9);

    assertThat(ends(statements))
        .containsExactly("2026-11-28T05:05:38.346604Z", "2026-11-28T05:05:39.000001Z");
    LoggedStatement first = statements.get(0);
    assertThat(first.seconds()).isEqualTo(3.000569);
    assertThat(first.start()).isEqualTo(Instant.parse("2026-11-28T05:05:35.346035Z"));
    assertThat(List.of(String.valueOf(first.user()), String.valueOf(first.host())))
        .containsExactly("app", "web-1");
    assertThat(first.waits()).containsExactly(Map.entry(new WaitEvent("Lock:Lock_time"), 0.5));
    LoggedStatement second = statements.get(1);
    assertThat(second.host()).isEqualTo("10.0.0.8");
    assertThat(second.database()).isEqualTo("shop");
    assertThat(second.counts())
        .containsEntry(DigestStatistic.SORT_ROWS_PER_SECOND, 7.0)
        .containsEntry(DigestStatistic.TMP_TABLES_PER_SECOND, 2.0)
        .containsEntry(DigestStatistic.TMP_DISK_TABLES_PER_SECOND, 1.0);
    assertThat(texts)
        .extracting(text -> text.statement().text())
        .containsExactly("select sleep(?) from t\nwhere id=?", "administrator command: Quit");
  }

  @Test
  void olderTimesAreCountedByTheirTimestampsAndLentToEntriesWithout() throws IOException {
    List<LoggedStatement> statements = read(MYSQL_5);

    assertThat(ends(statements))
        .containsExactly(
            "2007-10-15T21:43:52Z",
            "2007-10-15T21:43:52Z",
            "2007-10-15T09:45:10Z",
            "2007-10-15T09:45:11Z");
    assertThat(statements)
        .extracting(LoggedStatement::user)
        .containsExactly("root", "root", "ann", null);
    assertThat(statements).extracting(LoggedStatement::database).containsOnly("test");
  }

  @Test
  void aZoneIsLearnedFromTheTimestampBesideAnOlderTime() throws IOException {
    List<LoggedStatement> statements =
        read(
            """
            # Time: 071015 21:43:52
            # Query_time: 2  Lock_time: 0  Rows_sent: 1  Rows_examined: 0
            SET timestamp=1192452232;
            select 1 from n;
            # Time: 071015 21:44:52
            # Query_time: 2  Lock_time: 0  Rows_sent: 1  Rows_examined: 0
            select 2 from n;
            """);
    assertThat(ends(statements)).containsExactly("2007-10-15T12:43:52Z", "2007-10-15T12:44:52Z");
  }

  @Test
  void perconasStatementsStandForThoseThatItsRateLeavesOut() throws IOException {
    List<LoggedStatement> statements = read(PERCONA);

    assertThat(statements).hasSize(1);
    LoggedStatement update = statements.get(0);
    assertThat(update.calls()).isEqualTo(10);
    assertThat(update.database()).isEqualTo("shop");
    assertThat(update.counts())
        .containsEntry(DigestStatistic.TMP_TABLES_PER_SECOND, 3.0)
        .containsEntry(DigestStatistic.SCANS_PER_SECOND, 1.0)
        .containsEntry(DigestStatistic.FULL_JOINS_PER_SECOND, 0.0)
        .containsEntry(DigestStatistic.ROWS_AFFECTED_PER_SECOND, 5.0);
    // The waits together are no longer than the statement.
    Map<String, Double> waits =
        update.waits().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    assertThat(waits.get("io/InnoDB_IO_r_wait")).isCloseTo(0.25, within(1e-9));
    assertThat(waits.get("Lock:InnoDB_rec_lock_wait")).isCloseTo(0.65, within(1e-9));
  }

  @Test
  void mariaDbsTimestampIsTheStart() throws IOException {
    List<LoggedStatement> statements = read(MARIADB);

    assertThat(engine).isEqualTo(Engine.MARIADB);
    assertThat(ends(statements)).containsExactly("2026-11-28T05:05:34.036025Z");
    assertThat(statements.get(0).start()).isEqualTo(Instant.parse("2026-11-28T05:05:31Z"));
  }

  @Test
  void aLineOfAStatementMayLookLikeAHeader() throws IOException {
    List<LoggedStatement> statements =
        read(
            """
            # Time: 2026-11-28T05:05:38.000000Z
            # Query_time: 1.0  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 40
            SET timestamp=1795842335;
            select a -- one; two
            # Query_time: a comment
            # and another
            from t where b = 'x;
            y';
            # Time: 2026-11-28T05:05:39.000000Z
            # Query_time: 1.0  Lock_time: 0.0 Rows_sent: 1  Rows_examined: 40
            use shop;
            """);
    assertThat(statements).hasSize(2);
    assertThat(texts.get(0).statement().text()).contains("from t where b = ?");
    assertThat(texts.get(1).statement().text()).isEqualTo("use shop");
  }

  @Test
  void anEntryThatIsStillBeingWrittenIsLeft() throws IOException {
    String cut = MYSQL_9.substring(0, MYSQL_9.indexOf("where id=1"));
    assertThat(read(cut)).isEmpty();
    assertThat(read("")).isEmpty();
    assertThat(read("no log\nat all\n")).isEmpty();
  }

  @Test
  void anEntryWithoutADurationIsCounted() throws IOException {
    assertThat(read("# Time: 2026-11-28T05:05:38.000000Z\n# User@Host: a[a] @ b []\nselect 1;\n"))
        .isEmpty();
    assertThat(unreadable).isEqualTo(1);
  }

  @Test
  void aCompressedLogAndOneOfWindowsAreTheSame() throws IOException {
    List<LoggedStatement> plain = read(MYSQL_9);
    Path gzip = folder.resolve("slow.log.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(MYSQL_9.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(Files.readAllBytes(gzip))).isEqualTo(plain);
    assertThat(ends(read(MYSQL_9.replace("\n", "\r\n")))).isEqualTo(ends(plain));
  }

  @Test
  void ofAStatementOfManyMegabytesTheBeginningIsRead() throws IOException {
    StringBuilder rows = new StringBuilder("insert into t values (1,'secret')");
    while (rows.length() < 5_000_000) {
      rows.append(",(2,'").append(rows.length()).append("')");
    }
    String entry = MYSQL_9.replace("select sleep(3) from t\nwhere id=1", rows);
    List<LoggedStatement> statements = read(entry);

    assertThat(statements).hasSize(2);
    assertThat(texts.get(0).statement().complete()).isFalse();
    assertThat(texts.get(0).statement().text())
        .startsWith("insert into t")
        .doesNotContain("secret");
  }
}
