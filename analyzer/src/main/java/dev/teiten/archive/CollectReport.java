package dev.teiten.archive;

import dev.teiten.collect.CollectException;
import java.util.List;

/**
 * What a collect did.
 *
 * @param instances the instances that were chosen
 * @param collectedDays days of instances written
 * @param keptDays days of instances that the archive had already
 * @param requests requests sent to the source
 * @param failures what could not be collected; a later collect tries again
 * @param stopped whether it was asked to stop before the end
 */
public record CollectReport(
    int instances,
    int collectedDays,
    int keptDays,
    long requests,
    List<CollectException> failures,
    boolean stopped) {

  public CollectReport {
    failures = List.copyOf(failures);
  }
}
