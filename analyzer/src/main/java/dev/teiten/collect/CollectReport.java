package dev.teiten.collect;

import dev.teiten.source.SourceException;
import java.util.List;

/**
 * What a collect from one source did.
 *
 * @param instances the instances that were chosen
 * @param collectedDays days of instances written
 * @param keptDays days of instances that the archive had already
 * @param texts full texts of digests fetched
 * @param requests requests sent to the source
 * @param failures what could not be collected; a later collect tries again
 * @param forgone what the collect did without: texts, marks, orderable classes
 * @param stopped whether it was asked to stop before the end, or its credentials were refused
 */
public record CollectReport(
    int instances,
    int collectedDays,
    int keptDays,
    int texts,
    long requests,
    List<SourceException> failures,
    List<SourceException> forgone,
    boolean stopped) {

  public CollectReport {
    failures = List.copyOf(failures);
    forgone = List.copyOf(forgone);
  }
}
