package dev.teiten.cli;

import dev.teiten.collect.CollectProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** A progress line that grows on a terminal; a pipe gets no output. */
public final class ProgressBar implements Consumer<CollectProgress>, AutoCloseable {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private boolean drawn;

  public ProgressBar(PrintWriter out) {
    this.out = out;
    // System.console() is null when standard input or output is redirected.
    this.terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  @Override
  public synchronized void accept(CollectProgress progress) {
    if (!terminal || progress.total() == 0) {
      return;
    }
    int filled = WIDTH * progress.done() / progress.total();
    out.printf(
        Locale.ROOT,
        "\r%s%s %3d %% %d/%d %-40s",
        "█".repeat(filled),
        "░".repeat(WIDTH - filled),
        100 * progress.done() / progress.total(),
        progress.done(),
        progress.total(),
        progress.current());
    out.flush();
    drawn = true;
  }

  /** Clears the progress line. */
  @Override
  public synchronized void close() {
    if (drawn) {
      out.print("\r" + " ".repeat(WIDTH + 70) + "\r");
      out.flush();
      drawn = false;
    }
  }
}
