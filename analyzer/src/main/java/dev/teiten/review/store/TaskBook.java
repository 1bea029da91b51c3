package dev.teiten.review.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tasks, for pages and documents. The store is opened at the first use, and an SQLite file is
 * created at the first write. A page works without a store that fails. Safe to share between
 * threads.
 */
public final class TaskBook implements AutoCloseable {
  /** A version is cached for this time, because every request asks for it. */
  private static final long VERSION_NANOS = 1_000_000_000L;

  private final @Nullable StoreConnection connection;
  private final Clock clock;
  private long version;
  private long versionUntil = Long.MIN_VALUE;
  private int writes;

  private TaskBook(@Nullable StoreConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * A store at an address.
   *
   * @param opener opens the store, and may throw {@link StoreException}
   */
  public static TaskBook at(
      StoreAddress address, Function<StoreAddress, ReviewStore> opener, Clock clock) {
    return new TaskBook(new StoreConnection(address, opener, clock), clock);
  }

  /** A book without a store: it has no tasks, and refuses to write one. */
  public static TaskBook none() {
    return new TaskBook(null, Clock.systemUTC());
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * Every task, the newest first.
   *
   * @throws StoreException if the store cannot be used
   */
  public List<Task> tasks() {
    return read(ReviewStore::tasks, List.of());
  }

  /** Every task, the newest first; none if the store cannot be used. */
  public List<Task> tasksIfAny() {
    try {
      return tasks();
    } catch (StoreException e) {
      return List.of();
    }
  }

  /**
   * The task of that number.
   *
   * @throws NoSuchTaskException if there is no such task
   * @throws StoreException if the store cannot be used
   */
  public Task task(long id) {
    return read(known -> known.find(id), Optional.<Task>empty())
        .orElseThrow(() -> new NoSuchTaskException(id));
  }

  /**
   * The history of a task, oldest first.
   *
   * @throws StoreException if the store cannot be used
   */
  public List<TaskEvent> history(long id) {
    return read(known -> known.history(id), List.of());
  }

  /**
   * A number that changes with every write, within a second for a write of another program; -1
   * while the store cannot be used.
   */
  public long version() {
    long now = System.nanoTime();
    int before;
    synchronized (this) {
      before = writes;
      if (now < versionUntil) {
        return version;
      }
    }
    long read = readVersion();
    synchronized (this) {
      version = read;
      // What was read while somebody wrote may be older than what they wrote.
      versionUntil = before == writes ? now + VERSION_NANOS : Long.MIN_VALUE;
      return read;
    }
  }

  private long readVersion() {
    try {
      return read(ReviewStore::version, 0L);
    } catch (StoreException e) {
      return -1;
    }
  }

  /**
   * Writes to the store, and creates the store if it does not exist.
   *
   * @throws StoreException if it cannot be used, or refuses
   */
  public <T> T write(Function<ReviewStore, T> work) {
    if (connection == null) {
      throw new StoreException(StoreText.NO_STORE.of(), StoreText.START_WITH_STORE.of());
    }
    try {
      return connection.write(work);
    } finally {
      forgetVersion();
    }
  }

  /**
   * Stores a remark about a task.
   *
   * @throws NoSuchTaskException if there is no such task
   * @throws StoreException if the store cannot be used
   */
  public void say(long id, TaskRemark remark, AuthorStamp by) {
    write(
        known -> {
          known.say(id, remark, by);
          return id;
        });
  }

  private synchronized void forgetVersion() {
    writes++;
    versionUntil = Long.MIN_VALUE;
  }

  private <T> T read(Function<ReviewStore, T> work, T otherwise) {
    return connection == null || !connection.address().mayHoldTasks()
        ? otherwise
        : connection.read(work);
  }

  /** The reason why the store cannot be used now; null while it can, and without a store. */
  public @Nullable StoreException outage() {
    version();
    return connection == null || !connection.address().mayHoldTasks() ? null : connection.trouble();
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
