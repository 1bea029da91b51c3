package dev.teiten.archive.files;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Runs and awaits tasks side by side. */
public final class ParallelTasks {
  private ParallelTasks() {}

  /** Waits for all tasks, and throws the exception of the first that failed. */
  public static void join(List<Future<?>> futures) {
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** A thread that does not keep the process alive. */
  public static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "collect");
    thread.setDaemon(true);
    return thread;
  }
}
