package dev.teiten.review.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.load.TeitenException;
import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.review.store.ReviewStore;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Runs the contract on each database, and checks the messages of an unusable one. */
class ReviewStoreTest {

  private static void assertSays(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.getMessage() + " " + e.hint()).contains(words))
        .hasNoCause();
  }

  @Nested
  class Sqlite extends ReviewStoreContract {
    private final Path folder;

    Sqlite(@TempDir Path folder) {
      this.folder = folder;
    }

    @Override
    StoreAddress fresh() {
      return StoreAddress.in(folder);
    }

    @Test
    void aFolderThatIsMissingIsNotMade() {
      Path missing = folder.resolve("not-there");
      assertSays(() -> JdbcReviewStore.open(StoreAddress.in(missing)), "not-there", "folder");
      assertThat(missing).doesNotExist();
    }

    @Test
    void aBackupWhileTheStoreIsInUseHoldsEveryTask(@TempDir Path backup) throws Exception {
      ReviewStore store = open();
      store.create(full(), ANN);
      Path copy = backup.resolve("reviews.sqlite");
      try (Connection other = DriverManager.getConnection(StoreAddress.in(folder).url())) {
        other.createStatement().execute("VACUUM INTO '" + copy + "'");
      }
      try (ReviewStore restored = JdbcReviewStore.open(StoreAddress.in(backup))) {
        assertThat(restored.tasks()).isEqualTo(store.tasks()).hasSize(1);
      }
    }

    @Test
    void anotherKindOfFileIsLeftAlone() throws Exception {
      Path file = folder.resolve("reviews.sqlite");
      Files.writeString(file, "not a database, but long enough to be taken for one ".repeat(20));
      String before = Files.readString(file);
      assertSays(() -> JdbcReviewStore.open(StoreAddress.in(folder)), "is not an SQLite database");
      assertThat(file).hasContent(before);
    }

    @Test
    void whatCannotBeWrittenSaysSo() throws Exception {
      open().close();
      String readOnly = StoreAddress.in(folder).url() + "?open_mode=1";
      ReviewStore store = JdbcReviewStore.open(StoreAddress.of(readOnly, Map.of()));
      assertThat(store.tasks()).isEmpty();
      assertSays(() -> store.create(full(), ANN), "cannot be written");
      store.close();
    }

    @Test
    void whatCannotBeWrittenAndHasNoTablesSaysSo() throws Exception {
      String file = StoreAddress.in(folder).url();
      try (Connection other = DriverManager.getConnection(file)) {
        other.createStatement().execute("create table other (x integer)");
      }
      assertSays(
          () -> JdbcReviewStore.open(StoreAddress.of(file + "?open_mode=1", Map.of())),
          "cannot be written");
    }
  }

  @Nested
  @ExtendWith(MysqlExtension.class)
  @ResourceLock("MySQL") // All tests share one server.
  @Tag("slow")
  class Mysql extends ReviewStoreContract {
    private final MysqlServer server;

    Mysql(MysqlServer server) {
      this.server = server;
    }

    @Override
    StoreAddress fresh() throws SQLException {
      String name = "store_" + UUID.randomUUID().toString().replace("-", "");
      execute("create database " + name);
      return new StoreAddress(url(name), null, null);
    }

    private String url(String database) {
      return server.jdbcUrl().replace("/?", "/" + database + "?");
    }

    private void execute(String sql) throws SQLException {
      try (Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
        connection.createStatement().execute(sql);
      }
    }

    @Test
    void itsTablesLieBesideOthers() throws Exception {
      StoreAddress address = fresh();
      try (Connection connection = DriverManager.getConnection(address.url())) {
        connection.createStatement().execute("create table other (x integer)");
      }
      try (ReviewStore store = JdbcReviewStore.open(address)) {
        assertThat(store.create(full(), ANN).id()).isEqualTo(1);
      }
    }

    @Test
    void aDatabaseThatIsMissingIsNamed() {
      assertSays(
          () -> JdbcReviewStore.open(new StoreAddress(url("nowhere"), null, null)),
          "nowhere",
          "does not exist",
          "CREATE DATABASE");
    }

    @Test
    void aLoginThatIsRefusedIsNotRepeated() {
      String url =
          server.jdbcUrl().replaceFirst("\\?.*", "x?sslMode=DISABLED&allowPublicKeyRetrieval=true");
      StoreAddress address =
          StoreAddress.of(
              url, Map.of("TEITEN_STORE_USER", "nobody-9", "TEITEN_STORE_PASSWORD", "secret-9"));
      assertThatThrownBy(() -> JdbcReviewStore.open(address))
          .isInstanceOfSatisfying(
              TeitenException.class,
              e ->
                  assertThat(e.getMessage() + e.hint())
                      .contains("refused the login")
                      .doesNotContain("nobody-9", "secret-9"))
          .hasNoCause();
    }

    @Test
    void whoMayOnlyReadIsToldWhatIsNeeded() throws Exception {
      StoreAddress address = fresh();
      JdbcReviewStore.open(address).close();
      String user = "r" + UUID.randomUUID().toString().substring(0, 8);
      execute("create user '" + user + "'@'%' identified by 'Reader-1'");
      String base = address.shown().replaceFirst(".*/", "");
      execute("grant select on " + base + ".* to '" + user + "'@'%'");
      String url =
          url(base)
              .replaceFirst("user=root(&password=[^&]*)?", "user=" + user + "&password=Reader-1")
              .concat("&allowPublicKeyRetrieval=true");
      try (ReviewStore store = JdbcReviewStore.open(new StoreAddress(url, null, null))) {
        assertThat(store.tasks()).isEmpty();
        assertSays(() -> store.create(full(), ANN), "cannot be written", "INSERT");
      }
    }

    @Test
    void aServerThatIsDownSaysSo() {
      StoreAddress address = new StoreAddress("jdbc:mysql://u1:p1@127.0.0.1:1/reviews", null, null);
      assertSays(
          () -> JdbcReviewStore.open(address), "jdbc:mysql://127.0.0.1:1/reviews does not answer");
    }
  }
}
