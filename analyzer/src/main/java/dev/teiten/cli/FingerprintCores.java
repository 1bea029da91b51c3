package dev.teiten.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers lines on every core and writes the answers in the order of the lines. For one reader of
 * lines, which goes on reading meanwhile.
 */
final class FingerprintCores implements AutoCloseable {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** Lines that one core takes at once. */
  private static final int MOST_LINES = 250;

  /** Bytes of lines that one core takes at once. */
  private static final long MOST_BYTES = 1 << 18;

  /** Answers that wait, so that memory stays bounded. */
  private static final int MOST_WAITING = 4 * CORES;

  private final FingerprintLine lines;
  private final PrintStream out;
  private final ExecutorService cores =
      Executors.newFixedThreadPool(
          CORES,
          task -> {
            Thread thread = new Thread(task, "teiten-fingerprint");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Future<byte[]>> answers = new ArrayDeque<>();
  private List<byte[]> batch = new ArrayList<>();
  private long bytes;
  private boolean open = true;

  FingerprintCores(FingerprintLine lines, PrintStream out) {
    this.lines = lines;
    this.out = out;
  }

  /** Whether somebody still reads the answers. */
  boolean isOpen() {
    return open;
  }

  void add(byte[] line) {
    batch.add(line);
    bytes += line.length;
    if (batch.size() == MOST_LINES || bytes > MOST_BYTES) {
      submit();
    }
  }

  /** Writes every answer that is missing. */
  void flush() {
    submit();
    while (!answers.isEmpty()) {
      write();
    }
    open = !out.checkError();
  }

  private void submit() {
    if (!batch.isEmpty()) {
      List<byte[]> submitted = batch;
      answers.add(cores.submit(() -> lines.answers(submitted)));
      batch = new ArrayList<>();
      bytes = 0;
    }
    if (answers.size() > MOST_WAITING) {
      write();
      open = !out.checkError();
    }
  }

  private void write() {
    try {
      byte[] answer = answers.remove().get();
      out.write(answer, 0, answer.length);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a line has no answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the last answer", e);
    }
  }

  @Override
  public void close() {
    cores.shutdownNow();
  }
}
