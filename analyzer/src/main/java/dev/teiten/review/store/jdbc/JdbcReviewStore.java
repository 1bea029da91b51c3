package dev.teiten.review.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.teiten.review.store.AuthorStamp;
import dev.teiten.review.store.ChangedMeanwhileException;
import dev.teiten.review.store.NoSuchTaskException;
import dev.teiten.review.store.ReviewStore;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import dev.teiten.review.store.TaskEvent;
import dev.teiten.review.store.TaskField;
import dev.teiten.review.store.TaskRemark;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The store in SQLite (several processes on one machine) or MySQL (a team). */
public final class JdbcReviewStore implements ReviewStore {
  private final StoreAddress address;
  private final HikariDataSource source;
  private final Jdbi jdbi;

  private JdbcReviewStore(StoreAddress address, HikariDataSource source) {
    this.address = address;
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /**
   * Opens a store, and creates or migrates its tables. An SQLite file is created if its folder
   * exists.
   *
   * @throws StoreException if it cannot be used
   */
  public static ReviewStore open(StoreAddress address) {
    try {
      return new JdbcReviewStore(address, StoreDatabase.open(address));
    } catch (SQLException | FlywayException e) {
      throw SqlFailures.of(e, address);
    }
  }

  @Override
  public Task create(TaskCard card, AuthorStamp by) {
    return write(
        table -> {
          long id = table.insert(card, by.at());
          table.insertEvent(id, by, TaskEvent.Kind.CREATED, null);
          return table.find(id).get(0);
        });
  }

  @Override
  public Task change(long id, int seen, TaskCard card, AuthorStamp by) {
    return write(
        table -> {
          Task before = one(table, id);
          if (before.version() != seen) {
            throw new ChangedMeanwhileException(id);
          }
          List<TaskField.FieldEdit> changes = TaskField.changes(before.card(), card);
          if (changes.isEmpty()) {
            return before;
          }
          if (!table.update(id, seen, card, by.at())) {
            throw new ChangedMeanwhileException(id);
          }
          changes.forEach(change -> table.insertEvent(id, by, TaskEvent.Kind.CHANGED, change));
          return one(table, id);
        });
  }

  @Override
  public void say(long id, TaskRemark remark, AuthorStamp by) {
    write(
        table -> {
          if (!table.touch(id, by.at())) {
            throw new NoSuchTaskException(id);
          }
          table.insertRemark(id, by, remark.kind(), remark.text());
          return id;
        });
  }

  @Override
  public Optional<Task> find(long id) {
    return read(table -> table.find(id)).stream().findFirst();
  }

  @Override
  public List<Task> tasks() {
    return read(TaskTable::all);
  }

  @Override
  public List<TaskEvent> history(long id) {
    return read(table -> table.events(id));
  }

  @Override
  public long version() {
    return read(TaskTable::countEvents);
  }

  @Override
  public void close() {
    source.close();
  }

  private static Task one(TaskTable table, long id) {
    return table.find(id).stream().findFirst().orElseThrow(() -> new NoSuchTaskException(id));
  }

  private <T> T write(Function<TaskTable, T> work) {
    try {
      return jdbi.inTransaction(handle -> work.apply(new TaskTable(handle)));
    } catch (JdbiException e) {
      throw SqlFailures.of(e, address);
    }
  }

  /** Reads tasks and their queries of the same moment; MySQL needs a transaction for that. */
  private <T> T read(Function<TaskTable, T> work) {
    try {
      return address.isSqlite()
          ? jdbi.withHandle(handle -> work.apply(new TaskTable(handle)))
          : jdbi.inTransaction(handle -> work.apply(new TaskTable(handle)));
    } catch (JdbiException e) {
      throw SqlFailures.of(e, address);
    }
  }
}
