package dev.teiten.collect;

import dev.teiten.source.SourceException;
import java.util.List;

/**
 * The result of a collect from one source.
 *
 * @param instances the instances that were chosen
 * @param collectedDays days of instances written
 * @param keptDays days of instances that the archive already had
 * @param texts full texts of digests fetched
 * @param requests requests sent to the source
 * @param failures days and texts that failed; a later collect requests them again
 * @param forgone optional parts that are missing: texts, marks, orderable classes
 * @param stopped whether it ended early, by request or because its credentials were refused
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
