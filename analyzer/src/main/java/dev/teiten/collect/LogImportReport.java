package dev.teiten.collect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of importing one log.
 *
 * @param file its name
 * @param statements entries that were read
 * @param added entries that the archive did not have
 * @param seconds the time of the added statements, each with the executions that it stands for
 * @param unreadable entries that could not be understood
 * @param shortestSeconds the shortest statement of the log; null if there is none
 * @param from when the first statement began; null if there is none
 * @param to when the last statement ended; null if there is none
 * @param days days of the archive that were written
 */
public record LogImportReport(
    String file,
    long statements,
    long added,
    double seconds,
    long unreadable,
    @Nullable Double shortestSeconds,
    @Nullable Instant from,
    @Nullable Instant to,
    int days) {

  static LogImportReport none(String file, long unreadable) {
    return new LogImportReport(file, 0, 0, 0, unreadable, null, null, null, 0);
  }
}
