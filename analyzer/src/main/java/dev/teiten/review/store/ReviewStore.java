package dev.teiten.review.store;

import java.util.List;
import java.util.Optional;

/**
 * Where what people write is kept, a port. Several threads and several processes may use one store
 * at once. Every method throws {@link StoreException} if the store does not answer.
 */
public interface ReviewStore extends AutoCloseable {

  /** Keeps a new task. */
  Task create(TaskCard card, AuthorStamp by);

  /**
   * Changes a task; every field that changes goes into its history. Nothing happens if none does.
   *
   * @param seen the version that the change was made from
   * @throws ChangedMeanwhileException if the task has another version by now
   * @throws NoSuchTaskException if there is no such task
   */
  Task change(long id, int seen, TaskCard card, AuthorStamp by);

  /**
   * Adds a comment or a decision; the task's version stays.
   *
   * @throws NoSuchTaskException if there is no such task
   */
  void say(long id, TaskRemark remark, AuthorStamp by);

  /** One task, if there is such. */
  Optional<Task> find(long id);

  /** Every task, the newest first. */
  List<Task> tasks();

  /** What happened to a task, oldest first; empty if there is no such task. */
  List<TaskEvent> history(long id);

  /** Changes whenever anything was written, by any process. */
  long version();

  @Override
  void close();
}
