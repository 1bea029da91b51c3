package dev.teiten.review.store;

import java.util.List;
import java.util.Optional;

/**
 * The port for the store of tasks. Several threads and several processes may use one store at once.
 * Every method throws {@link StoreException} if the store does not answer.
 */
public interface ReviewStore extends AutoCloseable {

  /** Stores a new task. */
  Task create(TaskCard card, AuthorStamp by);

  /**
   * Changes a task, and adds every changed field to its history. Without a changed field nothing
   * happens.
   *
   * @param seen the version that the user saw
   * @throws ChangedMeanwhileException if the task has another version now
   * @throws NoSuchTaskException if there is no such task
   */
  Task change(long id, int seen, TaskCard card, AuthorStamp by);

  /**
   * Adds a comment or a decision; the task's version stays.
   *
   * @throws NoSuchTaskException if there is no such task
   */
  void say(long id, TaskRemark remark, AuthorStamp by);

  /** The task of that number, if there is one. */
  Optional<Task> find(long id);

  /** Every task, the newest first. */
  List<Task> tasks();

  /** The history of a task, oldest first; empty if there is no such task. */
  List<TaskEvent> history(long id);

  /** A number that changes with every write of any process. */
  long version();

  @Override
  void close();
}
