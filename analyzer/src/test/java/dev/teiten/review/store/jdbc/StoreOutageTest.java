package dev.teiten.review.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.mysql.PortForwarder;
import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.UnansweredStoreException;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A real MySQL server that is down at the start, comes, goes and comes back. */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL")
@Tag("slow")
class StoreOutageTest {
  private static final AuthorStamp ANN =
      new AuthorStamp("Ann", Instant.parse("2026-11-18T09:00:00Z"));
  private static final Duration LATER = Duration.ofSeconds(11);

  private final MysqlServer server;

  StoreOutageTest(MysqlServer server) {
    this.server = server;
  }

  /** A clock that a test moves on. */
  private static final class MovedClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-18T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void storeRecoversByItselfAndNobodyWaitsForIt() throws Exception {
    MovedClock clock = new MovedClock();
    String database = "outage_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = server.connect()) {
      connection.createStatement().execute("create database " + database);
    }
    URI direct = URI.create(server.jdbcUrl().substring("jdbc:".length()));
    try (PortForwarder port = new PortForwarder(direct.getPort())) {
      String url =
          server
              .jdbcUrl()
              .replace(":" + direct.getPort(), ":" + port.port())
              .replace("/?", "/" + database + "?");
      port.down();
      try (TaskBook book =
          TaskBook.at(new StoreAddress(url, null, null), JdbcReviewStore::open, clock)) {
        assertThat(book.tasksIfAny()).isEmpty();
        assertThat(book.outage()).isInstanceOf(UnansweredStoreException.class);

        port.up();
        clock.pass(LATER);
        Task task =
            book.write(store -> store.create(TaskCard.titled("main", List.of(), "first"), ANN));
        assertThat(book.outage()).isNull();

        port.down();
        assertThatThrownBy(book::tasks).isInstanceOf(UnansweredStoreException.class);
        assertThat(book.outage()).isInstanceOf(UnansweredStoreException.class);

        port.up();
        assertThatThrownBy(book::tasks).isInstanceOf(UnansweredStoreException.class);
        clock.pass(LATER);
        await(() -> book.outage() == null);
        assertThat(book.tasks()).containsExactly(task);
      }
    }
  }

  private static void await(BooleanSupplier state) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!state.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
